package dev.afterflow.payments;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.security.Audit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which evidence of a refund enters, whoever brought it. Refund, payment, ledger, outbox and the
 * waiting token change in one transaction; the first evidence wins and the rest must agree.
 */
@Component
class Settling {

    private final JdbcRefunds refunds;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Alarms alarms;
    private final RefundPayoutProcess payout;
    private final Audit audit;
    private final CrashPoint crash;
    private final TransactionTemplate tx;

    Settling(JdbcRefunds refunds, Ledger ledger, Outbox outbox, Alarms alarms, RefundPayoutProcess payout,
            Audit audit, CrashPoint crash, TransactionTemplate tx) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.outbox = outbox;
        this.alarms = alarms;
        this.payout = payout;
        this.audit = audit;
        this.crash = crash;
        this.tx = tx;
    }

    /** True when the refund is settled afterwards; evidence that contradicts it changes nothing and calls a person. */
    boolean settle(String refundNo, Answer answer, String source) {
        boolean settled = Boolean.TRUE.equals(tx.execute(status -> take(refundNo, answer, source)));
        crash.reached("settled");
        return settled;
    }

    private boolean take(String refundNo, Answer answer, String source) {
        Refund refund = refunds.find(refundNo).orElseThrow();
        if (answer.amount() != null && !answer.amount().equals(refund.amount())) {
            alarms.raise(refund, "CONFLICT", source + " names " + answer.amount() + ", ours is " + refund.amount());
            return refund.state().settled();
        }
        if (answer.result() == Result.RETURNED) {
            move(refund, RefundState.SUCCEEDED, answer, source);
        }
        return move(refund, target(answer.result()), answer, source);
    }

    private boolean move(Refund refund, RefundState to, Answer answer, String source) {
        if (refunds.move(refund.refundNo(), to, answer.providerRefundId(), source)) {
            apply(refund, to, source);
            audit.record(refund.shop(), "REFUND_" + to, "refund", refund.refundNo(), Map.of("source", source));
            RefundFigures.ended(to);
            crash.reached("settling");
            return to.settled();
        }
        RefundState now = refunds.find(refund.refundNo()).orElseThrow().state();
        if (!now.agreesWith(to)) {
            alarms.raise(refund, "CONFLICT", source + " says " + to + ", we have " + now);
        }
        return now.settled();
    }

    private void apply(Refund refund, RefundState to, String source) {
        switch (to) {
            case SUCCEEDED -> {
                refunds.giveBack(refund);
                ledger.paid(refund);
                close(refund, to);
            }
            case REJECTED, CLOSED -> {
                refunds.release(refund);
                close(refund, to);
            }
            case RETURNED -> {
                refunds.takeBack(refund);
                ledger.returned(refund);
                alarms.raise(refund, "RETURNED", source + ": the money came back");
            }
            case ABNORMAL -> alarms.raise(refund, "ABNORMAL", source + ": the provider cannot finish it alone");
            default -> { }
        }
    }

    /** Wakes the waiting token; when none waits the money is booked all the same and a person is told. */
    private void close(Refund refund, RefundState to) {
        outbox.done(RefundCourier.KIND, refund.refundNo());
        boolean heard = payout.settled(refund.caseNumber(), refund.refundNo(), to.paid());
        refunds.heard(refund.refundNo(), heard);
        if (!heard) {
            alarms.raise(refund, "NOBODY_WAITED", "settled as " + to + " while no process waited for it");
        }
    }

    private static RefundState target(Result result) {
        return switch (result) {
            case SUCCEEDED -> RefundState.SUCCEEDED;
            case PROCESSING -> RefundState.PROCESSING;
            case REFUSED -> RefundState.REJECTED;
            case CLOSED -> RefundState.CLOSED;
            case ABNORMAL -> RefundState.ABNORMAL;
            case RETURNED -> RefundState.RETURNED;
            case HELD, NOT_FOUND, UNKNOWN -> throw new IllegalArgumentException(result + " is no evidence");
        };
    }
}
