package dev.afterflow.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the database is silent; answers at once, however long the database does not. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealthIndicator(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = watch.away() ? Health.down() : Health.up();
        return health.withDetail("skewMillis", watch.skew().toMillis()).build();
    }
}
