package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads exchanges as {@code tmall.exchange.get} and reviews as {@code taobao.traderates.get} tell them. */
class TaobaoOthers {

    /** A review is named by its line, which a refund may be too. */
    static final String RATE = "rate-";
    /** A seller's explanation is impossible after 30 days (TOP's document of {@code taobao.traderate.explain.add}). */
    private static final Duration ANSWERABLE = Duration.ofDays(30);
    private static final Map<String, Integer> SCORES = Map.of("good", 5, "neutral", 3, "bad", 1);

    private final TaobaoReader refunds;
    private final JsonMapper json;

    TaobaoOthers(TaobaoReader refunds, JsonMapper json) {
        this.refunds = refunds;
        this.json = json;
    }

    Told exchange(String shop, JsonNode exchange, List<Ground> grounds) {
        String status = exchange.path("status").asString("");
        Optional<State> state = TaobaoStates.exchange(status);
        Optional<Step> step = TaobaoStates.step(exchange.path("cs_status").asInt(1));
        if (state.isEmpty() || step.isEmpty()) {
            return Told.refused(state.isEmpty() ? "UNKNOWN_EXCHANGE_STATUS " + status : "UNKNOWN_CS_STATUS " + exchange.path("cs_status").asInt());
        }
        try {
            PlatformMatter matter = exchanged(shop, exchange, state.get(), step.get());
            List<Slip> slips = new ArrayList<>();
            slips.add(new Slip("requests", refunds.request(matter, exchange.path("good_status").asString(""), exchange.path("num").asLong(0), exchange.path("created").asString()), true));
            refunds.parcel(matter, exchange.path("buyer_logistic_name").asString(""), exchange.path("buyer_logistic_no").asString(""), exchange.path("modified").asString())
                .ifPresent(slips::add);
            return new Told(matter, grounds, slips, null, Map.of("phase", exchange.path("refund_phase").asString(""), "version", exchange.path("refund_version").asString("0"),
                "operation", exchange.path("operation_contraint").asString("")));
        } catch (DateTimeParseException | IllegalArgumentException | JacksonException unreadable) {
            return Told.refused("UNREADABLE " + unreadable.getMessage());
        }
    }

    private static PlatformMatter exchanged(String shop, JsonNode exchange, State state, Step step) {
        Instant modified = TaobaoReader.time(exchange.path("modified").asString());
        String version = exchange.path("refund_version").asString("0");
        boolean mayNot = exchange.path("operation_contraint").asString("").contains("cannot_refuse");
        String timeout = exchange.path("time_out").asString("");
        String price = exchange.path("payment").asString(exchange.path("price").asString(""));
        return new PlatformMatter(shop, TaobaoAccounts.WORD, Sort.EXCHANGE, exchange.path("dispute_id").asString(), exchange.path("biz_order_id").asString(), null, state, step,
            exchange.path("status").asString(), version.equals("0") ? String.valueOf(modified.toEpochMilli()) : version,
            price.isEmpty() ? null : Money.parse(price, TaobaoReader.CURRENCY), TaobaoStates.reason(exchange.path("reason").asString("")),
            exchange.path("desc").asString(exchange.path("reason").asString("")),
            state == State.ASKED || state == State.GOODS_BACK || state == State.WAITS_FOR_SHIPMENT ? timeout.isEmpty() ? null : TaobaoReader.time(timeout) : null,
            TaobaoReader.allows(Sort.EXCHANGE, state, step, exchange.path("status").asString()), mayNot ? "平台不允许拒绝这笔换货（cannot_refuse）" : null,
            mayNot ? "The marketplace does not allow this exchange to be refused (cannot_refuse)" : null, modified);
    }

    /** A review of one line; the marketplace tells no time of a change, so an answer to it counts as one. */
    Told rate(String shop, JsonNode rate, Instant now) {
        Integer score = SCORES.get(rate.path("result").asString(""));
        String oid = rate.path("oid").asString("");
        if (score == null || oid.isEmpty()) {
            return Told.refused("UNKNOWN_RESULT " + rate.path("result").asString(""));
        }
        Instant created = TaobaoReader.time(rate.path("created").asString());
        String reply = rate.path("reply").asString("");
        boolean open = reply.isBlank() && now.isBefore(created.plus(ANSWERABLE));
        PlatformMatter matter = new PlatformMatter(shop, TaobaoAccounts.WORD, Sort.REVIEW, RATE + oid, rate.path("tid").asString(), oid, open ? State.ASKED : State.CLOSED, Step.NONE,
            rate.path("result").asString(), reply.isBlank() ? "0" : "1", null, rate.path("result").asString(), rate.path("content").asString(""),
            open ? created.plus(ANSWERABLE) : null, open ? Set.of(Kind.REPLY_REVIEW) : Set.of(), null, null, created);
        ObjectNode row = json.createObjectNode().put("reviewId", oid).put("orderId", rate.path("tid").asString()).put("score", score).put("createdAt", created.toString());
        if (!matter.reasonText().isBlank()) {
            row.put("text", matter.reasonText());
        }
        return new Told(matter, List.of(), List.of(new Slip("reviews", row, true)), null, Map.of("reply", reply));
    }
}
