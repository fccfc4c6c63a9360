package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an order as Shopify tells it into a row of the letterbox; its version is when it last changed. */
class ShopifyOrders {

    /** Whoever took the money, Shopify gives it back; cash and transfers it only writes down. */
    private static final Set<String> GIVEN_BACK = Set.of("shopify_payments", "paypal", "stripe", "alipay");
    private static final Set<String> PAYING = Set.of("SALE", "CAPTURE");

    private final JsonMapper json;
    private final ShopifyRefunds refunds;

    ShopifyOrders(JsonMapper json) {
        this.json = json;
        this.refunds = new ShopifyRefunds(json);
    }

    Told order(JsonNode order) {
        try {
            ObjectNode row = json.createObjectNode().put("orderId", ShopifyQueries.number(order.path("id").asString())).put("version", moment(order.path("updatedAt")))
                .put("state", state(order)).put("currency", order.path("currencyCode").asString()).put("createdAt", moment(order.path("createdAt")));
            List<JsonNode> paid = StreamSupport.stream(order.path("transactions").spliterator(), false)
                .filter(each -> PAYING.contains(each.path("kind").asString("")) && each.path("status").asString("").equals("SUCCESS")).toList();
            paid.stream().map(each -> ShopifyReader.instant(each.path("processedAt"))).filter(at -> at != null).min(Instant::compareTo).ifPresent(at -> row.put("paidAt", at.toString()));
            money(row, "freight", order.path("totalShippingPriceSet"));
            row.set("buyer", buyer(order));
            row.set("items", items(order));
            row.set("payments", payments(order, paid));
            row.set("shipments", shipments(order));
            return Told.slips(Stream.concat(Stream.of(new Slip("orders", row, false)), refunds.slips(order).stream()).toList());
        } catch (DateTimeException | IllegalArgumentException | JacksonException unreadable) {
            return Told.refused("UNREADABLE " + unreadable.getMessage());
        }
    }

    private static String state(JsonNode order) {
        if (!order.path("cancelledAt").asString("").isEmpty()) {
            return "CANCELLED";
        }
        JsonNode sent = order.path("fulfillments");
        boolean arrived = !sent.isEmpty() && StreamSupport.stream(sent.spliterator(), false).noneMatch(each -> each.path("deliveredAt").asString("").isEmpty());
        boolean whole = order.path("displayFulfillmentStatus").asString("").equals("FULFILLED");
        if (whole && arrived) {
            return "DELIVERED";
        }
        boolean paid = Set.of("PAID", "PARTIALLY_REFUNDED", "REFUNDED").contains(order.path("displayFinancialStatus").asString(""));
        return !sent.isEmpty() ? "SHIPPED" : paid ? "PAID" : "CREATED";
    }

    private ObjectNode buyer(JsonNode order) {
        JsonNode customer = order.path("customer");
        ObjectNode buyer = json.createObjectNode().put("id", customer.path("id").asString("").isEmpty() ? "guest-" + ShopifyQueries.number(order.path("id").asString())
            : ShopifyQueries.number(customer.path("id").asString()));
        put(buyer, "name", Stream.of(customer.path("firstName").asString(""), customer.path("lastName").asString("")).filter(part -> !part.isBlank()).collect(Collectors.joining(" ")));
        put(buyer, "email", customer.path("email").asString(""));
        put(buyer, "phone", customer.path("phone").asString(""));
        put(buyer, "language", customer.path("locale").asString(""));
        JsonNode to = order.path("shippingAddress");
        if (to.isObject()) {
            ObjectNode address = buyer.putObject("address");
            put(address, "country", to.path("countryCodeV2").asString(""));
            put(address, "province", to.path("province").asString(""));
            put(address, "city", to.path("city").asString(""));
            put(address, "street", Stream.of(to.path("address1").asString(""), to.path("address2").asString("")).filter(part -> !part.isBlank()).collect(Collectors.joining(", ")));
            put(address, "postcode", to.path("zip").asString(""));
        }
        return buyer;
    }

    private ArrayNode items(JsonNode order) {
        ArrayNode items = json.createArrayNode();
        for (JsonNode line : order.path("lineItems").path("nodes")) {
            String product = line.path("product").path("id").asString("");
            ObjectNode item = items.addObject().put("lineId", ShopifyQueries.number(line.path("id").asString())).put("quantity", Math.max(1, line.path("quantity").asInt(1)))
                .put("productId", product.isEmpty() ? "custom-" + ShopifyQueries.number(line.path("id").asString()) : ShopifyQueries.number(product));
            put(item, "sku", line.path("sku").asString(""));
            put(item, "title", line.path("title").asString(""));
            money(item, "paid", line.path("discountedTotalSet"));
        }
        return items;
    }

    private ArrayNode payments(JsonNode order, List<JsonNode> paid) {
        ArrayNode payments = json.createArrayNode();
        for (JsonNode each : paid) {
            ObjectNode payment = payments.addObject().put("paymentId", ShopifyQueries.number(order.path("id").asString()) + "/" + ShopifyQueries.number(each.path("id").asString()))
                .put("provider", GIVEN_BACK.contains(each.path("gateway").asString("")) ? ShopifyAccounts.WORD : "other");
            money(payment, "paid", each.path("amountSet"));
            if (ShopifyReader.instant(each.path("processedAt")) != null) {
                payment.put("paidAt", ShopifyReader.instant(each.path("processedAt")).toString());
            }
        }
        return payments;
    }

    private ArrayNode shipments(JsonNode order) {
        ArrayNode shipments = json.createArrayNode();
        for (JsonNode each : order.path("fulfillments")) {
            ObjectNode shipment = shipments.addObject().put("shipmentId", ShopifyQueries.number(each.path("id").asString()));
            put(shipment, "carrier", each.path("trackingInfo").path(0).path("company").asString(""));
            put(shipment, "waybill", each.path("trackingInfo").path(0).path("number").asString(""));
            shipment.put("shippedAt", moment(each.path("createdAt")));
            if (ShopifyReader.instant(each.path("deliveredAt")) != null) {
                shipment.put("deliveredAt", ShopifyReader.instant(each.path("deliveredAt")).toString());
            }
            ArrayNode lines = shipment.putArray("lines");
            each.path("fulfillmentLineItems").path("nodes").forEach(line -> lines.addObject().put("lineId", ShopifyQueries.number(line.path("lineItem").path("id").asString()))
                .put("quantity", Math.max(1, line.path("quantity").asInt(1))));
        }
        return shipments;
    }

    private static void money(ObjectNode row, String field, JsonNode set) {
        JsonNode money = set.path("shopMoney");
        if (money.has("amount")) {
            MarketLetters.money(row.putObject(field), Money.parse(trimmed(money.path("amount").asString()), money.path("currencyCode").asString()));
        }
    }

    private static String moment(JsonNode node) {
        Instant at = ShopifyReader.instant(node);
        if (at == null) {
            throw new DateTimeException("a time is missing");
        }
        return at.toString();
    }

    /** Shopify writes {@code 10.0} for yen too. */
    static String trimmed(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }

    private static void put(ObjectNode row, String field, String value) {
        if (!value.isBlank()) {
            row.put(field, value);
        }
    }
}
