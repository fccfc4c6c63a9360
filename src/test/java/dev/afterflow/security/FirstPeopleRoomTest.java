package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A production start, tried inside a transaction that is rolled back. */
@RoomTest
class FirstPeopleRoomTest {

    @Autowired
    JdbcPeople people;

    @Autowired
    Shops shops;

    @Autowired
    Keys keys;

    @Autowired
    PasswordRule passwords;

    @Autowired
    Vault vault;

    @Autowired
    SandboxKey sandbox;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theDemoHasItsPeopleTeamsAndShops() {
        Person lin = people.byLogin("lin").orElseThrow();

        assertThat(lin.who().teams()).contains("returns-desk");
        assertThat(people.byLogin("zhou").orElseThrow().who().teams()).containsExactly("returns-leads");
        assertThat(shops.find("lanting").orElseThrow().prefix()).isEqualTo("LT");
        assertThat(shops.find("verde").orElseThrow().timeZone()).isEqualTo("America/Sao_Paulo");
        assertThat(keys.find(environment.getRequiredProperty("afterflow.sandbox.key")).orElseThrow().scopes()).hasSize(14);
    }

    @Test
    void aSecondStartOfTheDemoChangesNothing() {
        long before = count();
        start("demo");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void everyStartOfTheDemoUsesTheSameKeyAndTakesBackAnyOther() {
        transaction.executeWithoutResult(status -> {
            String key = environment.getRequiredProperty("afterflow.sandbox.key");
            keys.add("sandbox", KeyText.fresh(), List.of(new Keys.Grant("lanting", List.of("intake:orders"))), Who.SYSTEM, true);
            StandardEnvironment next = new StandardEnvironment();
            next.getPropertySources().addLast(new MapPropertySource("startChecks", new HashMap<>(Map.of("afterflow.sandbox.key", KeyText.fresh()))));
            new SandboxKey(next, keys, vault, sql).settle();

            assertThat(next.getProperty("afterflow.sandbox.key")).as("the next start's key").isEqualTo(key);
            assertThat(valid()).as("keys that open a door").isEqualTo(1);
            keys.revoke(keys.find(key).orElseThrow().id(), people.byLogin("admin").orElseThrow().who());
            next.getPropertySources().addFirst(new MapPropertySource("startChecks", new HashMap<>(Map.of("afterflow.sandbox.key", KeyText.fresh()))));
            new SandboxKey(next, keys, vault, sql).settle();
            assertThat(next.getProperty("afterflow.sandbox.key")).as("a key an administrator took back stays so").isNotEqualTo(key);
            assertThat(valid()).isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    private long valid() {
        return sql.sql("select count(*) from security.api_key where demo and revoked_at is null").query(Long.class).single();
    }

    @Test
    void aDemoDatabaseIsNeverOpenedAsProduction() {
        assertThatThrownBy(() -> start("production")).isInstanceOf(StartRefused.class)
                .hasMessage("This database is a demo database, and afterflow.mode is production.");
    }

    @Test
    void norProductionAsADemoWithPasswordsEverybodyKnows() {
        transaction.executeWithoutResult(status -> {
            sql.sql("update security.house set mode = 'production'").update();
            assertThatThrownBy(() -> start("demo")).isInstanceOf(StartRefused.class)
                    .hasMessage("This database is a production database, and afterflow.mode is demo.");
            status.setRollbackOnly();
        });
    }

    @Test
    void productionMakesNobodyByItself() {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from security.house").update();
            long before = count();
            start("production");
            assertThat(count()).isEqualTo(before);
            assertThat(sql.sql("select mode from security.house").query(String.class).single()).isEqualTo("production");
            status.setRollbackOnly();
        });
    }

    private long count() {
        return sql.sql("select count(*) from security.person").query(Long.class).single();
    }

    private void start(String mode) {
        new FirstPeople(people, shops, passwords, new Mode(mode), sandbox, sql, transaction).afterSingletonsInstantiated();
    }
}
