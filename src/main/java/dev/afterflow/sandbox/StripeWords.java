package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The played Stripe's objects as its document writes them. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeWords {

    private final StripeBooks books;
    private final PlayedTrades trades;
    private final JsonMapper json;

    StripeWords(StripeBooks books, PlayedTrades trades, JsonMapper json) {
        this.books = books;
        this.trades = trades;
        this.json = json;
    }

    Map<String, Object> refund(PayBooks.Kept kept) {
        boolean moved = books.hasMoved(kept.refundId());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", "re_" + kept.refundId());
        words.put("object", "refund");
        words.put("amount", kept.wanted().amount());
        words.put("currency", kept.wanted().currency().toLowerCase(Locale.ROOT));
        words.put("payment_intent", kept.wanted().paymentNo());
        words.put("charge", trades.lock(StripeHouse.WORD, kept.wanted().paymentNo()).map(PlayedTrades.Trade::name).orElse(null));
        words.put("metadata", Map.of("refund_no", kept.wanted().refundNo(), "reason", kept.wanted().reason()));
        words.put("status", switch (kept.status()) {
            case "SUCCESS" -> "succeeded";
            case "CLOSED" -> "failed";
            default -> "pending";
        });
        words.put("pending_reason", kept.status().equals("ABNORMAL") ? "insufficient_funds" : kept.status().equals("PROCESSING") ? "processing" : null);
        words.put("failure_reason", kept.status().equals("CLOSED") ? "expired_or_canceled_card" : null);
        words.put("failure_balance_transaction", kept.status().equals("CLOSED") && moved ? "txn_back_" + kept.refundId() : null);
        return words;
    }

    Map<String, Object> line(StripeBooks.Line line, PayBooks.Kept refund, boolean whole) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", "txn_" + line.id());
        words.put("object", "balance_transaction");
        words.put("amount", -refund.wanted().amount());
        words.put("currency", refund.wanted().currency().toLowerCase(Locale.ROOT));
        words.put("created", line.at());
        words.put("fee", 0);
        words.put("net", -refund.wanted().amount());
        words.put("type", "refund");
        words.put("reporting_category", "refund");
        words.put("source", whole ? refund(refund) : "re_" + refund.refundId());
        return words;
    }

    Map<String, Object> dispute(StripeBooks.Dispute dispute) {
        List<Map<String, Object>> balance = new ArrayList<>();
        for (StripeBooks.Balance each : books.balance(dispute.id())) {
            balance.add(Map.of("id", "txn_d" + each.id(), "object", "balance_transaction", "amount", each.amount(), "fee", each.fee(),
                "net", each.amount() - each.fee(), "currency", each.currency().toLowerCase(Locale.ROOT), "created", each.at(), "type", "adjustment",
                "reporting_category", each.amount() < 0 ? "dispute" : "dispute_reversal"));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("due_by", dispute.dueBy());
        details.put("has_evidence", !dispute.evidence().equals("{}"));
        details.put("past_due", dispute.dueBy() != null && Instant.now().getEpochSecond() > dispute.dueBy());
        details.put("submission_count", dispute.submissions());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", dispute.id());
        words.put("object", "dispute");
        words.put("amount", dispute.amount());
        words.put("currency", dispute.currency().toLowerCase(Locale.ROOT));
        words.put("charge", dispute.charge());
        words.put("payment_intent", dispute.paymentNo());
        words.put("reason", dispute.reason());
        words.put("network_reason_code", dispute.bankReason());
        words.put("status", dispute.status());
        words.put("created", dispute.createdAt());
        words.put("evidence", json.readValue(dispute.evidence(), Map.class));
        words.put("evidence_details", details);
        words.put("balance_transactions", balance);
        words.put("livemode", false);
        return words;
    }

    static Map<String, Object> hook(StripeBooks.Hook hook, boolean fresh) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", hook.id());
        words.put("object", "webhook_endpoint");
        words.put("url", hook.url());
        words.put("status", hook.enabled() ? "enabled" : "disabled");
        if (fresh) {
            words.put("secret", hook.secret());
        }
        return words;
    }

    static Map<String, Object> list(List<Map<String, Object>> all, int limit, String after) {
        int from = 0;
        for (int each = 0; after != null && each < all.size(); each++) {
            if (all.get(each).get("id").equals(after)) {
                from = each + 1;
            }
        }
        int until = Math.min(all.size(), from + limit);
        return Map.of("object", "list", "data", all.subList(from, until), "has_more", until < all.size());
    }

    static Map<String, Object> error(String type, String code, String param, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
        error.put("message", message);
        return Map.of("error", error);
    }
}
