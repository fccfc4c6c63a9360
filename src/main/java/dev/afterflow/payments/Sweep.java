package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every minute for refunds that nothing moves any more, and sets them going again; one node at a time. */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int HOUR = 60;

    private final JdbcRefunds refunds;
    private final RefundPayoutProcess payout;
    private final Providers providers;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    Sweep(JdbcRefunds refunds, RefundPayoutProcess payout, Providers providers, Outbox outbox, JdbcClient jdbc,
            TransactionTemplate tx) {
        this.refunds = refunds;
        this.payout = payout;
        this.providers = providers;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.tx = tx;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void everyMinute() {
        tx.executeWithoutResult(status -> {
            if (alone()) {
                refunds.open(0).forEach(this::keepGoing);
            }
        });
        wake();
    }

    /** Settled refunds that found nobody waiting are offered again, each in its own transaction. */
    void wake() {
        for (Refund refund : tx.execute(status -> refunds.unheard())) {
            try {
                tx.executeWithoutResult(status -> offer(refund));
            } catch (RuntimeException failed) {
                LOG.warn("{} could not be offered again: {}", refund.refundNo(), failed.toString());
            }
        }
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    void everyHour() {
        tx.executeWithoutResult(status -> {
            if (alone()) {
                refunds.open(HOUR).forEach(refund -> outbox.hurry(RefundCourier.KIND, refund.refundNo()));
            }
        });
    }

    private void offer(Refund refund) {
        if (payout.settled(refund.caseNumber(), refund.refundNo(), refund.state().paid())) {
            refunds.heard(refund.refundNo(), true);
        }
    }

    private void keepGoing(Refund refund) {
        outbox.ensure(RefundCourier.KIND, providers.lane(refund.provider()), refund.refundNo(), refund.shop());
    }

    private boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('payments.sweep'))").query(Boolean.class).single();
    }
}
