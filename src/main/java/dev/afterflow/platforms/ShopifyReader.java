package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads returns ({@code ReturnStatus}) and disputes ({@code DisputeStatus}) as Shopify's Admin API tells them; a word it does not name is refused. */
class ShopifyReader {

    static final List<Ground> GROUNDS = List.of(new Ground("RETURN_PERIOD_ENDED", "退货期已过 / the return period has ended", false),
        new Ground("FINAL_SALE", "不支持退货的商品 / final sale", false), new Ground("OTHER", "其他 / other", false));
    private static final Map<String, State> RETURNS = Map.of("REQUESTED", State.ASKED, "OPEN", State.WAITS_FOR_GOODS, "CLOSED", State.DONE, "DECLINED", State.CLOSED,
        "CANCELED", State.CLOSED);
    private static final Map<String, State> DISPUTES = Map.of("NEEDS_RESPONSE", State.ASKED, "UNDER_REVIEW", State.UNDER_REVIEW, "WON", State.DONE, "LOST", State.DONE,
        "ACCEPTED", State.DONE, "CHARGE_REFUNDED", State.CLOSED, "PREVENTED", State.CLOSED);
    private static final Map<String, Step> DECIDED = Map.of("WON", Step.DECIDED_SELLER, "LOST", Step.DECIDED_BUYER, "ACCEPTED", Step.DECIDED_BUYER);
    private static final Map<String, String> REASONS = Map.of("DEFECTIVE", "QUALITY", "NOT_AS_DESCRIBED", "NOT_AS_DESCRIBED", "WRONG_ITEM", "WRONG_ITEM", "COLOR", "NO_REASON",
        "SIZE_TOO_LARGE", "NO_REASON", "SIZE_TOO_SMALL", "NO_REASON", "STYLE", "NO_REASON", "UNWANTED", "NO_REASON");

    private final JsonMapper json;

    ShopifyReader(JsonMapper json) {
        this.json = json;
    }

    Told returned(String shop, JsonNode told) {
        String status = told.path("status").asString("");
        if (!RETURNS.containsKey(status)) {
            return Told.refused("UNKNOWN_STATUS " + status);
        }
        try {
            State state = RETURNS.get(status);
            JsonNode first = told.path("returnLineItems").path("nodes").path(0);
            Set<Kind> allows = state == State.ASKED ? EnumSet.of(Kind.AGREE_RETURN, Kind.REFUSE)
                : state == State.WAITS_FOR_GOODS ? EnumSet.of(Kind.AGREE_REFUND, Kind.CONFIRM_GOODS) : Set.of();
            PlatformMatter matter = new PlatformMatter(shop, ShopifyAccounts.WORD, Sort.RETURN, told.path("id").asString(), ShopifyQueries.number(told.path("order").path("id").asString()),
                null, state, Step.NONE, status, version(told), null, REASONS.getOrDefault(first.path("returnReason").asString(""), "OTHER"), words(first), null, allows, null, null,
                modified(told, status));
            return new Told(matter, state == State.ASKED ? GROUNDS : List.of(), List.of(new Slip("requests", request(matter, told), true)), null,
                Map.of("order", told.path("order").path("id").asString()));
        } catch (DateTimeException | JacksonException unreadable) {
            return Told.refused("UNREADABLE " + unreadable.getMessage());
        }
    }

    private static String version(JsonNode told) {
        return String.join("/", told.path("status").asString(), told.path("requestApprovedAt").asString(""), told.path("closedAt").asString(""));
    }

    /** A refusal or a withdrawal has no time of its own. */
    private static Instant modified(JsonNode told, String status) {
        boolean ended = status.equals("DECLINED") || status.equals("CANCELED");
        return Stream.of(told.path("createdAt"), told.path("requestApprovedAt"), told.path("closedAt"), ended ? told.path("order").path("updatedAt") : told.path("-"))
            .map(ShopifyReader::instant).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow(() -> new DateTimeException("no time"));
    }

    private static String words(JsonNode line) {
        return Stream.of(line.path("customerNote").asString(""), line.path("returnReasonNote").asString("")).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private ObjectNode request(PlatformMatter matter, JsonNode told) {
        ObjectNode row = json.createObjectNode().put("kind", "RETURN_REFUND").put("askedRemedy", "RETURN_REFUND").put("reasonCode", matter.reasonCode())
            .put("createdAt", instant(told.path("createdAt")).toString()).put("goodsReceived", true);
        if (!matter.reasonText().isBlank()) {
            row.put("reasonText", matter.reasonText());
        }
        ArrayNode lines = json.createArrayNode();
        for (JsonNode line : told.path("returnLineItems").path("nodes")) {
            String id = line.path("fulfillmentLineItem").path("lineItem").path("id").asString("");
            if (!id.isEmpty()) {
                lines.addObject().put("lineId", ShopifyQueries.number(id)).put("quantity", line.path("quantity").asInt(1));
            }
        }
        if (!lines.isEmpty()) {
            row.set("lines", lines);
        }
        return row;
    }

    Told disputed(String shop, JsonNode told) {
        String status = told.path("status").asString("");
        String order = told.path("order").path("id").asString("");
        if (!DISPUTES.containsKey(status) || order.isEmpty()) {
            return Told.refused(order.isEmpty() && DISPUTES.containsKey(status) ? "NO_ORDER" : "UNKNOWN_DISPUTE_STATUS " + status);
        }
        try {
            State state = DISPUTES.get(status);
            Money amount = Money.parse(ShopifyOrders.trimmed(told.path("amount").path("amount").asString()), told.path("amount").path("currencyCode").asString());
            Instant initiated = instant(told.path("initiatedAt"));
            Instant changed = Stream.of(initiated, instant(told.path("evidenceSentOn")), instant(told.path("finalizedOn"))).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElseThrow();
            PlatformMatter matter = new PlatformMatter(shop, ShopifyAccounts.WORD, Sort.DISPUTE, told.path("id").asString(), ShopifyQueries.number(order), null, state,
                DECIDED.getOrDefault(status, state == State.ASKED ? Step.EVIDENCE : Step.NONE), status,
                String.join("/", status, told.path("evidenceDueBy").asString(""), told.path("evidenceSentOn").asString("")), amount, told.path("reasonDetails").path("reason").asString("GENERAL"),
                told.path("reasonDetails").path("networkReasonCode").asString(""), state == State.ASKED ? instant(told.path("evidenceDueBy")) : null,
                state == State.ASKED ? Set.of(Kind.SUBMIT_EVIDENCE) : Set.of(), null, null, changed);
            return new Told(matter, List.of(), List.of(new Slip("disputes", dispute(matter, told, initiated), true)), null,
                Map.of("evidence", told.path("disputeEvidence").path("id").asString(""), "sent", told.path("evidenceSentOn").asString("")));
        } catch (DateTimeException | IllegalArgumentException | JacksonException unreadable) {
            return Told.refused("UNREADABLE " + unreadable.getMessage());
        }
    }

    private ObjectNode dispute(PlatformMatter matter, JsonNode told, Instant initiated) {
        ObjectNode row = json.createObjectNode().put("kind", told.path("type").asString("CHARGEBACK")).put("reasonCode", matter.reasonCode()).put("createdAt", initiated.toString());
        if (!matter.reasonText().isBlank()) {
            row.put("reasonText", matter.reasonText());
        }
        MarketLetters.money(row.putObject("amount"), matter.amount());
        return row;
    }

    /** A moment, or a day: then its first moment, so that nothing is thought later than it is. */
    static Instant instant(JsonNode node) {
        String text = node.asString("");
        if (text.isEmpty()) {
            return null;
        }
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : OffsetDateTime.parse(text).toInstant();
    }
}
