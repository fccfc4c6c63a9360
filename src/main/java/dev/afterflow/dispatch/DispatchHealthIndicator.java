package dev.afterflow.dispatch;

import dev.afterflow.database.DatabaseWatch;
import dev.afterflow.database.Fence;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whether anything leaves the house; a freeze is somebody's will, so it takes no node out of service. */
@Component
class DispatchHealthIndicator implements HealthIndicator {

    private final Freeze freeze;
    private final DatabaseWatch watch;

    DispatchHealthIndicator(Freeze freeze, DatabaseWatch watch) {
        this.freeze = freeze;
        this.watch = watch;
    }

    @Override
    public Health health() {
        if (watch.away()) {
            return Health.unknown().build();
        }
        try {
            return Health.up().withDetail("frozen", Fence.everywhere(freeze::state).frozen()).build();
        } catch (RuntimeException unanswered) {
            return Health.unknown().build();
        }
    }
}
