package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.orders.Orders;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds orders paid at the door before they leave, in shops that confirm them. */
@Component
class CodSweep {

    private static final Finding.Sort COD = new Finding.Sort(Matter.Kind.COD, Case.Kind.COD, "COD", "care-desk", 68);

    private final Promises promises;
    private final Finding finding;
    private final Orders orders;
    private final Clock clock;

    CodSweep(Promises promises, Finding finding, Orders orders, Clock clock) {
        this.promises = promises;
        this.finding = finding;
        this.orders = orders;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT55S", fixedDelayString = "PT30S")
    void look() {
        promises.watched().stream().filter(watched -> promises.of(watched.shop(), clock.instant()).confirmCod()).forEach(watched ->
                finding.all(watched.shop(), COD, after -> orders.unshippedCod(watched.shop(), watched.since(), after, Finding.AT_ONCE)));
    }
}
