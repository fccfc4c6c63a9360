package dev.afterflow.remedies;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import dev.afterflow.sla.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whether a buyer has to show something before anybody can judge, and the message that asks for it: once a reason, at most for
 * the day that step {@code buyerEvidence} gives, never so long that our own answer comes late.
 */
@Component
class EvidenceWish {

    private static final Duration WORTH_WAITING = Duration.ofHours(1);
    private static final DateTimeFormatter UNTIL_ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter UNTIL_EN = DateTimeFormatter.ofPattern("d MMMM HH:mm (zzz)", Locale.ENGLISH);

    private final Deadlines deadlines;
    private final Notifications notifications;

    EvidenceWish(Deadlines deadlines, Notifications notifications) {
        this.deadlines = deadlines;
        this.notifications = notifications;
    }

    /** @param fault whether the reason speaks of a fault, which can be shown */
    Weighed weigh(Liability begun, Circumstances known, boolean fault) {
        List<Proof> proofs = Proof.all(known);
        Instant now = known.now();
        Instant settleBy = deadlines.of(known.shop().id(), known.order().isShipped() ? "answerShipped" : "answerUnshipped",
                known.asked().platformDeadline(), known.asked().openedAt()).escalateAt();
        Instant day = deadlines.of(known.shop().id(), "buyerEvidence", null, now).due();
        Instant until = day.isBefore(settleBy) ? day : settleBy;
        boolean legal = begun.reasonType().equals("COUNTERFEIT");
        boolean ours = proofs.contains(Proof.OTHER_SKU) || proofs.contains(Proof.LEFT_SHORT);
        boolean needed = fault && !legal && !ours && !known.shown() && known.order().isShipped() && begun.evidenceAskedAt() == null
                && until.isAfter(now.plus(WORTH_WAITING));
        return new Weighed(facts(known, proofs), needed, until, settleBy);
    }

    private static Map<String, Object> facts(Circumstances known, List<Proof> proofs) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", known.shop().jurisdiction());
        facts.put("proofs", Proof.joined(proofs));
        facts.put("inTerm", known.inTerm());
        facts.put("durable", known.durable());
        facts.put("days", known.days());
        facts.put("supplierBears", known.supplierBears());
        return facts;
    }

    void tell(Liability weighed, Circumstances known, Instant until) {
        Order.Buyer buyer = known.order().buyer();
        String language = buyer == null || buyer.language() == null ? known.shop().language() : buyer.language();
        String orderId = known.order().orderId();
        boolean chinese = language.startsWith("zh");
        notifications.tell(new Message(weighed.shop(), weighed.caseNumber(), "evidenceWanted", language,
                new Message.Recipient(buyer == null ? "order:" + orderId : buyer.id(), orderId, buyer == null ? null : buyer.email(), buyer == null ? null : buyer.phone()),
                Map.of("orderId", orderId, "caseNumber", weighed.caseNumber(), "wanted", Words.of("show" + weighed.reasonType(), chinese),
                        "until", (chinese ? UNTIL_ZH : UNTIL_EN).format(until.atZone(ZoneId.of(known.shop().timeZone())))),
                "evidence-" + weighed.reasonType()));
    }
}
