package dev.afterflow.disputes;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform says of a dispute meanwhile, and whether the process has to hear it. */
@Component
@Transactional
class DisputeNews {

    private final JdbcDisputes store;
    private final DisputeVerdicts verdicts;
    private final DisputeCards cards;
    private final CardNews bank;
    private final DisputeLog log;
    private final Cases cases;

    DisputeNews(JdbcDisputes store, DisputeVerdicts verdicts, DisputeCards cards, CardNews bank, DisputeLog log, Cases cases) {
        this.store = store;
        this.verdicts = verdicts;
        this.cards = cards;
        this.bank = bank;
        this.log = log;
        this.cases = cases;
    }

    /** What the process hears. */
    enum Turn { VERDICT, WITHDRAWN, DEADLINE, AGAIN, NOTHING }

    Turn heard(RequestChanged event) {
        Optional<Dispute> known = store.lock(event.number()).filter(of -> !of.ended());
        if (known.isEmpty()) {
            return Turn.NOTHING;
        }
        if (cards.has(known.get())) {
            return bank.heard(event.number(), null);
        }
        Optional<Cases.Intervention> word = cases.intervention(event.number());
        return switch (event.change()) {
            case PLATFORM_DECIDED -> word.filter(told -> told.forBuyer() != null).map(told -> decided(known.get(), told)).orElse(Turn.NOTHING);
            case WITHDRAWN -> Turn.WITHDRAWN;
            case PLATFORM_CLOSED -> word.filter(told -> told.forBuyer() != null).isPresent() ? Turn.NOTHING : Turn.WITHDRAWN;
            case UPDATED, REOPENED -> deadline(known.get(), cases.find(event.number()).platformDeadline());
            case PLATFORM_STEPPED_IN -> deadline(known.get(), word.map(Cases.Intervention::deadline).orElse(null));
        };
    }

    /** Less paid than was asked is a verdict in part. */
    private Turn decided(Dispute of, Cases.Intervention word) {
        boolean part = word.forBuyer() && word.paid() != null && word.paid().currency().equals(of.currency()) && word.paid().compareTo(of.money().amount()) < 0;
        String verdict = !word.forBuyer() ? "WON" : part ? "PART" : "LOST";
        return verdicts.told(of.caseNumber(), verdict, part ? word.paid() : null, word.words()) ? Turn.VERDICT : Turn.NOTHING;
    }

    private Turn deadline(Dispute of, Instant told) {
        if (told == null || told.equals(of.times().dueAt()) || !of.waitsForAnswer()) {
            return Turn.NOTHING;
        }
        store.due(of.caseNumber(), DisputeTerms.times(of.times().openedAt(), told, true));
        log.told(of, "DISPUTE_DEADLINE", "平台更改了期限", "The platform moved its deadline", Map.of("dueAt", told.toString(), "before", of.times().dueAt().toString()));
        return Turn.DEADLINE;
    }

    Optional<Dispute.Times> times(String caseNumber) {
        return store.find(caseNumber).map(Dispute::times);
    }

    String shop(String caseNumber) {
        return store.find(caseNumber).orElseThrow().shop();
    }
}
