package dev.afterflow.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator sets a shop's accounts and tries them; secrets go in and come out nowhere. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class ConnectionsRoomTest {

    private static final String PLAYED_SECRET = "warehouse-demo-secret";

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Connections connections;
    @Autowired
    Environment environment;
    @Autowired
    JsonMapper json;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    private final String shop = "conn-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor admin;

    @BeforeEach
    void aShopOfItsOwn() {
        String prefix = Prefixes.fresh();
        shops.open(new Shop(shop, prefix, "连接小铺", "连接", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        admin = Visitor.as("admin", port);
    }

    @Test
    void aWarehouseThatKnowsUsIsFoundWell() {
        set("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of("secret", PLAYED_SECRET), 200);
        JsonNode tested = must(admin.post(path("warehouse/test"), "{}"), 200);

        assertThat(tested.at("/tested/ok").asBoolean()).isTrue();
        assertThat(tested.get("testedBy").asString()).isEqualTo("安然");
        assertThat(tested.get("testedAt").isNull()).isFalse();
    }

    @Test
    void aWrongKeyAnAddressNobodyAnswersAndAChangedSettingAreTold() {
        set("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of("secret", "another-key-than-theirs"), 200);
        assertThat(test("warehouse")).contains("another one").contains("HTTP 401");

        set("warehouse", Map.of("url", "http://127.0.0.1:1/nobody"), Map.of(), 200);
        assertThat(one("warehouse").get("tested").isNull()).isTrue();
        assertThat(test("warehouse")).contains("No answer");
    }

    @Test
    void alipayIsAskedForATradeNobodyHas() {
        must(put("alipay", alipay(), keys("alipay-public-key"), false), 200);
        assertThat(test("alipay")).startsWith("Works");

        must(put("alipay", alipay(), Map.of("alipayPublicKey", environment.getRequiredProperty("afterflow.sandbox.alipay.app-public-key")), false), 200);
        assertThat(test("alipay")).contains("public key is wrong");
    }

    @Test
    void mailIsTriedByConnectingAndNobodyThereIsTold() {
        set("mail", Map.of("host", "127.0.0.1", "port", "1", "encryption", "none", "sender", "care@shop.example"), Map.of(), 200);

        assertThat(test("mail")).contains("not reached");
    }

    @Test
    void aSecretIsNowhereToBeReadAgain(CapturedOutput output) {
        String canary = "canary-" + UUID.randomUUID();
        Answer answer = put("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of("secret", canary));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/secrets/0/hint").asString()).isEqualTo(canary.substring(canary.length() - 4));
        test("warehouse");
        put("warehouse", Map.of("url", "no address"), Map.of("secret", canary, "nonsense", canary));

        assertThat(answer.body()).doesNotContain(canary);
        assertThat(admin.get(path("")).body()).doesNotContain(canary);
        assertThat(tablesHolding(canary)).isEmpty();
        assertThat(tablesHolding("CONNECTION_CHANGED")).contains("security.audit");
        assertThat(output.getAll()).doesNotContain(canary);
        assertThat(Fence.within(Set.of(shop), () -> connections.of(shop, "warehouse")).orElseThrow().need("secret")).isEqualTo(canary);
    }

    @Test
    void theReplyToAWrongSecretDoesNotRepeatIt() {
        String canary = "canary:" + UUID.randomUUID();
        Answer answer = put("alipay", alipay(), Map.of("privateKey", canary));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("secrets.privateKey").doesNotContain(canary);
    }

    @Test
    void whatAShopSetsItsAdaptersUseAndOnlyItsOwn() {
        set("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of("secret", PLAYED_SECRET), 200);

        assertThat(Fence.within(Set.of(shop), () -> connections.has(shop, "warehouse"))).isTrue();
        assertThat(Fence.within(Set.of("lanting"), () -> connections.has(shop, "warehouse"))).isFalse();
        put("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of(), false);
        assertThat(Fence.within(Set.of(shop), () -> connections.of(shop, "warehouse"))).isEmpty();
    }

    @Test
    void anInnerAddressIsRefusedWhenItIsSaved() {
        for (String inner : List.of("http://169.254.169.254/", "https://10.0.0.1/", "file:///etc/passwd", "https://user@example.invalid/")) {
            assertThat(put("warehouse", Map.of("url", inner), Map.of("secret", PLAYED_SECRET)).status()).as(inner).isEqualTo(422);
        }
    }

    @Test
    void unknownFieldsAndMissingOnesAreNamed() {
        Answer answer = put("mail", Map.of("host", "smtp.example.com", "password", "in the wrong place"), Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("settings.password", "settings.port", "settings.sender");
        assertThat(put("nobody", Map.of(), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aRemovedConnectionTakesItsSecretsWithIt() {
        set("warehouse", Map.of("url", base() + "/sandbox/warehouse"), Map.of("secret", PLAYED_SECRET), 200);

        assertThat(admin.delete(path("warehouse")).status()).isEqualTo(204);
        assertThat(one("warehouse").get("secrets")).isEmpty();
        assertThat(admin.delete(path("warehouse")).status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsOfTheShopGetHere() {
        assertThat(Visitor.as("lin", port).get(path("")).status()).isEqualTo(403);
        assertThat(admin.get("/api/connections/nobodys").status()).isEqualTo(404);
    }

    private Map<String, String> alipay() {
        return Map.of("gateway", base() + "/sandbox/alipay/gateway.do", "appId", environment.getRequiredProperty("afterflow.payments.alipay.app-id"),
            "sellerId", environment.getRequiredProperty("afterflow.payments.alipay.seller-id"));
    }

    private Map<String, String> keys(String theirs) {
        return Map.of("privateKey", environment.getRequiredProperty("afterflow.payments.alipay.private-key"),
            "alipayPublicKey", environment.getRequiredProperty("afterflow.payments.alipay." + theirs));
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private String path(String rest) {
        return "/api/connections/" + shop + (rest.isEmpty() ? "" : "/" + rest);
    }

    private void set(String partner, Map<String, String> settings, Map<String, String> secrets, int status) {
        must(put(partner, settings, secrets), status);
    }

    private Answer put(String partner, Map<String, String> settings, Map<String, String> secrets) {
        return put(partner, settings, secrets, true);
    }

    private Answer put(String partner, Map<String, String> settings, Map<String, String> secrets, boolean inUse) {
        return admin.put(path(partner), json.writeValueAsString(Map.of("settings", settings, "secrets", secrets, "inUse", inUse)));
    }

    private String test(String partner) {
        JsonNode shown = must(admin.post(path(partner + "/test"), "{}"), 200);
        return shown.at("/tested/en").asString(shown.toString());
    }

    private JsonNode one(String partner) {
        for (JsonNode each : must(admin.get(path("")), 200)) {
            if (each.get("partner").asString().equals(partner)) {
                return each;
            }
        }
        throw new AssertionError(partner + " is not listed");
    }

    private static JsonNode must(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    /** Every table the application can read, searched row by row as text. */
    private List<String> tablesHolding(String words) {
        return tx.execute(status -> sql.sql("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'migrations')
                   and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
                """).query(String.class).list().stream()
                .filter(table -> sql.sql("select exists (select 1 from " + table + " t where t::text like :words)")
                        .param("words", "%" + words + "%").query(Boolean.class).single()).toList());
    }
}
