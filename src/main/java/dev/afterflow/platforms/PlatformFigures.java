package dev.afterflow.platforms;

import dev.afterflow.database.Figures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an operator watches: circuits that are open, requests that wait for people, words nobody could take. A marketplace that is away takes no node out of service. */
@Component("platformsHealthIndicator")
class PlatformFigures implements HealthIndicator {

    private final Figures figures;
    private final MarketCircuits circuits;

    PlatformFigures(Figures figures, MarketCircuits circuits) {
        this.figures = figures;
        this.circuits = circuits;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.platforms.requests.people", "Requests to marketplaces that wait for a person",
            "select count(*) from platforms.request where state in ('CODE', 'BY_HAND')");
        figures.show("afterflow.platforms.hints.parked", "Words of marketplaces that could not be taken", "select count(*) from platforms.hint where state = 'PARKED'");
        figures.show("afterflow.platforms.letters.parked", "Letters of marketplaces that the letterbox refused", "select count(*) from platforms.letter where state = 'PARKED'");
    }

    @Override
    public Health health() {
        return Health.up().withDetail("open", circuits.open().stream().map(MarketCircuits.Open::circuit).toList()).build();
    }
}
