package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every status of a return and a dispute in Shopify's Admin API is read, or refused with the word; orders become rows of the letterbox. */
class ShopifyReaderTest {

    private final JsonMapper json = new JsonMapper();
    private final ShopifyReader reader = new ShopifyReader(json);

    private ObjectNode returned() {
        return (ObjectNode) json.readTree("""
            {"id":"gid://shopify/Return/945000954","name":"#1001-R1","status":"REQUESTED","createdAt":"2026-11-30T10:00:00Z","closedAt":null,"requestApprovedAt":null,
             "order":{"id":"gid://shopify/Order/450789469","updatedAt":"2026-11-30T11:00:00Z"},
             "returnLineItems":{"nodes":[{"quantity":1,"returnReason":"DEFECTIVE","returnReasonNote":"","customerNote":"The seam is open",
               "fulfillmentLineItem":{"lineItem":{"id":"gid://shopify/LineItem/466157049"}}}]}}""");
    }

    private ObjectNode dispute() {
        return (ObjectNode) json.readTree("""
            {"id":"gid://shopify/ShopifyPaymentsDispute/598735659","status":"NEEDS_RESPONSE","type":"CHARGEBACK","initiatedAt":"2026-11-20T00:00:00Z","evidenceDueBy":"2026-12-02",
             "evidenceSentOn":null,"finalizedOn":null,"amount":{"amount":"11.5","currencyCode":"USD"},"reasonDetails":{"reason":"FRAUDULENT","networkReasonCode":"10.4"},
             "order":{"id":"gid://shopify/Order/450789469"},"disputeEvidence":{"id":"gid://shopify/ShopifyPaymentsDisputeEvidence/819974671"}}""");
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED,ASKED", "OPEN,WAITS_FOR_GOODS", "CLOSED,DONE", "DECLINED,CLOSED", "CANCELED,CLOSED"})
    void everyStatusOfAReturnIsRead(String status, State state) {
        assertThat(reader.returned("s", returned().put("status", status)).matter().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"NEEDS_RESPONSE,ASKED,EVIDENCE", "UNDER_REVIEW,UNDER_REVIEW,NONE", "WON,DONE,DECIDED_SELLER", "LOST,DONE,DECIDED_BUYER", "ACCEPTED,DONE,DECIDED_BUYER",
        "CHARGE_REFUNDED,CLOSED,NONE", "PREVENTED,CLOSED,NONE"})
    void everyStatusOfADisputeIsRead(String status, State state, Step step) {
        PlatformMatter matter = reader.disputed("s", dispute().put("status", status)).matter();
        assertThat(matter.state()).isEqualTo(state);
        assertThat(matter.step()).isEqualTo(step);
    }

    @Test
    void aReturnNamesItsLinesAndReasonAndMayBeAgreedOrRefused() {
        Told told = reader.returned("s", returned());
        JsonNode row = told.slips().get(0).row();
        assertThat(row.path("reasonCode").asString()).isEqualTo("QUALITY");
        assertThat(row.path("lines").path(0).path("lineId").asString()).isEqualTo("466157049");
        assertThat(told.matter().orderId()).isEqualTo("450789469");
        assertThat(told.matter().allows()).containsExactlyInAnyOrder(Kind.AGREE_RETURN, Kind.REFUSE);
        assertThat(told.grounds()).extracting(PlatformMatter.Ground::code).containsExactly("RETURN_PERIOD_ENDED", "FINAL_SALE", "OTHER");
    }

    @Test
    void aDisputeIsDueAtTheFirstMomentOfItsDay() {
        PlatformMatter matter = reader.disputed("s", dispute()).matter();
        assertThat(matter.deadline()).isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(matter.amount()).isEqualTo(new Money(1_150, "USD"));
        assertThat(matter.allows()).containsExactly(Kind.SUBMIT_EVIDENCE);
    }

    @Test
    void aWordThatIsInNoDocumentIsRefusedWithTheWord() {
        assertThat(reader.returned("s", returned().put("status", "LOST_AT_SEA")).refused()).isEqualTo("UNKNOWN_STATUS LOST_AT_SEA");
        assertThat(reader.disputed("s", dispute().put("status", "MAYBE")).refused()).isEqualTo("UNKNOWN_DISPUTE_STATUS MAYBE");
        ObjectNode orphan = dispute();
        orphan.putNull("order");
        assertThat(reader.disputed("s", orphan).refused()).isEqualTo("NO_ORDER");
        assertThat(reader.returned("s", returned().put("createdAt", "soon")).refused()).startsWith("UNREADABLE");
    }

    @Test
    void anOrderBecomesARowWithItsPaymentsAndParcels() {
        JsonNode row = new ShopifyOrders(json).order(json.readTree("""
            {"id":"gid://shopify/Order/450789469","createdAt":"2026-11-20T10:00:00-05:00","updatedAt":"2026-11-24T10:00:00-05:00","cancelledAt":null,"currencyCode":"JPY",
             "displayFinancialStatus":"PAID","displayFulfillmentStatus":"FULFILLED","totalShippingPriceSet":{"shopMoney":{"amount":"500.0","currencyCode":"JPY"}},
             "customer":{"id":"gid://shopify/Customer/207119551","firstName":"Bob","lastName":"Norman","email":"bob.norman@example.com","phone":null,"locale":"en-US"},
             "shippingAddress":{"countryCodeV2":"US","province":"Kentucky","city":"Louisville","address1":"Chestnut Street 92","address2":"","zip":"40202"},
             "lineItems":{"nodes":[{"id":"gid://shopify/LineItem/466157049","title":"IPod Nano","sku":"IPOD2008GREEN","quantity":1,"product":null,
               "discountedTotalSet":{"shopMoney":{"amount":"19900.0","currencyCode":"JPY"}}}]},
             "transactions":[{"id":"gid://shopify/OrderTransaction/389404469","kind":"AUTHORIZATION","status":"SUCCESS","gateway":"bogus","processedAt":"2026-11-20T15:00:00Z",
               "amountSet":{"shopMoney":{"amount":"20400.0","currencyCode":"JPY"}}},
              {"id":"gid://shopify/OrderTransaction/389404470","kind":"CAPTURE","status":"SUCCESS","gateway":"shopify_payments","processedAt":"2026-11-20T15:01:00Z",
               "amountSet":{"shopMoney":{"amount":"20400.0","currencyCode":"JPY"}}}],
             "fulfillments":[{"id":"gid://shopify/Fulfillment/255858046","createdAt":"2026-11-21T10:00:00Z","deliveredAt":null,
               "trackingInfo":[{"company":"USPS","number":"1Z2345"}],"fulfillmentLineItems":{"nodes":[{"quantity":1,"lineItem":{"id":"gid://shopify/LineItem/466157049"}}]}}]}
            """)).slips().get(0).row();
        assertThat(row.path("orderId").asString()).isEqualTo("450789469");
        assertThat(row.path("version").asString()).isEqualTo("2026-11-24T15:00:00Z");
        assertThat(row.path("state").asString()).isEqualTo("SHIPPED");
        assertThat(row.path("freight").path("minor").asLong()).isEqualTo(500);
        assertThat(row.path("items").path(0).path("productId").asString()).isEqualTo("custom-466157049");
        assertThat(row.path("payments")).hasSize(1);
        assertThat(row.path("payments").path(0).path("provider").asString()).isEqualTo("shopify");
        assertThat(row.path("shipments").path(0).path("waybill").asString()).isEqualTo("1Z2345");
        assertThat(row.path("buyer").path("address").path("country").asString()).isEqualTo("US");
    }

    @Test
    void anOrderThatCannotBeReadIsRefused() {
        assertThat(new ShopifyOrders(json).order(json.readTree("{\"id\":\"gid://shopify/Order/1\"}")).refused()).startsWith("UNREADABLE");
    }
}
