package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.platforms.Marketplace.Hint;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Shopify's webhooks: the published signature example, forged ones, a rotated secret, and which topics lead where. */
class ShopifyHooksTest {

    /** As published in the tests of Shopify's Go library: the secret {@code hush} over a body in quotes. */
    private static final byte[] MESSAGE = "\"my secret message\"".getBytes(StandardCharsets.UTF_8);
    private static final String SEAL = "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=";

    private final ShopifyHooks hooks = new ShopifyHooks(new JsonMapper());

    private static Shopify account(String secret, String old) {
        return new Shopify("s", "https://s.myshopify.com/admin/api/2026-01", "t", secret, old);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String seal(byte[] body) {
        return seal("hush", body);
    }

    static String seal(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Hint> hints(String topic, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("x-shopify-topic", topic, "x-shopify-webhook-id", "d-1", "x-shopify-hmac-sha256", seal(bytes(body))));
        return hooks.read(account("hush", null), headers, bytes(body)).orElseThrow().hints();
    }

    @Test
    void thePublishedExampleHoldsAndNothingElse() {
        assertThat(ShopifyHooks.holds(SEAL, "hush", MESSAGE)).isTrue();
        assertThat(ShopifyHooks.holds("wronghash", "hush", MESSAGE)).isFalse();
        assertThat(ShopifyHooks.holds(SEAL, "hush", bytes(""))).isFalse();
        assertThat(ShopifyHooks.holds(SEAL + "x", "hush", MESSAGE)).isFalse();
        assertThat(ShopifyHooks.holds(null, "hush", MESSAGE)).isFalse();
        assertThat(ShopifyHooks.holds(SEAL, "hushed", MESSAGE)).isFalse();
    }

    @Test
    void theSecretBeforeARotationIsStillBelieved() {
        Map<String, String> headers = Map.of("x-shopify-hmac-sha256", SEAL);
        assertThat(hooks.read(account("new", "hush"), headers, MESSAGE)).isPresent();
        assertThat(hooks.read(account("new", null), headers, MESSAGE)).isEmpty();
        assertThat(hooks.read(account("new", "hush"), Map.of(), MESSAGE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders/create,orders,gid://shopify/Order/450789469", "orders/updated,orders,gid://shopify/Order/450789469", "orders/cancelled,orders,gid://shopify/Order/450789469",
        "returns/request,returns,gid://shopify/Return/450789469", "returns/decline,returns,gid://shopify/Return/450789469", "disputes/create,disputes,gid://shopify/ShopifyPaymentsDispute/450789469"})
    void whatWeReadIsNamedByItsDelivery(String topic, String feed, String matter) {
        assertThat(hints(topic, "{\"id\":450789469,\"total_price\":\"409.94\"}")).containsExactly(new Hint(feed, matter, "hook:d-1"));
    }

    @Test
    void moneyAndParcelsLeadToTheirOrder() {
        assertThat(hints("refunds/create", "{\"id\":509562969,\"order_id\":450789469}")).extracting(Hint::matter).containsExactly("gid://shopify/Order/450789469");
        assertThat(hints("fulfillments/update", "{\"id\":1022782888,\"order_id\":450789469,\"status\":\"success\"}")).extracting(Hint::feed).containsExactly("orders");
        assertThat(hints("order_transactions/create", "{\"id\":389404469,\"order_id\":450789469}")).extracting(Hint::matter).containsExactly("gid://shopify/Order/450789469");
    }

    @Test
    void whatWeDoNotReadIsTakenAndLeadsNowhere() {
        assertThat(hints("draft_orders/create", "{\"id\":994118539}")).isEmpty();
        assertThat(hints("fulfillment_events/create", "{\"id\":944956395,\"fulfillment_id\":255858046}")).isEmpty();
        assertThat(hints("orders/create", "{\"id\":\"../../7\"}")).isEmpty();
        assertThat(hints("orders/create", "no json at all")).isEmpty();
        assertThat(hints("", "{}")).isEmpty();
    }

    @Test
    void aDeliveryWithoutAnIdIsNamedByItsContent() {
        byte[] body = bytes("{\"id\":7}");
        Map<String, String> headers = Map.of("x-shopify-topic", "orders/create", "x-shopify-hmac-sha256", seal(body));
        String first = hooks.read(account("hush", null), headers, body).orElseThrow().hints().get(0).event();
        assertThat(hooks.read(account("hush", null), headers, body).orElseThrow().hints().get(0).event()).isEqualTo(first).startsWith("hook:");
    }
}
