package dev.afterflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Asks a server whether it may carry the truth: its version, its clock, its durability, and how little our role may do there. */
class ServerChecks {

    static final Duration LARGEST_SKEW = Duration.ofSeconds(5);
    private static final int OLDEST = 150_000;
    private static final String QUESTION = """
            select current_user as role, rolsuper or rolbypassrls as above, current_setting('server_version') as version,
                   current_setting('server_version_num')::int as number, current_setting('fsync') = 'off'
                     or current_setting('full_page_writes') = 'off' or current_setting('synchronous_commit') = 'off' as forgets,
                   current_setting('default_transaction_isolation') as isolation, clock_timestamp() as now
              from pg_roles where rolname = current_user
            """;
    private static final String OWNED = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
               and pg_has_role(current_user, c.relowner, 'USAGE')
            """;

    private final DataSource application;
    private final Clock clock;
    private final boolean production;

    ServerChecks(DataSource application, Clock clock, boolean production) {
        this.application = application;
        this.clock = clock;
        this.production = production;
    }

    /** What the server says of itself and of our role. */
    record Server(String role, boolean above, String version, int number, boolean forgets, String isolation, Duration skew) {
    }

    /** Before anything is changed on the server. */
    void demandGood() {
        Server server = ask();
        demandGood(server);
        if (production) {
            demandSafe(server);
        }
    }

    static void demandGood(Server server) {
        if (server.number() < OLDEST) {
            throw new DatabaseRefused("The database is PostgreSQL " + server.version() + ", and 15 is the oldest that will do.",
                    "Move the data to PostgreSQL 15 or newer; 17 is what the tests run on.");
        }
        if (server.skew().abs().compareTo(LARGEST_SKEW) > 0) {
            throw new DatabaseRefused("The clocks of this machine and of the database are " + server.skew().abs().toSeconds() + " s apart.",
                    "Let both take their time from the same NTP servers, then start again.");
        }
        if (!server.isolation().equals("read committed")) {
            throw new DatabaseRefused("The database's default_transaction_isolation is '" + server.isolation() + "'.",
                    "Set it to 'read committed' (alter role " + server.role() + " set default_transaction_isolation = 'read committed').");
        }
    }

    static void demandSafe(Server server) {
        if (server.above()) {
            throw new DatabaseRefused("The database role '" + server.role() + "' is a superuser or passes row level security by.",
                    "Make a plain role (create role afterflow_app login …) and name it in SPRING_DATASOURCE_USERNAME.");
        }
        if (server.forgets()) {
            throw new DatabaseRefused("The database may forget what it confirmed: fsync, full_page_writes or synchronous_commit is off.",
                    "Set all three to on in postgresql.conf and restart the server.");
        }
    }

    /** After the migrations: who owns a table may change it and step over the fence. */
    void demandNoOwner() {
        if (production && number(OWNED) > 0) {
            throw new DatabaseRefused("The role of SPRING_DATASOURCE_USERNAME owns tables, or is a member of the role that does.",
                    "Let another role own them: name it in SPRING_FLYWAY_USER, and give SPRING_DATASOURCE_USERNAME a role that owns nothing.");
        }
    }

    private long number(String question) {
        try (Connection connection = application.getConnection(); PreparedStatement ask = connection.prepareStatement(question);
                ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private Server ask() {
        try (Connection connection = application.getConnection(); PreparedStatement ask = connection.prepareStatement(QUESTION)) {
            Instant before = clock.instant();
            try (ResultSet row = ask.executeQuery()) {
                Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
                row.next();
                return new Server(row.getString("role"), row.getBoolean("above"), row.getString("version"), row.getInt("number"),
                        row.getBoolean("forgets"), row.getString("isolation"),
                        Duration.between(middle, row.getTimestamp("now").toInstant()));
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static DatabaseRefused unreachable(SQLException cause) {
        Throwable said = cause.getCause() == null ? cause : cause.getCause();
        return new DatabaseRefused("The database does not let us in: " + String.valueOf(said.getMessage()).lines().findFirst().orElse(""),
                "Look at SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and whether the server runs.", cause);
    }
}
