package dev.afterflow.returns;

import dev.afterflow.remedies.Dues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up the refund another workshop found owing, so that it is approved and paid by the same rules as one of ours. */
@Component
@Transactional
class TakingUp {

    private final Dues dues;
    private final JdbcReturns store;
    private final Gathering gathering;
    private final AnswerTerms terms;

    TakingUp(Dues dues, JdbcReturns store, Gathering gathering, AnswerTerms terms) {
        this.dues = dues;
        this.store = store;
        this.gathering = gathering;
        this.terms = terms;
    }

    /** Nothing happens in a case of our own. */
    void due(String caseNumber) {
        dues.take(caseNumber).ifPresent(due -> {
            Facts facts = gathering.of(caseNumber);
            Return known = store.lock(caseNumber).map(before -> before.to(Return.State.REVIEW)).orElseGet(() -> begun(facts));
            Return.Answer answer = new Return.Answer(null, due.words(), due.note(), due.by(), due.roles());
            Return.Term term = terms.refund(known, facts, facts.now());
            terms.start(known, AnswerTerms.REFUND, term);
            store.save(known.found(new Return.Finding(due.reasonType(), null, null, null)).due(term)
                    .answered(Return.State.AGREED, due.amount(), answer)
                    .course(known.course().agreed(due.goodsBack() ? "returnRefund" : Remedying.REFUND)));
        });
    }

    private Return begun(Facts facts) {
        Return begun = Return.begun(facts.asked().number(), facts.shop().id(), facts.order().orderId(), facts.order().currency(), facts.wish());
        store.insert(begun, facts.asked().buyerId());
        return begun;
    }
}
