package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each reason not to start on a server, one plain line with a way out, on a real PostgreSQL. */
class ServerChecksTest {

    private static final ServerChecks.Server GOOD =
            new ServerChecks.Server("app", false, "17.1", 170_001, false, "read committed", Duration.ofMillis(40));

    @Test
    void aGoodServerIsTaken() {
        assertThatCode(() -> {
            ServerChecks.demandGood(GOOD);
            ServerChecks.demandSafe(GOOD);
        }).doesNotThrowAnyException();
    }

    @Test
    void anOldServerIsRefused() {
        refused(() -> ServerChecks.demandGood(new ServerChecks.Server("app", false, "14.9", 140_009, false, "read committed", Duration.ZERO)),
                "PostgreSQL 14.9", "15 or newer");
    }

    @Test
    void clocksFiveSecondsApartAreRefused() {
        refused(() -> ServerChecks.demandGood(new ServerChecks.Server("app", false, "17.1", 170_001, false, "read committed", Duration.ofSeconds(-6))),
                "6 s apart", "NTP");
    }

    @Test
    void aServerThatForgetsIsRefusedInProduction() {
        refused(() -> checks(TestDatabase.application(TestDatabase.create()), Duration.ZERO).demandGood(), "may forget", "on in postgresql.conf");
    }

    @Test
    void aSuperuserIsRefused() {
        refused(() -> checks(TestDatabase.superuser(TestDatabase.create()), Duration.ZERO).demandGood(), "'postgres' is a superuser", "plain role");
    }

    @Test
    void ourClockIsComparedWithTheServers() {
        refused(() -> checks(TestDatabase.application(TestDatabase.create()), Duration.ofMinutes(10)).demandGood(), "s apart", "NTP");
    }

    @Test
    void anotherIsolationIsRefused() {
        DriverManagerDataSource strict = new DriverManagerDataSource(TestDatabase.create() + "?options=-c%20default_transaction_isolation=serializable",
                Login.APPLICATION, TestDatabase.settings("").get("spring.datasource.password"));
        refused(() -> checks(strict, Duration.ZERO).demandGood(), "'serializable'", "read committed");
    }

    @Test
    void whoOwnsATableIsRefusedAndWhoDoesNotIsTaken() {
        String url = TestDatabase.create();
        JdbcClient.create(TestDatabase.owner(url)).sql("create table public.mine (id int)").update();

        refused(() -> checks(TestDatabase.owner(url), Duration.ZERO).demandNoOwner(), "owns tables", "SPRING_FLYWAY_USER");
        assertThatCode(() -> checks(TestDatabase.application(url), Duration.ZERO).demandNoOwner()).doesNotThrowAnyException();
    }

    @Test
    void aServerThatDoesNotLetUsInIsToldInOneLine() {
        DriverManagerDataSource wrong = new DriverManagerDataSource(TestDatabase.create(), Login.APPLICATION, "wrong");
        refused(() -> checks(wrong, Duration.ZERO).demandGood(), "does not let us in", "SPRING_DATASOURCE_URL");
    }

    @Test
    void aDatabaseOfANewerAfterflowIsLeftAlone() {
        DataSource owner = TestDatabase.owner(TestDatabase.create());
        flyway(owner, "classpath:db/migration/database").migrate();
        JdbcClient sql = JdbcClient.create(owner);
        sql.sql("""
                insert into migrations.flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (99, '299912312359', 'from the future', 'SQL', 'V299912312359__x.sql', 'x', 1, true)""").update();

        refused(() -> new Migrations(new ServerChecks(owner, Clock.systemUTC(), false), new Restore(new StandardEnvironment()))
                .migrate(flyway(owner, "classpath:db/migration/database")), "newer Afterflow (its schema is 299912312359)", "that version");
    }

    private static Flyway flyway(DataSource owner, String location) {
        return Flyway.configure().dataSource(owner).defaultSchema("migrations").schemas("migrations").createSchemas(true).locations(location).load();
    }

    private static ServerChecks checks(DataSource application, Duration ahead) {
        return new ServerChecks(application, Clock.offset(Clock.systemUTC(), ahead), true);
    }

    private static void refused(ThrowingCallable start, String why, String wayOut) {
        assertThatThrownBy(start).isInstanceOf(DatabaseRefused.class).hasMessageContaining(why).hasMessageNotContaining("\n")
                .satisfies(refused -> assertThat(((DatabaseRefused) refused).wayOut()).contains(wayOut).doesNotContain("\n"));
    }
}
