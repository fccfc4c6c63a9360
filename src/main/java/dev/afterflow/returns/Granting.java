package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a refund that another workshop agreed with its buyer, as the choice in {@code remedies} says: its amount by our rule,
 * its approval by our limits, its payment once.
 */
@Component
@Transactional
class Granting {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Remedies remedies;
    private final AnswerTerms terms;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;

    Granting(JdbcReturns store, Gathering gathering, Remedies remedies, AnswerTerms terms, Cases cases, Timeline timeline, Audit audit) {
        this.store = store;
        this.gathering = gathering;
        this.remedies = remedies;
        this.terms = terms;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Opens the request in the name of the case, or takes it up again, and tells {@code refund-amount} what is known. */
    Map<String, Object> takeOver(String caseNumber, String reasonType) {
        chosen(caseNumber);
        Facts facts = gathering.of(caseNumber);
        store.lock(caseNumber).ifPresentOrElse(known -> store.save(known.anew(facts.wish())), () -> store.insert(
                Return.begun(caseNumber, facts.shop().id(), facts.order().orderId(), facts.order().currency(), facts.wish()), facts.asked().buyerId()));
        Return open = locked(caseNumber);
        store.save(open.found(new Return.Finding(reasonType, null, null, null)));
        terms.startDemand(facts);
        Map<String, Object> told = new HashMap<>(facts.forTables());
        told.put("reasonType", reasonType);
        told.put("remedy", Case.Kind.REFUND_ONLY.name());
        return told;
    }

    /** Keeps what the buyer gets: the agreed part, or all that the rule owes; 409 if nothing is left to give. */
    Return.Term agree(String caseNumber, RefundRule rule) {
        Remedies.Line line = chosen(caseNumber);
        Facts facts = gathering.of(caseNumber);
        boolean whole = line.code().equals(Remedying.REFUND) && Set.of("PAID", "PIECE").contains(rule.goods());
        Money gets = whole || line.gets() == null ? rule.due(facts) : line.gets().min(facts.left());
        if (!gets.isPositive()) {
            throw Problem.conflict("returns.nothingLeft", "该订单已没有可退的款项", "Nothing is left of this order's payment to give back");
        }
        Return known = locked(caseNumber);
        Remedies.Recorder by = remedies.recorder(caseNumber).orElse(new Remedies.Recorder("", Set.of()));
        Return.Answer answer = new Return.Answer(null, null, null, by.login().isEmpty() ? null : by.login(), by.roles());
        Return agreed = known.found(new Return.Finding(known.finding().reasonType(), null, null, rule)).due(terms.answer(known, facts))
                .answered(Return.State.AGREED, gets, answer).course(known.course().agreed(Remedying.REFUND));
        store.save(agreed);
        terms.start(agreed, AnswerTerms.REFUND, agreed.term());
        cases.state(caseNumber, Case.State.OPEN);
        Who.SYSTEM.acting(() -> {
            timeline.add(caseNumber, "DECISION", "应退款 " + Words.inChinese(gets), "Refund due: " + Words.inEnglish(gets), Map.of());
            return null;
        });
        audit.record(known.shop(), "REFUND_OWED", "case", caseNumber, Map.of("amount", gets.minor(), "currency", gets.currency(),
                "by", by.login().isEmpty() ? "rule:buyerChose" : by.login()));
        return agreed.term();
    }

    private Remedies.Line chosen(String caseNumber) {
        return remedies.offer(caseNumber).filter(offer -> offer.state() == Remedies.Offer.State.CHOSEN)
                .flatMap(offer -> offer.line(offer.chosen())).filter(line -> line.remedy().equals(Remedying.REFUND))
                .orElseThrow(() -> Problem.conflict("returns.notAgreed", "没有与买家商定退款", "No refund was agreed with the buyer"));
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}
