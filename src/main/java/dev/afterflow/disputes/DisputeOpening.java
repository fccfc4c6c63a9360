package dev.afterflow.disputes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.providers.CardDisputes.Status;
import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a dispute up: facts, deadline and warnings; money the other side withholds is booked at once. */
@Component
@Transactional
class DisputeOpening {

    private static final String PLATFORM_ID = "platform:";

    private final JdbcDisputes store;
    private final DisputeScene scene;
    private final DisputeKnowledge knowledge;
    private final DisputeTerms terms;
    private final DisputeBooks books;
    private final DisputeCards cards;
    private final DisputeLog log;
    private final Cases cases;

    DisputeOpening(JdbcDisputes store, DisputeScene scene, DisputeKnowledge knowledge, DisputeTerms terms, DisputeBooks books, DisputeCards cards, DisputeLog log,
                   Cases cases) {
        this.store = store;
        this.scene = scene;
        this.knowledge = knowledge;
        this.terms = terms;
        this.books = books;
        this.cards = cards;
        this.log = log;
        this.cases = cases;
    }

    /** The dispute as opened, and what {@code dispute-strategy} asks. */
    record Opened(Dispute dispute, Map<String, Object> facts) {
    }

    Opened begin(String caseNumber) {
        DisputeScene.Now now = scene.of(caseNumber);
        Optional<Chargeback> card = cards.opening(now.asked());
        Dispute of = card.map(told -> dispute(now, told)).orElseGet(() -> dispute(now));
        store.insert(of, DisputeKnowledge.products(now.order()));
        if (of.kind().withholds() && card.isEmpty()) {
            books.move(of, of.money().with(of.money().amount(), of.money().returned(), of.money().lost()), "withheld", "opened");
        }
        log.told(of, "DISPUTE_OPENED", DisputeWords.of(of.kind().name(), true) + "：" + DisputeWords.of(of.reason(), true) + "，" + of.money().amount().display(true)
                + "，" + scene.day(of.shop(), of.times().dueAt()) + " 前答复", DisputeWords.of(of.kind().name(), false) + ": " + DisputeWords.of(of.reason(), false) + ", "
                + of.money().amount().display(false) + ", to be answered by " + scene.day(of.shop(), of.times().dueAt()),
                Map.of("matter", of.matter(), "dueAt", of.times().dueAt().toString(), "told", of.times().told()));
        return new Opened(of, facts(of, now));
    }

    /** What {@code dispute-strategy} asks once more, as things stand today, before another round is answered. */
    Map<String, Object> renew(String caseNumber) {
        Dispute of = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        return facts(of, scene.of(caseNumber));
    }

    /** The bank's own word counts, whatever the letter said by the time it was read. */
    private Dispute dispute(DisputeScene.Now now, Chargeback card) {
        Case asked = now.asked();
        boolean inquiry = card.status() == Status.INQUIRY || card.status() == Status.INQUIRY_UNDER_REVIEW || card.status() == Status.INQUIRY_CLOSED;
        Dispute.Kind kind = inquiry ? Dispute.Kind.INQUIRY : Dispute.Kind.CHARGEBACK;
        Instant due = card.dueBy() == null ? asked.platformDeadline() : card.dueBy();
        return new Dispute(asked.number(), asked.shop(), asked.orderId(), asked.buyerId(), card.id(), card.provider(), kind,
                DisputeReasons.reason(card.reason(), card.bankReason()), DisputeCards.grounds(card), Dispute.Sheet.of(card.amount()),
                terms.of(asked.shop(), kind, due), Dispute.State.OPEN, 1, null, new Dispute.Position(null, null, null, null, null), null, null, null);
    }

    private Dispute dispute(DisputeScene.Now now) {
        Case asked = now.asked();
        Dispute.Kind kind = DisputeReasons.kind(asked.askedRemedy());
        Money amount = asked.askedAmount() != null ? asked.askedAmount() : now.order() == null ? Money.zero(now.shop().currency()) : now.order().paid();
        return new Dispute(asked.number(), asked.shop(), asked.orderId(), asked.buyerId(), matter(asked), platform(kind, now), kind,
                DisputeReasons.reason(asked.reasonCode(), asked.reasonText()), asked.reasonText(), Dispute.Sheet.of(amount),
                terms.of(asked.shop(), kind, asked.platformDeadline()), Dispute.State.OPEN, 1, null, new Dispute.Position(null, null, null, null, null), null, null, null);
    }

    /** The other side's own name of it. */
    private String matter(Case asked) {
        String id = cases.told(asked.number()).stream().map(Cases.Told::externalId).findFirst().orElse(asked.number());
        return id.startsWith(PLATFORM_ID) ? id.substring(PLATFORM_ID.length()) : id;
    }

    private static String platform(Dispute.Kind kind, DisputeScene.Now now) {
        return switch (kind) {
            case PLATFORM -> now.shop().platform();
            case A_TO_Z -> "amazon";
            case PAYPAL -> "paypal";
            case CHARGEBACK, INQUIRY -> now.order() == null || now.order().payments().isEmpty() ? "card" : now.order().payments().get(0).provider();
        };
    }

    private Map<String, Object> facts(Dispute of, DisputeScene.Now now) {
        JdbcDisputes.Past past = store.past(of);
        DisputeKnowledge.Known known = knowledge.of(now.order());
        Map<String, Object> facts = new HashMap<>();
        facts.put("disputeKind", of.kind().name());
        facts.put("reason", of.reason());
        facts.put("amountMinor", of.money().amount().minor());
        facts.put("currency", of.currency());
        facts.put("refunded", refunded(of, now));
        facts.put("late", !terms.now().isBefore(of.times().dueAt()));
        facts.put("extortion", now.pressed());
        facts.put("deliveryProof", now.signed());
        facts.put("goods", known.goods());
        facts.put("report", known.report());
        facts.put("listing", known.listing());
        facts.put("weightFull", now.lostWeight());
        facts.put("authorised", known.authorised());
        facts.put("pastDecided", (long) past.decided());
        facts.put("pastWonPercent", past.percent());
        return facts;
    }

    static boolean refunded(Dispute of, DisputeScene.Now now) {
        return now.givenBack() != null && now.givenBack().isPositive() && now.givenBack().currency().equals(of.currency())
                && now.givenBack().compareTo(of.money().amount()) >= 0;
    }

    /** Keeps the proposal with the number of own verdicts behind it. */
    void advise(String caseNumber, String strategy, String ground) {
        Dispute of = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        JdbcDisputes.Past past = store.past(of);
        store.advice(caseNumber, new Dispute.Advice(strategy, ground, past.decided(), past.won()));
        log.told(of, "DISPUTE_ADVISED", "建议" + DisputeWords.of(strategy, true) + "：" + Vocabulary.half(ground, true) + "（本店同类判定 " + past.decided() + " 件，胜 " + past.won() + " 件）",
                "Proposal: " + DisputeWords.of(strategy, false) + ", " + Vocabulary.half(ground, false) + " (own verdicts " + past.decided() + ", won " + past.won() + ")",
                Map.of("strategy", String.valueOf(strategy), "decided", past.decided(), "won", past.won()));
    }
}
