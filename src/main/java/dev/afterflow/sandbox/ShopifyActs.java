package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What buyers and banks do at the played Shopify. */
@Component
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ShopifyActs {

    private final MarketBooks books;
    private final ShopifyNews news;
    private final ShopifyDesk desk;
    private final JsonMapper json;
    private final Clock clock;

    ShopifyActs(MarketBooks books, ShopifyNews news, ShopifyDesk desk, JsonMapper json, Clock clock) {
        this.books = books;
        this.news = news;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    /** A paid and delivered order of one line; {@code amount} such as {@code 129.50}. */
    MarketBooks.Thing order(String shop, String amount, String currency, String how) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long number = books.next();
        String id = "gid://shopify/Order/" + number;
        ObjectNode order = json.createObjectNode().put("id", id).put("name", "#" + number).put("createdAt", now.minus(Duration.ofDays(6)).toString()).put("updatedAt", now.toString())
            .put("currencyCode", currency).put("displayFinancialStatus", "PAID").put("displayFulfillmentStatus", "FULFILLED");
        order.putObject("customer").put("id", "gid://shopify/Customer/" + number).put("firstName", "Ana").put("lastName", "Silva").put("email", "ana" + number + "@example.com").put("locale", "en");
        order.putObject("shippingAddress").put("countryCodeV2", "BR").put("province", "SP").put("city", "São Paulo").put("address1", "Rua dos Pinheiros 870").put("zip", "05422-001");
        ObjectNode line = order.putObject("lineItems").putArray("nodes").addObject().put("id", "gid://shopify/LineItem/" + number + "1").put("title", "Linen shirt").put("quantity", 2);
        line.putObject("product").put("id", "gid://shopify/Product/7001");
        money(line.putObject("discountedTotalSet"), amount, currency);
        ObjectNode paid = order.putArray("transactions").addObject().put("id", "gid://shopify/OrderTransaction/" + number + "2").put("kind", "SALE").put("status", "SUCCESS")
            .put("gateway", "shopify_payments").put("processedAt", now.minus(Duration.ofDays(6)).toString());
        money(paid.putObject("amountSet"), amount, currency);
        ObjectNode sent = order.putArray("fulfillments").addObject().put("id", "gid://shopify/Fulfillment/" + number + "3").put("createdAt", now.minus(Duration.ofDays(5)).toString())
            .put("deliveredAt", now.minus(Duration.ofDays(2)).toString());
        sent.putArray("trackingInfo").addObject().put("company", "Correios").put("number", "BR" + number);
        sent.putObject("fulfillmentLineItems").putArray("nodes").addObject().put("quantity", 2).putObject("lineItem").put("id", "gid://shopify/LineItem/" + number + "1");
        MarketBooks.Thing thing = books.add("shopify", shop, "order", id, order, now);
        news.tell(thing, "orders/create", how == null ? "once" : how);
        return thing;
    }

    private static void money(ObjectNode set, String amount, String currency) {
        set.putObject("shopMoney").put("amount", amount).put("currencyCode", currency);
    }

    /** A buyer asks to return one piece of an order. */
    MarketBooks.Thing ask(String shop, String order, String reason, String words, String how) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = "gid://shopify/Return/" + books.next();
        String line = books.find(shop, "order", order).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order")).body()
            .path("lineItems").path("nodes").path(0).path("id").asString();
        ObjectNode body = json.createObjectNode().put("id", id).put("name", "#R1").put("status", "REQUESTED").put("createdAt", now.toString()).put("orderGid", order);
        ObjectNode item = body.putObject("returnLineItems").putArray("nodes").addObject().put("quantity", 1).put("returnReason", reason == null ? "DEFECTIVE" : reason)
            .put("customerNote", words == null ? "The seam is open" : words);
        item.putObject("fulfillmentLineItem").putObject("lineItem").put("id", line);
        MarketBooks.Thing thing = books.add("shopify", shop, "return", id, body, now);
        desk.touch(shop, order);
        news.tell(thing, "returns/request", how == null ? "once" : how);
        return thing;
    }

    /** A cardholder's bank takes money back, or asks. */
    MarketBooks.Thing dispute(String shop, String order, String amount, String currency, String type, String how) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long number = books.next();
        String id = "gid://shopify/ShopifyPaymentsDispute/" + number;
        ObjectNode body = json.createObjectNode().put("id", id).put("status", "NEEDS_RESPONSE").put("type", type == null ? "CHARGEBACK" : type).put("initiatedAt", now.toString())
            .put("evidenceDueBy", now.plus(Duration.ofDays(9)).toString());
        body.putObject("amount").put("amount", amount).put("currencyCode", currency);
        body.putObject("reasonDetails").put("reason", "PRODUCT_NOT_RECEIVED").put("networkReasonCode", "13.1");
        body.putObject("order").put("id", order);
        body.putObject("disputeEvidence").put("id", "gid://shopify/ShopifyPaymentsDisputeEvidence/" + number);
        MarketBooks.Thing thing = books.add("shopify", shop, "dispute", id, body, now);
        news.tell(thing, "disputes/create", how == null ? "once" : how);
        return thing;
    }

    /** A bank decides ({@code WON}, {@code LOST}), a buyer takes a return back ({@code CANCELED}), or a word comes that nobody knows. */
    MarketBooks.Thing decide(String name, String status, String how) {
        MarketBooks.Thing thing = books.named(name).flatMap(found -> books.lock(found.shop(), name)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such thing"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        thing.body().put("status", status);
        if (thing.kind().equals("dispute")) {
            thing.body().put("finalizedOn", now.toString());
        } else {
            desk.touch(thing.shop(), thing.body().path("orderGid").asString());
        }
        books.save(thing, now);
        news.tell(thing, thing.kind().equals("dispute") ? "disputes/update" : "returns/cancel", how == null ? "once" : how);
        return thing;
    }
}
