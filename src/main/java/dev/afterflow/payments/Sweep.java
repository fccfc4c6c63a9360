package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every minute for refunds that nothing moves any more, and sets them going again; each in a transaction of its own,
 * so that one stops no other, and a second node that looks too changes nothing.
 */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int HOUR = 60;
    private static final int PAGE = 1000;

    private final JdbcRefunds refunds;
    private final RefundPayoutProcess payout;
    private final Providers providers;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    Sweep(JdbcRefunds refunds, RefundPayoutProcess payout, Providers providers, Outbox outbox, TransactionTemplate tx) {
        this.refunds = refunds;
        this.payout = payout;
        this.providers = providers;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void everyMinute() {
        pages(0, this::lookAfter);
        wake();
    }

    /** Settled refunds that found nobody waiting are offered again. */
    void wake() {
        each(refunds::unheard, this::offer);
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    void everyHour() {
        pages(HOUR, page -> outbox.hurry(RefundCourier.KIND, page.stream().map(Refund::refundNo).toList()));
    }

    private void lookAfter(List<Refund> page) {
        Set<String> lost = Set.copyOf(outbox.notOwed(RefundCourier.KIND, page.stream().map(Refund::refundNo).toList()));
        each(() -> page.stream().filter(refund -> lost.contains(refund.refundNo())).toList(), this::keepGoing);
    }

    private void pages(int minutes, Consumer<List<Refund>> work) {
        String after = "";
        for (List<Refund> page = page(minutes, after); !page.isEmpty(); page = page(minutes, after)) {
            work.accept(page);
            after = page.get(page.size() - 1).refundNo();
        }
    }

    private List<Refund> page(int minutes, String after) {
        return tx.execute(status -> refunds.open(minutes, after, PAGE));
    }

    private void offer(Refund refund) {
        if (payout.settled(refund.caseNumber(), refund.refundNo(), refund.state().paid())) {
            refunds.heard(refund.refundNo(), true);
        }
    }

    private void keepGoing(Refund refund) {
        outbox.ensure(RefundCourier.KIND, providers.lane(refund.provider(), refund.shop()), refund.refundNo(), refund.shop());
    }

    private void each(Supplier<List<Refund>> found, Consumer<Refund> work) {
        for (Refund refund : tx.execute(status -> found.get())) {
            try {
                tx.executeWithoutResult(status -> work.accept(refund));
            } catch (RuntimeException failed) {
                LOG.warn("{} is left until the next look", refund.refundNo(), failed);
            }
        }
    }
}
