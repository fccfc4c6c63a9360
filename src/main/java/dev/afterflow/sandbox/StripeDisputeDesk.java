package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The played banks' disputes: opened by hand, the money and a fee withheld at once unless it is an inquiry, evidence read once, lost when
 * its time is over, decided by hand or by the seed.
 */
@Service
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeDisputeDesk {

    private static final long FEE = 1500;
    private static final String REQUEST = "invalid_request_error";
    private static final Map<String, String> BANKS = Map.of("fraudulent", "10.4", "product_not_received", "13.1", "product_unacceptable", "13.3",
        "credit_not_processed", "13.6", "subscription_canceled", "13.2", "duplicate", "12.6.1", "unrecognized", "10.4", "general", "12.5");
    private static final Set<String> WAITS = Set.of("needs_response", "warning_needs_response");

    private final StripeBooks books;
    private final StripeWords words;
    private final StripeNews news;
    private final PayNotices notices;
    private final PayFaults faults;
    private final PlayedTrades trades;
    private final JsonMapper json;
    private final Clock clock;

    StripeDisputeDesk(StripeBooks books, StripeWords words, StripeNews news, PayNotices notices, PayFaults faults, PlayedTrades trades, JsonMapper json, Clock clock) {
        this.books = books;
        this.words = words;
        this.news = news;
        this.notices = notices;
        this.faults = faults;
        this.trades = trades;
        this.json = json;
        this.clock = clock;
    }

    /** @param amount null for all of the payment; @param dueSeconds null for a fortnight */
    record Opened(String payment, Long amount, String reason, Boolean inquiry, Long dueSeconds) {
    }

    Optional<Map<String, Object>> open(Opened opened) {
        return trades.lock(StripeHouse.WORD, opened.payment()).map(trade -> {
            boolean inquiry = Boolean.TRUE.equals(opened.inquiry());
            String reason = opened.reason() == null ? "general" : opened.reason();
            long due = clock.instant().getEpochSecond() + (opened.dueSeconds() == null ? Duration.ofDays(14).toSeconds() : opened.dueSeconds());
            StripeBooks.Dispute dispute = books.open(new StripeBooks.Dispute("dp_" + StripeBooks.name(), trade.tradeNo(), trade.name(),
                opened.amount() == null ? trade.total() : opened.amount(), trade.currency(), reason, BANKS.getOrDefault(reason, "12.5"),
                inquiry ? "warning_needs_response" : "needs_response", due, 0, "{}", 0));
            if (!inquiry) {
                books.balance(dispute.id(), -dispute.amount(), FEE, dispute.currency());
                tell("charge.dispute.funds_withdrawn", dispute.id(), 600);
            }
            return tell("charge.dispute.created", dispute.id(), 300);
        });
    }

    /** What a merchant says; the evidence of before stays unless it is said anew. */
    StripeDesk.Said put(String id, Map<String, String> form) {
        Optional<StripeBooks.Dispute> found = books.dispute(id);
        if (found.isEmpty()) {
            return StripeDesk.refused(404, REQUEST, "resource_missing", "id", "No such dispute");
        }
        StripeBooks.Dispute now = found.get();
        if (!WAITS.contains(now.status()) || now.submissions() > 0) {
            return StripeDesk.refused(400, REQUEST, null, null, "This dispute's evidence has already been submitted, or it is closed");
        }
        Map<String, Object> evidence = new HashMap<>(json.readValue(now.evidence(), Map.class));
        for (Map.Entry<String, String> each : form.entrySet()) {
            if (each.getKey().matches("evidence\\[\\w+]")) {
                evidence.put(each.getKey().substring(9, each.getKey().length() - 1), each.getValue());
            }
        }
        if (evidence.values().stream().map(String::valueOf).anyMatch(value -> value.startsWith("file_") && !books.hasFile(value))) {
            return StripeDesk.refused(400, REQUEST, "resource_missing", "evidence", "No such file");
        }
        boolean submit = !"false".equals(form.get("submit"));
        String status = !submit ? now.status() : now.status().equals("needs_response") ? "under_review" : "warning_under_review";
        books.change(id, status, json.writeValueAsString(evidence), now.submissions() + (submit ? 1 : 0));
        return new StripeDesk.Said(200, tell("charge.dispute.updated", id, 300), PayFault.NONE, true);
    }

    /** The merchant gives in. */
    StripeDesk.Said close(String id) {
        Optional<StripeBooks.Dispute> found = books.dispute(id);
        if (found.isEmpty()) {
            return StripeDesk.refused(404, REQUEST, "resource_missing", "id", "No such dispute");
        }
        if (!WAITS.contains(found.get().status())) {
            return StripeDesk.refused(400, REQUEST, null, null, "This dispute is already closed");
        }
        return new StripeDesk.Said(200, decide(id, false).orElseThrow(), PayFault.NONE, true);
    }

    /** The bank's word; null lets the seed decide. An inquiry only ends; a dispute won gives the money back, though not the fee. */
    Optional<Map<String, Object>> decide(String id, Boolean won) {
        return books.dispute(id).map(dispute -> {
            boolean ours = won != null ? won : PayFaults.chance(faults.setting().seed(), "bank" + id) < 0.5;
            boolean inquiry = dispute.status().startsWith("warning_");
            String status = inquiry ? "warning_closed" : ours ? "won" : "lost";
            books.change(id, status, dispute.evidence(), dispute.submissions());
            if (status.equals("won")) {
                books.balance(id, dispute.amount(), 0, dispute.currency());
                tell("charge.dispute.funds_reinstated", id, 200);
            }
            return tell("charge.dispute.closed", id, 400);
        });
    }

    /** Whoever says nothing in time has lost. */
    @Scheduled(fixedDelay = 1000)
    void overdue() {
        List<StripeBooks.Dispute> late = books.overdue();
        late.forEach(dispute -> decide(dispute.id(), false));
    }

    private Map<String, Object> tell(String type, String id, int delayMillis) {
        Map<String, Object> about = words.dispute(books.dispute(id).orElseThrow());
        news.addresses().forEach(url -> notices.tell(url, news.event(type, about), StripeHouse.WORD, delayMillis));
        return about;
    }
}
