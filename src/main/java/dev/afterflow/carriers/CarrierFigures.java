package dev.afterflow.carriers;

import dev.afterflow.database.Figures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an operator watches: circuits that are open, requests that wait for somebody, pushes nobody could file. A carrier that is away takes no node out of service. */
@Component("carriersHealthIndicator")
class CarrierFigures implements HealthIndicator {

    private final Figures figures;
    private final CarrierCircuits circuits;

    CarrierFigures(Figures figures, CarrierCircuits circuits) {
        this.figures = figures;
        this.circuits = circuits;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.carriers.requests.byhand", "Requests to carriers a person must file or look after",
            "select count(*) from carriers.request where state in ('BY_HAND', 'CHECK')");
        figures.show("afterflow.carriers.requests.waiting", "Requests that wait for a carrier's answer", "select count(*) from carriers.request where state = 'SENT'");
        figures.show("afterflow.carriers.pushes.parked", "Pushes of tracking services that could not be filed", "select count(*) from carriers.push where state = 'PARKED'");
    }

    @Override
    public Health health() {
        return Health.up().withDetail("open", circuits.open()).build();
    }
}
