package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
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
    Environment environment;

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
        assertThat(keys.find(environment.getRequiredProperty("afterflow.sandbox.key")).orElseThrow().scopes()).hasSize(12);
    }

    @Test
    void aSecondStartOfTheDemoChangesNothing() {
        long before = count();
        start("demo", null);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void productionWithoutAnybodyMakesOneAdministrator() {
        transaction.executeWithoutResult(status -> {
            onlyDemo();
            start("production", "correct horse battery");
            Person admin = people.byLogin("administrator").orElseThrow();
            assertThat(admin.who().roles()).containsExactly(Role.ADMIN);
            assertThat(passwords.matches("correct horse battery", admin.password())).isTrue();
            assertThat(admin.demo()).isFalse();
            status.setRollbackOnly();
        });
    }

    @Test
    void productionTakesNoDemoPassword() {
        transaction.executeWithoutResult(status -> {
            onlyDemo();
            assertThatThrownBy(() -> start("production", "afterflow-demo")).isInstanceOf(Problem.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void productionWithoutAPasswordMakesNobody() {
        transaction.executeWithoutResult(status -> {
            onlyDemo();
            long before = count();
            start("production", null);
            assertThat(count()).isEqualTo(before);
            status.setRollbackOnly();
        });
    }

    private void onlyDemo() {
        sql.sql("update security.person set demo = true").update();
    }

    private long count() {
        return sql.sql("select count(*) from security.person where demo").query(Long.class).single();
    }

    private void start(String mode, String password) {
        new FirstPeople(people, shops, keys, passwords, new Mode(mode), new Settings(false, 20, 50, 20, password), environment,
                sql, transaction).afterSingletonsInstantiated();
    }
}
