package dev.afterflow.returns;

import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Dues;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up the money another workshop found owing, so that it is approved and paid by the same rules as one of ours. */
@Component
@Transactional
class TakingUp {

    /** Compensation is owed beside the price, so it may be more than is left of it; finance pays what no payment can give back. */
    static final String COMPENSATION = "COMPENSATION";
    private static final Set<String> PRICED = Set.of("PAID", "PIECE");

    private final Dues dues;
    private final JdbcReturns store;
    private final Gathering gathering;
    private final Amounts amounts;
    private final AnswerTerms terms;
    private final Timeline timeline;
    private final Audit audit;

    TakingUp(Dues dues, JdbcReturns store, Gathering gathering, Amounts amounts, AnswerTerms terms, Timeline timeline, Audit audit) {
        this.dues = dues;
        this.store = store;
        this.gathering = gathering;
        this.amounts = amounts;
        this.terms = terms;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** Answers until when what was taken up is approved and paid; empty in a case of our own. 409 if nothing is left to give back. */
    Optional<Return.Term> due(String caseNumber) {
        return dues.take(caseNumber).map(due -> {
            Facts facts = gathering.of(caseNumber);
            Return known = store.lock(caseNumber).map(Return::owedMore).orElseGet(() -> begun(facts));
            RefundRule rule = due.whole() ? amounts.forRefund(due.reasonType(), facts) : null;
            Money owed = owed(due, rule, facts);
            Return.Answer answer = new Return.Answer(null, due.words(), due.note(), due.by().isEmpty() ? null : due.by(), due.roles());
            Return.Term term = terms.refund(known, facts, facts.now());
            terms.start(known, AnswerTerms.REFUND, term);
            store.save(known.found(new Return.Finding(due.reasonType(), null, null, rule)).due(term)
                    .answered(Return.State.AGREED, owed, answer)
                    .course(known.course().agreed(due.goodsBack() ? "returnRefund" : Remedying.REFUND)));
            if (due.whole()) {
                terms.startDemand(facts);
                tell(known, owed, due);
            }
            return term;
        });
    }

    private static Money owed(Dues.Due due, RefundRule rule, Facts facts) {
        if (due.reasonType().equals(COMPENSATION)) {
            return due.amount();
        }
        Money owed = rule != null && PRICED.contains(rule.goods()) ? rule.due(facts) : due.amount().min(facts.left());
        if (!owed.isPositive()) {
            throw Problem.conflict("returns.nothingLeft", "该订单已没有可退的款项", "Nothing is left of this order's payment to give back");
        }
        return owed;
    }

    /** What the rule gives back is known only now. */
    private void tell(Return known, Money owed, Dues.Due due) {
        Who.SYSTEM.acting(() -> {
            timeline.add(known.caseNumber(), "DECISION", "应退款 " + Words.inChinese(owed), "Refund due: " + Words.inEnglish(owed), Map.of());
            return null;
        });
        audit.record(known.shop(), "REFUND_OWED", "case", known.caseNumber(), Map.of("amount", owed.minor(), "currency", owed.currency(),
                "by", due.by().isEmpty() ? "rule:buyerChose" : due.by()));
    }

    private Return begun(Facts facts) {
        Return begun = Return.begun(facts.asked().number(), facts.shop().id(), facts.order().orderId(), facts.order().currency(), facts.wish());
        store.insert(begun, facts.asked().buyerId());
        return begun;
    }
}
