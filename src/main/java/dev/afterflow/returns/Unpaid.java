package dev.afterflow.returns;

import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundView;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that was decided and has not all arrived: what a person of finance does about it. */
@Component
@Transactional
class Unpaid {

    private static final Set<String> DEAD = Set.of("REJECTED", "CLOSED");

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Payments payments;
    private final Audit audit;

    Unpaid(JdbcReturns store, JdbcAnswers answers, Payments payments, Audit audit) {
        this.store = store;
        this.answers = answers;
        this.payments = payments;
        this.audit = audit;
    }

    /** The parts that are proved dead are paid again, each under the next number; 409 if none is. */
    void again(String caseNumber, String note, Who who) {
        Return known = locked(caseNumber);
        List<RefundView> dead = newest(known).stream().filter(refund -> DEAD.contains(refund.state())).toList();
        if (dead.isEmpty()) {
            throw Problem.conflict("returns.nothingDead", "没有已确认失败的款项，不能再付一次；请重新核对，或以其他方式支付",
                    "No part is proved to have failed; check again, or pay in another way");
        }
        dead.forEach(refund -> payments.renew(refund.refundNo(), who.login()));
        resolved(known, known.state(), "AGAIN", note, List.of(), who);
    }

    private Collection<RefundView> newest(Return known) {
        return payments.of(known.caseNumber()).stream().filter(refund -> refund.seq() == known.refundSeq())
                .collect(Collectors.toMap(RefundView::part, Function.identity(), (before, later) -> later)).values();
    }

    void recheck(String caseNumber, String note, Who who) {
        Return known = locked(caseNumber);
        resolved(known, known.state(), "CHECK", note, List.of(), who);
    }

    /** Paid outside the product, with proof. */
    void otherwise(String caseNumber, String note, List<String> evidence, Who who) {
        if (evidence.isEmpty()) {
            throw Problem.invalid("evidence", "required", "请附上已支付的凭证", "Attach the proof of payment");
        }
        resolved(locked(caseNumber), Return.State.OTHERWISE, "OTHERWISE", note, evidence, who);
    }

    private void resolved(Return known, Return.State next, String answer, String note, List<String> evidence, Who who) {
        store.save(next == known.state() ? known : known.to(next));
        answers.add(known, new JdbcAnswers.Said("resolvePayout", answer, known.agreed(), null, null, note, false, evidence), who);
        audit.record(known.shop(), "PAYOUT_" + answer, "case", known.caseNumber(), Map.of("by", who.login(), "seq", known.refundSeq()));
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}
