package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's own accounts with tracking services are set, tried by a call that moves nothing, and lead outwards only. */
@RoomTest
class CarrierPartnersRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Carriers carriers;
    @Autowired
    JsonMapper json;

    private final String shop = "part-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor admin;

    @BeforeEach
    void aShopOfItsOwn() {
        shops.open(new Shop(shop, Prefixes.fresh(), "物流小铺", "物流", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        admin = Visitor.as("admin", port);
    }

    private Visitor.Answer set(String partner, Map<String, String> settings, Map<String, String> secrets) {
        return admin.put("/api/connections/" + shop + "/" + partner, json.writeValueAsString(Map.of("settings", settings, "secrets", secrets, "inUse", true)));
    }

    private JsonNode test(String partner) {
        return admin.post("/api/connections/" + shop + "/" + partner + "/test", "{}").json().path("tested");
    }

    private String base(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Test
    void kuaidiIsAskedForAWaybillNobodyHas() {
        Map<String, String> settings = Map.of("url", base("/sandbox/kuaidi"), "customer", "DEMOCUSTOMER");
        assertThat(set("kuaidi", settings, Map.of("key", "kuaidi-demo-key")).status()).isEqualTo(200);
        assertThat(test("kuaidi").path("ok").asBoolean()).isTrue();
        assertThat(carriers.channel(shop, "yto")).isEqualTo(Channel.PORTAL);

        set("kuaidi", settings, Map.of("key", "another-key"));
        assertThat(test("kuaidi").path("ok").asBoolean()).isFalse();
        set("kuaidi", Map.of("url", "http://127.0.0.1:1/nobody", "customer", "DEMOCUSTOMER"), Map.of());
        assertThat(test("kuaidi").path("ok").asBoolean()).isFalse();
    }

    @Test
    void workOrdersNeedTheirSecretAndTheirNumbers() {
        Map<String, String> settings = Map.of("url", base("/sandbox/kuaidi"), "customer", "DEMOCUSTOMER", "workUrl", base("/sandbox/kuaidi"),
            "types", "CHASE=1,INTERCEPT=2,CLAIM=3,APPEAL=4");
        set("kuaidi", settings, Map.of("key", "kuaidi-demo-key"));
        assertThat(carriers.channel(shop, "yto")).isEqualTo(Channel.PORTAL);
        set("kuaidi", settings, Map.of("secret", "kuaidi-demo-secret"));
        assertThat(carriers.channel(shop, "yto")).isEqualTo(Channel.WORK_ORDER);
        assertThat(carriers.channel(shop, "sf")).isEqualTo(Channel.PORTAL);
    }

    @Test
    void afterShipIsAskedAndTellsWhereItsWebhooksGo() {
        set("aftership", Map.of("url", base("/sandbox/aftership")), Map.of("apiKey", "asat_demo", "webhookSecret", "aftership-demo-secret"));
        JsonNode tested = test("aftership");
        assertThat(tested.path("ok").asBoolean()).isTrue();
        assertThat(tested.path("en").asString()).contains("/api/notices/tracking/aftership/");

        set("aftership", Map.of("url", base("/sandbox/aftership")), Map.of("apiKey", "not-the-key"));
        assertThat(test("aftership").path("ok").asBoolean()).isFalse();
    }

    @Test
    void noAddressLeadsInwardsAndNoDeskIsEmpty() {
        for (String inner : new String[] {"http://169.254.169.254/", "https://[::1]/", "https://2130706433/", "https://user@203.0.113.7/", "https://203.0.113.7:5432/", "gopher://203.0.113.7/"}) {
            assertThat(set("kuaidi", Map.of("url", inner, "customer", "C"), Map.of("key", "some-key")).status()).as(inner).isEqualTo(422);
            assertThat(set("kuaidi", Map.of("url", "https://203.0.113.7/", "workUrl", inner, "customer", "C"), Map.of("key", "some-key")).status()).as(inner).isEqualTo(422);
            assertThat(set("aftership", Map.of("url", inner), Map.of("apiKey", "some-key", "webhookSecret", "some-secret")).status()).as(inner).isEqualTo(422);
        }
        assertThat(set("carrier-mail", Map.of(), Map.of()).status()).isEqualTo(422);
        assertThat(set("carrier-mail", Map.of("sf", "no address"), Map.of()).status()).isEqualTo(422);
    }
}
