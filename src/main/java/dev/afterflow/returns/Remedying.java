package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.returns.Return.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which remedy a request gets: as asked where the law grants it, by a person, or by the buyer's choice; silence never refuses. */
@Component
@Transactional
class Remedying {

    static final String REFUND = "refund";
    static final int MOST_REMINDERS = 2;

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Remedies remedies;
    private final AnswerTerms terms;
    private final Telling telling;
    private final MarketWord word;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;

    Remedying(JdbcReturns store, Gathering gathering, Remedies remedies, AnswerTerms terms, Telling telling, MarketWord word, Cases cases,
              Timeline timeline, Audit audit) {
        this.store = store;
        this.gathering = gathering;
        this.remedies = remedies;
        this.terms = terms;
        this.telling = telling;
        this.word = word;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** The facts for {@code remedy-options}, and the term a request has that comes back to a person. */
    record Weighed(Map<String, Object> facts, Return.Term term) {
    }

    Weighed weigh(String caseNumber) {
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        if (known.state() != State.REVIEW) {
            cases.state(caseNumber, Case.State.OPEN);
            Return again = known.anew(facts.wish());
            known = again.due(terms.answer(again, facts));
            store.save(known);
            terms.start(known, AnswerTerms.ANSWER, known.term());
        }
        Map<String, Object> told = new HashMap<>(remedies.facts(caseNumber));
        told.put("stage", facts.stage());
        told.put("reasonType", known.finding().reasonType());
        told.put("eligibility", known.finding().eligibility());
        return new Weighed(told, known.term());
    }

    /** Keeps the options by cost; true if what was asked is agreed to at once: goods only, and from a buyer without risk flags. */
    boolean rank(String caseNumber, List<Map<String, Object>> proposed) {
        boolean grantable = remedies.rank(caseNumber, proposed).asAsked();
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        String asked = asked(facts.asked().kind());
        if (!grantable || asked.equals(REFUND) || !facts.asked().risk().isEmpty()) {
            return false;
        }
        store.save(known.answered(State.GOODS, null, Return.Answer.NONE).course(known.course().agreed(asked)));
        word.agreed(caseNumber);
        terms.stop(caseNumber, AnswerTerms.ANSWER);
        Who.SYSTEM.acting(() -> {
            timeline.add(caseNumber, "DECISION", "依规则同意：" + Words.chinese(asked), "Agreed by the rules: " + Words.english(asked), Map.of());
            return null;
        });
        audit.record(known.shop(), "REMEDY_AGREED", "case", caseNumber, Map.of("by", "rule:" + asked));
        return true;
    }

    static String asked(Case.Kind kind) {
        return switch (kind) {
            case RETURN_REFUND -> "returnRefund";
            case EXCHANGE -> "exchange";
            case RESHIP -> "reship";
            default -> REFUND;
        };
    }

    /** The remedy on record: what was agreed. */
    String agreed(String caseNumber) {
        return store.find(caseNumber).orElseThrow().course().remedy();
    }

    /** Offers several remedies; answers until when the buyer may choose. */
    Instant offer(String caseNumber, List<String> codes, Map<String, Money> amountsByCode) {
        if (codes.isEmpty()) {
            throw Problem.invalid("offers", "required", "请选择要提供的办法", "Choose the remedies to offer");
        }
        remedies.offer(caseNumber, codes, amountsByCode);
        return awaitChoice(caseNumber, "buyerChoice");
    }

    private Instant awaitChoice(String caseNumber, String step) {
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        Instant until = terms.forBuyer(locked(caseNumber), step, gathering.of(caseNumber).now());
        remedies.expect(caseNumber, until);
        return until;
    }

    /** Whether the request still waits for a choice out of this offer. */
    boolean awaitsChoice(String caseNumber, long offer) {
        return store.lock(caseNumber).filter(known -> known.state() == State.OFFERED).isPresent()
                && remedies.offer(caseNumber).filter(latest -> latest.id() == offer).isPresent();
    }

    /** What the buyer chose becomes what is agreed. */
    String chosen(String caseNumber) {
        Remedies.Offer offer = remedies.offer(caseNumber).orElseThrow();
        Remedies.Line line = offer.line(offer.chosen()).orElseThrow();
        Return known = locked(caseNumber);
        boolean money = line.remedy().equals(REFUND);
        Facts facts = gathering.of(caseNumber);
        Money gets = money ? (line.gets() == null ? known.finding().rule().owed(facts) : line.gets()).min(facts.left()) : null;
        store.save(known.answered(money ? State.AGREED : State.GOODS, gets, known.answer()).course(known.course().agreed(line.remedy())));
        if (!money) {
            word.agreed(caseNumber);
        }
        cases.state(caseNumber, Case.State.OPEN);
        return line.remedy();
    }

    /** How it goes on after a term without a choice, and until when. */
    record Silence(String answer, Instant until) {
    }

    /** Two reminders at most; then a rightful demand goes back to a person, and any other ends by template. */
    Silence weighSilence(String caseNumber) {
        Return known = locked(caseNumber);
        int reminders = remedies.offer(caseNumber).map(Remedies.Offer::reminders).orElse(MOST_REMINDERS);
        if (reminders < MOST_REMINDERS) {
            return new Silence("remind", awaitChoice(caseNumber, "remindChoice"));
        }
        remedies.lapse(caseNumber);
        if (rightful(known, gathering.of(caseNumber).asked().kind())) {
            return new Silence("toPerson", null);
        }
        store.save(known.to(State.SILENT));
        timeline.add(caseNumber, "DECISION", "买家未答复所提办法，依模板结束", "The buyer did not answer the offer; closed by template", Map.of());
        return new Silence("close", null);
    }

    /** The law grants what was asked as it was asked. */
    private static boolean rightful(Return known, Case.Kind kind) {
        return switch (String.valueOf(known.finding().eligibility())) {
            case "eligible" -> true;
            case "withReturn" -> kind == Case.Kind.RETURN_REFUND || kind == Case.Kind.EXCHANGE;
            default -> false;
        };
    }

    void remind(String caseNumber) {
        telling.remindOfOffer(caseNumber, remedies.reminded(caseNumber));
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}
