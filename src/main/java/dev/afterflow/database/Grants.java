package dev.afterflow.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** After each migration the application's role may read and write rows, append to the append-only tables, and change no table. */
class Grants implements Callback {

    private final String application;

    Grants(String application) {
        if (!application.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw new DatabaseRefused("The database role '" + application + "' has a name that cannot be granted to.",
                    "Use letters, digits and underscores in SPRING_DATASOURCE_USERNAME.");
        }
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("select database.grant_to('" + application + "')");
            statement.execute("grant usage on schema migrations to \"" + application + "\"");
            statement.execute("grant select on migrations.flyway_schema_history to \"" + application + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("The rights of role " + application + " could not be given", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "grants";
    }
}
