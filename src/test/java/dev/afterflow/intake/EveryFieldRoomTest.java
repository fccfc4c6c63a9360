package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the published description, pasted; then every field of each of them made wrong in every way. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFieldRoomTest {

    private static final String SHOP = "every-field";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KINDS = List.of("orders", "products", "stock", "packing", "tracking", "reviews",
            "requests", "disputes", "messages", "statements", "parcels", "receipts", "answers", "settlements");

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    private String key;
    private JsonNode book;

    /** A row made wrong at one place. */
    private record Wrong(String field, String how, JsonNode row) {
    }

    @BeforeAll
    void open() {
        shops.open(new Shop(SHOP, "EVRY", "字段", "Fields", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        key = Sender.key(port, SHOP, KINDS.toArray(String[]::new));
        book = Visitor.as("admin", port).get("/v3/api-docs").json();
    }

    @Test
    void eachExampleIsAcceptedWhenPastedAndKnownWhenPastedAgain() {
        assertThat(book.get("openapi").asString()).startsWith("3.1");
        for (String kind : KINDS) {
            String example = example(kind).toString();
            assertThat(result(send(kind, "application/json", example))).as(kind).isEqualTo("accepted");
            assertThat(result(send(kind, "application/json", example))).as(kind).isEqualTo("duplicate");
            String lines = book.at("/paths/~1api~1intake~1" + kind + "/post/requestBody/content/application~1x-ndjson/examples/lines/value").asString();
            assertThat(result(send(kind, "application/x-ndjson", lines))).as(kind).isEqualTo("duplicate");
        }
    }

    @Test
    void everyFieldMadeWrongIsRefusedByNameWithARemedyInBothLanguages() {
        for (String kind : KINDS) {
            List<Wrong> wrongs = new ArrayList<>();
            walk(example(kind), "", example(kind), wrongs, List.of());
            assertThat(wrongs).hasSizeGreaterThan(5);
            String lines = wrongs.stream().map(wrong -> wrong.row().toString()).collect(Collectors.joining("\n"));
            JsonNode zh = send(kind, "application/x-ndjson", lines).json();
            JsonNode en = sendEnglish(kind, lines).json();
            for (int i = 0; i < wrongs.size(); i++) {
                Wrong wrong = wrongs.get(i);
                JsonNode answer = zh.get("rows").get(i);
                String told = kind + " " + wrong.field() + " " + wrong.how() + ": " + answer;
                assertThat(answer.get("result").asString()).as(told).isEqualTo("rejected");
                assertThat(answer.get("faults").valueStream().map(fault -> fault.get("field").asString())).as(told).contains(wrong.field());
                assertThat(answer.at("/faults/0/remedy").asString()).as(told).matches("(?s).*\\p{IsHan}.*");
                assertThat(en.get("rows").get(i).at("/faults/0/remedy").asString()).as(told).isNotBlank().matches("(?s)[^\\p{IsHan}]*");
            }
        }
    }

    /** Every node of the example, each wrong in the ways its type can be. */
    private static void walk(JsonNode node, String path, JsonNode whole, List<Wrong> wrongs, List<Object> steps) {
        if (node.isObject()) {
            for (var entry : node.properties()) {
                List<Object> inner = with(steps, entry.getKey());
                String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                spoil(entry.getValue(), at, whole, wrongs, inner);
                walk(entry.getValue(), at, whole, wrongs, inner);
            }
            String stranger = path.isEmpty() ? "__proto__" : path + ".__proto__";
            wrongs.add(new Wrong(stranger, "unknown", changed(whole, with(steps, "__proto__"), JSON.readTree("{\"admin\":true}"))));
        } else if (node.isArray() && !node.isEmpty()) {
            List<Object> inner = with(steps, 0);
            wrongs.add(new Wrong(path + "[0]", "type", changed(whole, inner, JSON.readTree("5"))));
            walk(node.get(0), path + "[0]", whole, wrongs, inner);
        }
    }

    private static void spoil(JsonNode value, String at, JsonNode whole, List<Wrong> wrongs, List<Object> steps) {
        Consumer<String> put = json -> wrongs.add(new Wrong(at, json.substring(0, Math.min(40, json.length())), changed(whole, steps, JSON.readTree(json))));
        if (value.isString()) {
            put.accept("{\"x\":1}");
            put.accept("17");
            put.accept("\"" + "长".repeat(15_000) + "\"");
            put.accept("\"a\\u0000b\"");
        } else if (value.isNumber()) {
            put.accept("\"7\"");
            put.accept("1.5");
            put.accept("-1");
            put.accept("9000000000000000000");
            put.accept("90000000000000000000000000000");
        } else if (value.isBoolean()) {
            put.accept("\"true\"");
            put.accept("1");
        } else if (value.isArray()) {
            put.accept("{}");
            put.accept("[" + "{},".repeat(1001) + "{}]");
        } else {
            put.accept("[]");
            put.accept("\"x\"");
        }
    }

    private static List<Object> with(List<Object> steps, Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    private static JsonNode changed(JsonNode whole, List<Object> steps, JsonNode value) {
        JsonNode copy = whole.deepCopy();
        JsonNode here = copy;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            here = step instanceof Integer place ? here.get(place) : here.get((String) step);
        }
        Object last = steps.get(steps.size() - 1);
        if (last instanceof Integer place) {
            ((ArrayNode) here).set(place, value);
        } else {
            ((ObjectNode) here).set((String) last, value);
        }
        return copy;
    }

    private JsonNode example(String kind) {
        JsonNode example = book.at("/paths/~1api~1intake~1" + kind + "/post/requestBody/content/application~1json/examples/one/value");
        assertThat(example.isObject()).as(kind).isTrue();
        return example;
    }

    private Answer send(String kind, String type, String body) {
        return Sender.deliver(port, key, kind, type, body);
    }

    private Answer sendEnglish(String kind, String body) {
        return Visitor.stranger(port).send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake/" + kind))
                .header("Content-Type", "application/x-ndjson").header("Accept-Language", "en")
                .header("Authorization", "Bearer " + key).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static String result(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/rows/0/result").asString();
    }
}
