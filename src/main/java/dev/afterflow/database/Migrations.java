package dev.afterflow.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates a database that was looked at first; one of a newer Afterflow is left as it is. */
class Migrations implements FlywayMigrationStrategy {

    private final ServerChecks checks;
    private final Restore restore;

    Migrations(ServerChecks checks, Restore restore) {
        this.checks = checks;
        this.restore = restore;
    }

    @Override
    public void migrate(Flyway flyway) {
        checks.demandGood();
        restore.ifAsked(flyway);
        refuseNewer(flyway);
        flyway.migrate();
        checks.demandNoOwner();
    }

    private static void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().applied()).filter(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((first, last) -> last).ifPresent(newest -> {
                    throw new DatabaseRefused("The database was written by a newer Afterflow (its schema is " + newest.getVersion() + ").",
                            "Start that version or a newer one; to go back, restore a backup made by this version into an empty database.");
                });
    }
}
