package dev.afterflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Until when somebody must act on a refund at Taobao (its published terms: 48 h unshipped, else 5, 7, 10 and 7 days), and what happens when nobody does. */
final class TopTerms {

    private static final Map<String, Duration> TERMS = Map.of("WAIT_SELLER_AGREE", Duration.ofDays(5), "WAIT_BUYER_RETURN_GOODS", Duration.ofDays(7),
        "WAIT_SELLER_CONFIRM_GOODS", Duration.ofDays(10), "SELLER_REFUSE_BUYER", Duration.ofDays(7));
    private static final Duration UNSHIPPED = Duration.ofHours(48);
    private static final Duration EVIDENCE = Duration.ofDays(3);

    private TopTerms() {
    }

    /** Sets the term that begins with the state as it is now. */
    static void begin(ObjectNode body, Instant now) {
        String status = body.path("status").asString("");
        boolean unshipped = status.equals("WAIT_SELLER_AGREE") && body.path("order_status").asString("").equals("WAIT_SELLER_SEND_GOODS");
        Duration term = body.path("cs_status").asInt(1) == 10 ? EVIDENCE : unshipped ? UNSHIPPED : TERMS.get(status);
        ObjectNode timeout = body.putObject("refund_remind_timeout").put("exist_timeout", term != null).put("remind_type", 1);
        if (term != null) {
            timeout.put("timeout", TopReads.time(now.plus(term)));
        }
    }

    /** What the platform does when the term is over: money back, a return that is agreed, or the end of a request nobody went on with. */
    static void end(ObjectNode body) {
        body.put("status", switch (body.path("status").asString("")) {
            case "WAIT_SELLER_AGREE" -> body.path("has_good_return").asBoolean(false) ? "WAIT_BUYER_RETURN_GOODS" : "SUCCESS";
            case "WAIT_SELLER_CONFIRM_GOODS" -> "SUCCESS";
            case "1", "2", "3", "6", "12", "13", "14" -> "4";
            default -> "CLOSED";
        });
    }
}
