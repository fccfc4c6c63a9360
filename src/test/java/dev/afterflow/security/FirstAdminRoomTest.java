package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The link to become the first administrator; each story is rolled back. */
@RoomTest
class FirstAdminRoomTest {

    private static final String GOOD = "correct horse battery";

    @LocalServerPort
    int port;
    @Autowired
    FirstAdmin first;
    @Autowired
    JdbcPeople people;
    @Autowired
    PasswordRule passwords;
    @Autowired
    Audit audit;
    @Autowired
    Environment environment;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    private final String login = "boss-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theLinkMakesOneAdministratorWithEveryShopAndIsOver() {
        alone(() -> {
            String link = first.freshLink();
            Person admin = first.enter(link, login, "王总", GOOD);

            assertThat(admin.who().roles()).containsExactly(Role.ADMIN);
            assertThat(admin.everyShop()).isTrue();
            assertThat(passwords.matches(GOOD, admin.password())).isTrue();
            assertThat(sql.sql("select count(*) from security.audit where action = 'FIRST_ADMIN' and object_id = :login").param("login", login)
                    .query(Long.class).single()).isEqualTo(1);
            assertGone(link);
        });
    }

    @Test
    void whileThereIsAnAdministratorNoLinkIsGood() {
        alone(() -> {
            String one = first.freshLink();
            String other = first.freshLink();
            first.enter(one, login, "王总", GOOD);
            assertGone(other);
        });
    }

    @Test
    void halfAnHourLaterItIsOver() {
        alone(() -> {
            FirstAdmin yesterday = new FirstAdmin(people, passwords, audit, new Mode("production"), environment, sql,
                    Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMinutes(-31)), transaction);
            assertGone(yesterday.freshLink());
        });
    }

    @Test
    void aWeakPasswordSpendsNoLink() {
        alone(() -> {
            String link = first.freshLink();
            for (String weak : new String[] {"short", PasswordRule.DEMO, login + "-12345", "aaaaaaaaaaaaaaaa"}) {
                assertThatThrownBy(() -> first.enter(link, login, "王总", weak)).isInstanceOf(Problem.class).hasMessageContaining("request.invalid");
            }
            assertThat(first.enter(link, login, "王总", GOOD).login()).isEqualTo(login);
        });
    }

    @Test
    void onlyAHashOfTheLinkIsKept() {
        alone(() -> {
            String link = first.freshLink();
            assertThat(link).hasSize(43);
            assertThat(sql.sql("select count(*) from security.first_admin_link where hash = :hash").param("hash", KeyText.hash(link))
                    .query(Long.class).single()).isEqualTo(1);
        });
    }

    @Test
    void aGuessIsToldThatTheLinkIsOver() {
        Visitor.Answer answer = Visitor.stranger(port).post("/api/first-admin",
                "{\"token\":\"guess\",\"login\":\"boss\",\"name\":\"Boss\",\"password\":\"" + GOOD + "\"}");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().get("code").asString()).isEqualTo("security.linkOver");
    }

    /** As if nobody were administrator yet. */
    private void alone(Runnable story) {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from security.person_role where role = 'ADMIN'").update();
            story.run();
            status.setRollbackOnly();
        });
    }

    private void assertGone(String link) {
        assertThatThrownBy(() -> first.enter(link, "somebody", "某人", GOOD)).isInstanceOf(Problem.class).hasMessageContaining("linkOver");
    }
}
