package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What sellers' machines do at the played Shopify: each deed kept as often as it is done, refused in its words. */
@Component
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ShopifyDesk {

    private static final Map<String, String[]> RETURNS = Map.of("Approve", new String[] {"returnApproveRequest", "REQUESTED", "OPEN"},
        "Decline", new String[] {"returnDeclineRequest", "REQUESTED", "DECLINED"}, "Close", new String[] {"returnClose", "OPEN", "CLOSED"});

    private final MarketBooks books;
    private final MarketPapers papers;
    private final ShopifyNews news;
    private final JsonMapper json;
    private final Clock clock;

    ShopifyDesk(MarketBooks books, MarketPapers papers, ShopifyNews news, JsonMapper json, Clock clock) {
        this.books = books;
        this.papers = papers;
        this.news = news;
        this.json = json;
        this.clock = clock;
    }

    ObjectNode act(String shop, String name, JsonNode variables) {
        if (RETURNS.containsKey(name)) {
            return returned(shop, RETURNS.get(name), variables);
        }
        return switch (name) {
            case "Refund" -> refund(shop, variables.path("input"));
            case "Flag" -> flag(shop, variables);
            case "Evidence" -> evidence(shop, variables);
            default -> json.createObjectNode();
        };
    }

    private ObjectNode returned(String shop, String[] move, JsonNode variables) {
        String id = variables.path("id").asString(variables.path("input").path("id").asString(""));
        MarketBooks.Thing thing = books.lock(shop, id).orElse(null);
        if (thing == null || !thing.body().path("status").asString().equals(move[1])) {
            return payload(move[0], null, thing == null ? "NOT_FOUND" : "INVALID_STATE", "Return is not in the state " + move[1]);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        thing.body().put("status", move[2]);
        switch (move[2]) {
            case "OPEN" -> thing.body().put("requestApprovedAt", now.toString());
            case "CLOSED" -> thing.body().put("closedAt", now.toString());
            default -> thing.body().putObject("decline").put("reason", variables.path("input").path("declineReason").asString()).put("note", variables.path("input").path("declineNote").asString(""));
        }
        books.did(thing, move[2], null);
        books.save(thing, now);
        touch(shop, thing.body().path("orderGid").asString());
        news.tell(thing, "returns/update", "once");
        return payload(move[0], json.createObjectNode().put("id", id).put("status", move[2]), null, null);
    }

    private ObjectNode payload(String name, ObjectNode returned, String code, String message) {
        ObjectNode payload = json.createObjectNode();
        payload.set("return", returned);
        var errors = payload.putArray("userErrors");
        if (code != null) {
            errors.addObject().put("code", code).put("message", message);
        }
        return json.createObjectNode().set(name, payload);
    }

    /** Money that moves: refused when more would go back than came. */
    private ObjectNode refund(String shop, JsonNode input) {
        String order = input.path("orderId").asString("");
        MarketBooks.Thing of = books.lock(shop, order).orElse(null);
        BigDecimal amount = new BigDecimal(input.path("transactions").path(0).path("amount").asString("0"));
        BigDecimal paid = of == null ? BigDecimal.ZERO : new BigDecimal(of.body().path("transactions").path(0).path("amountSet").path("shopMoney").path("amount").asString("0"));
        BigDecimal given = of == null ? BigDecimal.ZERO : new BigDecimal(of.body().path("given").asString("0"));
        ObjectNode payload = json.createObjectNode();
        if (of == null || given.add(amount).compareTo(paid) > 0) {
            payload.putNull("refund");
            payload.putArray("userErrors").addObject().put("message", "Refund amount is larger than the refundable amount");
            return json.createObjectNode().set("refundCreate", payload);
        }
        of.body().put("given", given.add(amount).toPlainString());
        books.save(of, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        String id = "gid://shopify/Refund/" + books.next();
        ObjectNode refund = json.createObjectNode().put("id", id).put("note", input.path("note").asString("")).put("orderGid", order)
            .put("createdAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        refund.putObject("totalRefundedSet").putObject("shopMoney").put("amount", amount.toPlainString()).put("currencyCode", of.body().path("currencyCode").asString());
        refund.putObject("transactions").putArray("nodes").addObject().put("kind", "REFUND").putObject("parentTransaction")
            .put("id", input.path("transactions").path(0).path("parentId").asString(""));
        books.add("shopify", shop, "refund", id, refund, clock.instant());
        books.did(of, "GIVEN", amount.movePointRight(2).longValueExact());
        touch(shop, order);
        payload.set("refund", refund);
        payload.putArray("userErrors");
        return json.createObjectNode().set("refundCreate", payload);
    }

    private ObjectNode flag(String shop, JsonNode variables) {
        String order = variables.path("id").asString();
        papers.remark("shopify", shop, order, variables.path("tags").path(0).asString(""), variables.path("remarks").path(0).path("value").asString(""));
        ObjectNode data = json.createObjectNode();
        ObjectNode tags = data.putObject("tagsAdd");
        tags.putObject("node").put("id", order);
        tags.putArray("userErrors");
        ObjectNode fields = data.putObject("metafieldsSet");
        fields.putArray("metafields").addObject().put("id", "gid://shopify/Metafield/" + books.next());
        fields.putArray("userErrors");
        return data;
    }

    private ObjectNode evidence(String shop, JsonNode variables) {
        String id = variables.path("id").asString("").replace("DisputeEvidence", "Dispute");
        MarketBooks.Thing dispute = books.lock(shop, id).orElse(null);
        ObjectNode payload = json.createObjectNode();
        if (dispute == null || !dispute.body().path("evidenceSentOn").asString("").isEmpty()) {
            payload.putNull("disputeEvidence");
            payload.putArray("userErrors").addObject().put("code", "EVIDENCE_ALREADY_ACCEPTED").put("message", "Evidence was already submitted");
            return json.createObjectNode().set("disputeEvidenceUpdate", payload);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        dispute.body().put("evidenceSentOn", now.toString()).put("status", "UNDER_REVIEW").set("evidence", variables.path("input"));
        books.did(dispute, "SUBMITTED", null);
        books.save(dispute, now);
        news.tell(dispute, "disputes/update", "once");
        payload.putObject("disputeEvidence").put("id", variables.path("id").asString());
        payload.putArray("userErrors");
        return json.createObjectNode().set("disputeEvidenceUpdate", payload);
    }

    long file(String shop, String dispute, JsonNode file) {
        long id = books.next();
        books.add("shopify", shop, "file", "gid://shopify/ShopifyPaymentsDisputeFileUpload/" + id, json.createObjectNode().put("dispute", dispute)
            .put("type", file.path("document_type").asString("")).put("name", file.path("filename").asString("")).put("size", file.path("data").asString("").length()), clock.instant());
        return id;
    }

    /** What happens to a return changes its order. */
    void touch(String shop, String order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        books.lock(shop, order).ifPresent(thing -> {
            thing.body().put("updatedAt", now.toString());
            books.save(thing, now);
        });
    }
}
