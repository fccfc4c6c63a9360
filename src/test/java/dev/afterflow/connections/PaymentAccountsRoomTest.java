package dev.afterflow.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** A shop's own accounts with WeChat Pay and Stripe, set by an administrator and tried without moving anything. */
@RoomTest
class PaymentAccountsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Environment environment;
    @Autowired
    JsonMapper json;
    private final String shop = "acct-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aShop() {
        shops.open(new Shop(shop, Prefixes.fresh(), "账户小铺", "Accounts", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
    }

    @Test
    void wechatPayIsAskedForARefundNobodyHas() {
        Map<String, String> settings = Map.of("gateway", base() + "/sandbox/wechat", "merchant", wechat("merchant"), "serial", wechat("serial"),
            "platformKeyId", wechat("platform-key-id"));
        Map<String, String> keys = new HashMap<>(Map.of("platformKey", wechat("platform-key"), "privateKey", wechat("private-key"), "apiKey", wechat("api-key")));
        assertThat(tried("wechat", settings, keys)).startsWith("Works");

        keys.put("platformKey", environment.getRequiredProperty("afterflow.sandbox.wechat.merchant-public-key"));
        assertThat(tried("wechat", settings, keys)).contains("not signed by WeChat Pay");
        keys.put("platformKey", "A".repeat(300));
        assertThat(tried("wechat", settings, keys)).contains("cannot be read");
    }

    @Test
    void stripeIsAskedForALineOfTheBalance() {
        Map<String, String> settings = Map.of("base", base() + "/sandbox/stripe");
        assertThat(tried("stripe", settings, Map.of("secretKey", environment.getRequiredProperty("afterflow.payments.stripe.secret-key")))).startsWith("Works");
        assertThat(tried("stripe", settings, Map.of("secretKey", "sk_test_anotherKeyThanTheirs"))).contains("does not know this key");
        assertThat(tried("stripe", Map.of("base", "http://127.0.0.1:1"), Map.of("secretKey", "sk_test_anotherKeyThanTheirs"))).contains("No answer");
    }

    private String tried(String partner, Map<String, String> settings, Map<String, String> secrets) {
        Visitor admin = Visitor.as("admin", port);
        Visitor.Answer put = admin.put("/api/connections/" + shop + "/" + partner, json.writeValueAsString(Map.of("settings", settings, "secrets", secrets, "inUse", false)));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        Visitor.Answer tested = admin.post("/api/connections/" + shop + "/" + partner + "/test", "{}");
        return tested.json().at("/tested/en").asString(tested.body());
    }

    private String wechat(String name) {
        return environment.getRequiredProperty("afterflow.payments.wechat." + name);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
