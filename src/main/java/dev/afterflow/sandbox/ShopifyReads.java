package dev.afterflow.sandbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What the played Shopify answers to questions, each by its operation's name. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ShopifyReads {

    private static final Set<String> KNOWN = Set.of("Orders", "Disputes", "Order", "Return", "Dispute", "Money", "Remark", "Shop");
    private static final Pattern MOMENT = Pattern.compile("(updated_at|initiated_at):([<>])='([^']+)'");
    private static final int PAGE = 50;

    private final MarketBooks books;
    private final MarketPapers papers;
    private final JsonMapper json;

    ShopifyReads(MarketBooks books, MarketPapers papers, JsonMapper json) {
        this.books = books;
        this.papers = papers;
        this.json = json;
    }

    boolean knows(String name) {
        return KNOWN.contains(name);
    }

    ObjectNode answer(String shop, String name, JsonNode variables) {
        String id = variables.path("id").asString("");
        return switch (name) {
            case "Shop" -> json.createObjectNode().set("shop", json.createObjectNode().put("name", shop).put("myshopifyDomain", shop + ".myshopify.com"));
            case "Orders" -> orders(shop, variables);
            case "Disputes" -> json.createObjectNode().set("shopifyPaymentsAccount", json.createObjectNode().set("disputes", page(shop, "dispute", variables)));
            case "Order" -> json.createObjectNode().set("order", order(shop, id));
            case "Return" -> json.createObjectNode().set("return", returned(shop, id));
            case "Dispute" -> json.createObjectNode().set("dispute", one(shop, "dispute", id));
            case "Money" -> money(shop, id);
            default -> remark(shop, id);
        };
    }

    private JsonNode one(String shop, String kind, String id) {
        return books.find(shop, kind, id).map(thing -> (JsonNode) thing.body()).orElse(NullNode.getInstance());
    }

    private JsonNode returned(String shop, String id) {
        JsonNode one = one(shop, "return", id);
        if (one instanceof ObjectNode told) {
            told.set("order", json.createObjectNode().put("id", told.path("orderGid").asString()).put("updatedAt", one(shop, "order", told.path("orderGid").asString()).path("updatedAt").asString()));
        }
        return one;
    }

    private ObjectNode orders(String shop, JsonNode variables) {
        ObjectNode page = page(shop, "order", variables);
        for (JsonNode order : page.path("nodes")) {
            ArrayNode returns = json.createArrayNode();
            ofOrder(shop, order.path("id").asString()).forEach(each -> returns.addObject().put("id", each.name()).put("status", each.body().path("status").asString()));
            ((ObjectNode) order).set("returns", json.createObjectNode().set("nodes", returns));
        }
        return json.createObjectNode().set("orders", page);
    }

    private List<MarketBooks.Thing> ofOrder(String shop, String order) {
        return books.list(shop, "return", Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"), 0, 1_000).stream()
            .filter(each -> each.body().path("orderGid").asString().equals(order)).toList();
    }

    /** Pages from the least lately changed on, after a cursor that is a place in the list. */
    private ObjectNode page(String shop, String kind, JsonNode variables) {
        Instant from = Instant.EPOCH;
        Instant to = Instant.parse("2999-01-01T00:00:00Z");
        Matcher moments = MOMENT.matcher(variables.path("query").asString(""));
        while (moments.find()) {
            Instant at = OffsetDateTime.parse(moments.group(3)).toInstant();
            from = moments.group(2).equals(">") ? at : from;
            to = moments.group(2).equals("<") ? at : to;
        }
        List<MarketBooks.Thing> all = new ArrayList<>(books.list(shop, kind, from, to, 0, 10_000));
        Collections.reverse(all);
        int start = Integer.parseInt(variables.path("after").asString("0"));
        ArrayNode nodes = json.createArrayNode();
        all.stream().skip(start).limit(PAGE).forEach(thing -> nodes.add(thing.body()));
        ObjectNode page = json.createObjectNode();
        page.set("nodes", nodes);
        page.putObject("pageInfo").put("hasNextPage", start + PAGE < all.size()).put("endCursor", String.valueOf(start + PAGE));
        return page;
    }

    private JsonNode order(String shop, String id) {
        JsonNode one = one(shop, "order", id);
        if (one instanceof ObjectNode told) {
            told.set("refunds", refunds(shop, id));
        }
        return one;
    }

    private ArrayNode refunds(String shop, String order) {
        ArrayNode refunds = json.createArrayNode();
        books.list(shop, "refund", Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"), 0, 1_000).stream().filter(each -> each.body().path("orderGid").asString().equals(order))
            .forEach(each -> refunds.add(each.body()));
        return refunds;
    }

    private ObjectNode money(String shop, String id) {
        ObjectNode order = json.createObjectNode().put("id", id);
        order.set("refunds", refunds(shop, id));
        order.set("transactions", one(shop, "order", id).path("transactions"));
        return json.createObjectNode().set("order", order);
    }

    private ObjectNode remark(String shop, String id) {
        ObjectNode order = json.createObjectNode().put("id", id);
        ArrayNode tags = order.putArray("tags");
        papers.remark("shopify", shop, id).ifPresent(remark -> {
            tags.add(remark.flag());
            order.putObject("metafield").put("value", remark.memo());
        });
        return json.createObjectNode().set("order", order);
    }
}
