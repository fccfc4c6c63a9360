package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * walks every operation of the interface as somebody who has no business there. Generated from the OpenAPI document, so a
 * new endpoint is walked without anybody thinking of it.
 */
@RoomTest
class EveryEndpointTest {

    /** What not every case or file has. */
    private static final List<String> FEW_HAVE = List.of("/thumbnail", "/dispute/preview", "/dispute/packs/{turn}.pdf", "/dispute/packs/{turn}.zip", "/review/complaints/{n}.zip");
    /** Open to people without a role, because they speak of nobody but the asker. */
    private static final Set<String> OWN = Set.of("GET /api/session", "DELETE /api/session", "PUT /api/session/language",
            "PUT /api/session/password", "POST /api/session/code", "POST /api/session/factor", "PUT /api/session/factor", "DELETE /api/session/factor");
    /** Open to anybody. */
    private static final Set<String> OPEN = Set.of("POST /api/session", "GET /api/session/demo", "POST /api/first-admin", "POST /api/session/invitation",
            "POST /api/session/invitation/accept");
    /** For things of which none is made here: an id that could be one. */
    private static final String PLAUSIBLE = "00000000-0000-4000-8000-000000000001";

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    JdbcPeople rows;

    @Autowired
    PasswordRule passwords;

    @Autowired
    Shops shops;

    @Autowired
    Keys keys;

    List<Operation> operations;
    Set<String> uploads;
    Map<String, String> ids = Map.of();

    record Operation(String method, String path, JsonNode told) {

        String name() {
            return method + " " + path;
        }

        boolean machine() {
            return path.startsWith("/api/intake/");
        }

        boolean signed() {
            return path.startsWith("/api/notices/");
        }

        boolean stream() {
            return told.toString().contains("text/event-stream");
        }
    }

    @BeforeEach
    void read() {
        JsonNode book = Visitor.stranger(port).get("/v3/api-docs").json();
        uploads = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA))
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path)))
                .collect(Collectors.toSet());
        operations = book.get("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .map(operation -> new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
    }

    @Test
    void theBookKnowsTheHouse() {
        assertThat(operations).extracting(Operation::name).contains("POST /api/session", "GET /api/people", "DELETE /api/keys/{id}");
    }

    @Test
    void nobodyGetsAnywhere() {
        assertThat(wrong(closed(), operation -> call(Visitor.stranger(port), operation), operation -> Set.of(401))).isEmpty();
    }

    @Test
    void aPersonWithoutARoleGetsNowhere() {
        somebody("roleless", Set.of(), Set.of("lanting", "verde"));
        Visitor visitor = Visitor.as("roleless", "a long password", port);

        assertThat(wrong(closed().filter(operation -> !OWN.contains(operation.name())), operation -> call(visitor, operation),
                operation -> Set.of(operation.machine() ? 401 : 403))).isEmpty();
    }

    @Test
    void aPersonOfAnotherShopFindsNothingOfOurs() {
        ourThings();
        String shop = "foreign-" + UUID.randomUUID().toString().substring(0, 8);
        shops.open(new Shop(shop, prefix(), "外店", "外", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        somebody("foreigner", EnumSet.allOf(Role.class), Set.of(shop));
        Visitor visitor = Visitor.as("foreigner", "a long password", port);

        assertThat(wrong(closed().filter(operation -> !operation.machine() && !operation.stream() && !OWN.contains(operation.name())),
                operation -> call(visitor, operation), EveryEndpointTest::toForeigners)).isEmpty();
    }

    @Test
    void whoBelongsHereFindsTheSameThings() {
        ourThings();
        somebody("insider", EnumSet.allOf(Role.class), Set.of("lanting", "verde"));
        Visitor visitor = Visitor.as("insider", "a long password", port);

        assertThat(operations.stream().filter(operation -> operation.method().equals("GET") && FEW_HAVE.stream().noneMatch(operation.path()::endsWith)
                        && ids.keySet().stream().anyMatch(operation.path()::startsWith))
                .filter(operation -> operation.path().contains("{")).map(operation -> operation.path() + " " + call(visitor, operation).status()))
                .isNotEmpty().allMatch(told -> told.endsWith(" 200"));
    }

    @Test
    void aSessionOpensNoMachineDoorAndAKeyWithoutTheScopeNeither() {
        String text = KeyText.fresh();
        keys.add("narrow", text, List.of(new Keys.Grant("verde", List.of("intake:none"))), Who.SYSTEM, false);
        Visitor admin = Visitor.as("admin", port);

        assertThat(operations.stream().filter(Operation::machine)).isNotEmpty();
        assertThat(wrong(operations.stream().filter(Operation::machine), operation -> call(admin, operation),
                operation -> Set.of(401))).isEmpty();
        assertThat(wrong(operations.stream().filter(Operation::machine),
                operation -> call(Visitor.stranger(port), operation, "Authorization", "Bearer " + text),
                operation -> Set.of(403))).isEmpty();
    }

    @Test
    void aKeyOpensNoDoorForPeople() {
        String text = KeyText.fresh();
        keys.add("wide", text, List.of(new Keys.Grant("lanting", List.of("intake:orders"))), Who.SYSTEM, false);

        assertThat(wrong(closed().filter(operation -> !operation.machine()),
                operation -> call(Visitor.stranger(port), operation, "Authorization", "Bearer " + text),
                operation -> Set.of(401))).isEmpty();
    }

    /** The operations that answered otherwise than allowed, or that name a shop of ours, or refused without problem details. */
    private static List<String> wrong(Stream<Operation> walked, Function<Operation, Answer> call,
                                      Function<Operation, Set<Integer>> allowed) {
        return walked.flatMap(operation -> {
            Answer answer = call.apply(operation);
            boolean told = answer.status() < 400 || answer.header("Content-Type").startsWith("application/problem+json");
            boolean ours = Stream.of("\"lanting\"", "\"verde\"", "兰亭").anyMatch(answer.body()::contains);
            return allowed.apply(operation).contains(answer.status()) && told && !ours ? Stream.empty()
                    : Stream.of(operation.name() + " answered " + answer.status() + " " + answer.body());
        }).toList();
    }

    private void ourThings() {
        long key = keys.add("ours", KeyText.fresh(), List.of(new Keys.Grant("lanting", List.of("intake:orders"))), Who.SYSTEM, false);
        ids = OurThings.ids(port, rows.byLogin("lin").orElseThrow().id(), key);
    }

    private Stream<Operation> closed() {
        return operations.stream().filter(operation -> !operation.signed() && !OPEN.contains(operation.name()));
    }

    /** Theirs by id: not there. A list: nothing in it. A change: refused before it is looked at, at the latest for its body. */
    private static Set<Integer> toForeigners(Operation operation) {
        if (operation.method().equals("GET")) {
            return operation.path().contains("{") ? Set.of(403, 404) : Set.of(200, 400, 403, 404, 422);
        }
        return Set.of(400, 403, 404, 422);
    }

    private Answer call(Visitor visitor, Operation operation, String... headers) {
        HttpRequest.Builder request = visitor.request(filled(operation));
        if (headers.length > 0) {
            request.headers(headers);
        }
        boolean body = Set.of("POST", "PUT", "PATCH").contains(operation.method());
        if (uploads.contains(operation.name())) {
            request.header("Content-Type", "multipart/form-data; boundary=none");
        } else if (body) {
            request.header("Content-Type", "application/json");
        }
        String content = uploads.contains(operation.name()) ? "--none--\r\n" : "{}";
        return visitor.send(request.method(operation.method(), body ? BodyPublishers.ofString(content) : BodyPublishers.noBody()).build());
    }

    private String filled(Operation operation) {
        String id = ids.entrySet().stream().filter(entry -> operation.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(operation.machine() ? "orders" : PLAUSIBLE);
        return operation.path().replace("{shop}", "lanting").replaceAll("\\{[^}]+}", id);
    }

    private void somebody(String login, Set<Role> roles, Set<String> theirShops) {
        long id = rows.byLogin(login).map(Person::id)
                .orElseGet(() -> rows.add(login, login, passwords.hash("a long password"), false, false));
        rows.roles(id, roles);
        rows.shops(id, theirShops);
    }

    private static String prefix() {
        return Prefixes.fresh();
    }
}
