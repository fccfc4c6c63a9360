package dev.afterflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a process of its own in production mode, from an empty PostgreSQL on; the stories are told in order. */
@TestMethodOrder(OrderAnnotation.class)
class ProductionTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "correct horse battery";
    private static final List<String> CANARY = List.of("金丝雀", "13912349876", "桂花路 777 号", "canary.person@example.org");
    private static Installation house;
    private static Node node;

    @BeforeAll
    static void open() {
        house = new Installation(Path.of("target", "production", "run-" + ProcessHandle.current().pid()));
        node = house.node("node1", Map.of("afterflow.proxies", "127.0.0.1", "afterflow.drain", "4s",
                "afterflow.address", "https://desk.example.com/")).start().awaitReady();
    }

    @AfterAll
    static void leave() {
        house.close();
    }

    @Test
    @Order(1)
    void theConsolesLinkMakesTheFirstAdministratorOnce() {
        String link = Installation.link(node);
        assertThat(link).startsWith("https://desk.example.com/first-admin#");
        String token = link.substring(link.indexOf('#') + 1);
        String wish = "{\"token\":\"" + token + "\",\"login\":\"boss\",\"name\":\"王总\",\"password\":\"" + PASSWORD + "\"}";
        Visitor visitor = Visitor.stranger(node.port());

        Answer made = visitor.post("/api/first-admin", wish);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("mode").asString()).isEqualTo("production");
        assertThat(visitor.get("/api/session").json().get("login").asString()).isEqualTo("boss");
        assertThat(Visitor.stranger(node.port()).post("/api/first-admin", wish).status()).isEqualTo(410);
    }

    @Test
    @Order(2)
    void aShopAPersonAndAKeyAreMadeAndTheFirstRequestBecomesACase() {
        Visitor boss = Visitor.as("boss", PASSWORD, node.port());
        must(boss.post("/api/shops", """
                {"id":"first","prefix":"FS","name":"第一家店","brand":"第一","platform":"taobao","timeZone":"Asia/Shanghai","currency":"CNY",
                 "jurisdiction":"CN","language":"zh-CN"}"""), 201);
        must(boss.post("/api/people", """
                {"login":"mei","name":"梅","password":"%s","roles":["AGENT"],"shops":["first"],"teams":["returns-desk"],"everyShop":false,
                 "dismissed":false}""".formatted(PASSWORD)), 201);
        String key = must(boss.post("/api/keys", """
                {"name":"ERP","grants":[{"shop":"first","scopes":["intake:orders","intake:requests"]}]}"""), 201).json().get("key").asString();

        machine(key, "orders", order("E-1"));
        machine(key, "requests", request("E-1", "拍错了，请打电话 13912349876 找金丝雀"));

        Visitor mei = Visitor.as("mei", PASSWORD, node.port());
        Patience.until("the case is there", Duration.ofSeconds(20), () -> mei.get("/api/cases?q=E-1").json().path("items").size() == 1);
        assertThat(mei.get("/api/cases?q=E-1").json().at("/items/0/number").asString()).startsWith("FS-");
    }

    @Test
    @Order(3)
    void nothingOfTheDemoIsThere() {
        Visitor stranger = Visitor.stranger(node.port());
        assertThat(stranger.get("/api/session/demo").json()).isEmpty();
        assertThat(stranger.post("/api/session", "{\"login\":\"lin\",\"password\":\"afterflow-demo\"}").status()).isEqualTo(401);
        Visitor boss = Visitor.as("boss", PASSWORD, node.port());
        for (String path : List.of("/sandbox/world", "/sandbox/pay/faults", "/sandbox/marketplace/messages", "/sandbox/alipay/gateway.do", "/sandbox/wechat/v3/refund/domestic/refunds", "/sandbox/stripe/v1/refunds",
                "/sandbox/warehouse/notices")) {
            assertThat(boss.get(path).status()).as(path).isIn(404, 405);
            assertThat(boss.post(path, "{}").status()).as(path).isIn(403, 404);
        }
    }

    @Test
    @Order(4)
    void operatorsHearHowItStandsOnTheirPortOnly() {
        Visitor operator = Visitor.stranger(node.managementPort());
        assertThat(operator.get("/actuator/health/liveness").json().get("status").asString()).isEqualTo("UP");
        JsonNode ready = operator.get("/actuator/health/readiness").json();
        assertThat(ready.get("status").asString()).isEqualTo("UP");
        assertThat(ready.at("/components").propertyNames()).containsExactlyInAnyOrder("readinessState", "database", "jobs", "dispatch");
        assertThat(ready.at("/components/dispatch/details/frozen").asBoolean()).isFalse();
        String figures = operator.get("/actuator/prometheus").body();
        for (String name : List.of("afterflow_outbox_open", "afterflow_outbox_age_seconds", "afterflow_outbox_due_seconds", "afterflow_frozen",
                "afterflow_refunds_unknown", "afterflow_refunds_open", "afterflow_refunds_total{outcome=\"succeeded\"}", "afterflow_jobs_failed",
                "afterflow_jobs_late_seconds", "afterflow_inbox_parked", "afterflow_live_streams", "afterflow_decisions_total",
                "afterflow_sweep_lag_seconds", "afterflow_tasks_overdue", "afterflow_differences_open", "hikaricp_connections_active",
                "http_server_requests_seconds_count", "jvm_memory_used_bytes")) {
            assertThat(figures).contains("\n" + name.split("\\{")[0]);
        }
        assertThat(figures.lines().filter(line -> line.startsWith("afterflow_"))).noneMatch(line -> line.endsWith("NaN"))
                .anyMatch(line -> line.startsWith("afterflow_decisions_total") && !line.endsWith(" 0.0"));
        for (String path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/prometheus")) {
            assertThat(Visitor.stranger(node.port()).get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void theNamedProxyIsBelieved() {
        Answer behindTls = Visitor.stranger(node.port()).send("GET", "/", null, "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7");
        assertThat(behindTls.header("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
        refusedLogin("forwarded", "198.51.100.9");
        assertThat(lastRefusedFrom()).isEqualTo("198.51.100.9");
    }

    @Test
    @Order(6)
    void theLogIsJsonWithoutAWordOfAnybody() {
        Visitor boss = Visitor.as("boss", PASSWORD, node.port());
        boss.get("/api/cases?q=13912349876");
        boss.post("/api/people", "{\"login\":\"x\",\"name\":\"金丝雀\"");
        boss.post("/api/people", "{\"login\":\"zero\",\"name\":\"金丝雀\\u0000\",\"password\":\"" + PASSWORD
                + "\",\"roles\":[],\"shops\":[],\"teams\":[]}");
        Visitor.stranger(node.port()).post("/api/session", "{\"login\":\"canary.person@example.org\",\"password\":\"13912349876\"}");
        boss.get("/api/cases/" + UUID.randomUUID());

        List<String> lines = node.told().lines().toList();
        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(line -> {
            JsonNode told = parsed(line);
            assertThat(told.at("/service/node/name").asString()).isEqualTo("node1");
            assertThat(told.has("address")).isFalse();
        });
        CANARY.forEach(word -> assertThat(node.told()).doesNotContain(word));
        assertThat(node.told()).doesNotContain(PASSWORD);
    }

    @Test
    @Order(7)
    void aNodeThatStopsSaysSoFirstAndAfterItsStartBelievesNoUnnamedProxy() {
        node.terminate();
        Visitor operator = Visitor.stranger(node.managementPort());
        Patience.until("it says that it takes nobody new", Duration.ofSeconds(3), () -> operator.get("/actuator/health/readiness").status() == 503);
        assertThat(Visitor.stranger(node.port()).get("/api/session/demo").status()).as("and goes on serving").isEqualTo(200);
        assertThat(node.awaitEnd(Duration.ofSeconds(40))).isEqualTo(143);
        Node next = house.node("node1", Map.of("afterflow.proxies", "127.0.0.9")).start().awaitReady();
        node = next;
        Answer spoofed = Visitor.stranger(next.port()).send("GET", "/", null, "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7");
        assertThat(spoofed.header("Strict-Transport-Security")).isNull();
        refusedLogin("spoofed", "198.51.100.10");
        assertThat(lastRefusedFrom()).isEqualTo("127.0.0.1");
        assertThat(next.told().lines().filter(line -> line.contains("/first-admin#"))).as("no second link").hasSize(1);
    }

    private static void refusedLogin(String login, String from) {
        assertThat(Visitor.stranger(node.port()).send("POST", "/api/session", "{\"login\":\"" + login + "\",\"password\":\"wrong wrong\"}",
                "X-Forwarded-For", from).status()).isEqualTo(401);
    }

    /** From where the last refused login came, as the audit keeps it. */
    private static String lastRefusedFrom() {
        try (Connection connection = house.postgres().connect("afterflow"); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select address from security.audit where action = 'LOGIN_REFUSED' order by seq desc limit 1")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException noJson) {
            throw new AssertionError("no JSON: " + line, noJson);
        }
    }

    private static void machine(String key, String kind, String row) {
        Answer answer = must(Visitor.stranger(node.port()).send("POST", "/api/intake/" + kind, row, "Authorization", "Bearer " + key), 200);
        assertThat(answer.body()).contains("\"accepted\"");
    }

    private static String order(String id) {
        return """
                {"orderId":"%s","version":"2026-11-20T10:00:00Z","state":"PAID","currency":"CNY","createdAt":"2026-11-20T09:00:00Z",
                 "paidAt":"2026-11-20T09:01:00Z","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-1","name":"金丝雀","phone":"13912349876","email":"canary.person@example.org","language":"zh-CN",
                  "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"桂花路 777 号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"茶杯","quantity":1,"paid":{"minor":12950,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%s","provider":"wechat","method":"wallet","paid":{"minor":12950,"currency":"CNY"},
                 "paidAt":"2026-11-20T09:01:00Z"}],"shipments":[]}
                """.formatted(id, id);
    }

    private static String request(String order, String text) {
        return """
                {"requestId":"RQ-%s","version":"1","orderId":"%s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"BUYER_CANCEL",
                 "reasonText":"%s","goodsReceived":false,"lines":[{"lineId":"1","quantity":1}],"askedAmount":{"minor":12950,"currency":"CNY"},
                 "createdAt":"2026-11-20T11:00:00Z","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, order, text);
    }

    private static Answer must(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
