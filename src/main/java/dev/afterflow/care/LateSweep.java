package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.orders.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds orders near or past their ship-by promise before the platform does, and paid ones that the shop's books call unavailable. */
@Component
class LateSweep {

    private static final Finding.Sort LATE = new Finding.Sort(Matter.Kind.LATE, Case.Kind.LATE_SHIPMENT, "SHIP_BY", "warehouse", 75);
    private static final Finding.Sort SHORT = new Finding.Sort(Matter.Kind.EXCEPTION, Case.Kind.ORDER_EXCEPTION, "OUT_OF_STOCK", "care-desk", 70);

    private final Promises promises;
    private final Finding finding;
    private final Orders orders;
    private final Clock clock;

    LateSweep(Promises promises, Finding finding, Orders orders, Clock clock) {
        this.promises = promises;
        this.finding = finding;
        this.orders = orders;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT60S")
    void look() {
        promises.watched().forEach(this::look);
    }

    private void look(JdbcTerms.Watched watched) {
        Instant now = clock.instant();
        PromiseTerms terms = promises.of(watched.shop(), now);
        Instant before = now.plus(Duration.ofHours(terms.warnHours()));
        finding.all(watched.shop(), LATE, after ->
                orders.unshipped(watched.shop(), watched.since(), terms.promiseHours(), before, after, Finding.AT_ONCE));
        finding.all(watched.shop(), SHORT, after -> orders.unavailable(watched.shop(), watched.since(), after, Finding.AT_ONCE));
    }
}
