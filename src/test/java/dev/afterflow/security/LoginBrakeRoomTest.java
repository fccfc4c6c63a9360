package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class LoginBrakeRoomTest {

    private static final String HOME = "10.1.1.1";
    private static final String OUTSIDE = "10.9.9.9";

    @Autowired
    JdbcPeople people;

    @Autowired
    PasswordRule passwords;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient sql;

    String login;
    Instant now = Instant.now();

    @BeforeEach
    void somebody() {
        login = "brake-" + UUID.randomUUID().toString().substring(0, 8);
        people.add(login, login, passwords.hash("the right password"), false, false);
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaits() {
        failTimes(5, OUTSIDE);

        assertThatThrownBy(() -> enter("the right password", OUTSIDE)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.getStatusCode().value()).isEqualTo(429));
        now = now.plusSeconds(6);
        assertThat(enter("the right password", OUTSIDE).login()).isEqualTo(login);
    }

    @Test
    void anOutsiderLocksNobodyOutOfAnAddressTheyUse() {
        enter("the right password", HOME);
        failTimes(5, OUTSIDE);

        assertThatCode(() -> enter("the right password", HOME)).doesNotThrowAnyException();
        assertThatThrownBy(() -> enter("the right password", OUTSIDE)).isInstanceOf(Problem.class);
    }

    @Test
    void manyAddressesTogetherAreSlowedLikeOne() {
        for (int n = 0; n < 5; n++) {
            failTimes(1, "10.9.9." + n);
        }
        assertThatThrownBy(() -> enter("the right password", "10.9.9.77")).isInstanceOf(Problem.class);
    }

    @Test
    void anUnknownNameIsSlowedTheSameWay() {
        String nobody = "nobody-" + UUID.randomUUID();
        for (int n = 0; n < 5; n++) {
            assertThatThrownBy(() -> logins("demo").enter(nobody, "x", OUTSIDE)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo("security.wrongLogin"));
        }
        assertThatThrownBy(() -> logins("demo").enter(nobody, "x", OUTSIDE)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("request.tooMany"));
        assertThat(sql.sql("select count(*) from security.login_failure where login = :login").param("login", nobody)
                .query(Long.class).single()).isZero();
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHour() {
        failTimes(5, OUTSIDE);
        now = now.plus(LoginBrake.MEMORY).plusSeconds(1);

        assertThatCode(() -> enter("the right password", OUTSIDE)).doesNotThrowAnyException();
    }

    @Test
    void theDemosPeopleStayOutInProduction() {
        assertThat(logins("demo").enter("lin", "afterflow-demo", "10.2.2.2").login()).isEqualTo("lin");
        assertThatThrownBy(() -> logins("production").enter("lin", "afterflow-demo", "10.2.2.2"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("security.wrongLogin"));
    }

    @Test
    void aNameNobodyHasTakesAsLongAsAWrongPassword() {
        passwords.matches("warm", null);
        long unknown = time(() -> passwords.matches("guess", null));
        String stored = people.byLogin(login).orElseThrow().password();
        long wrong = time(() -> passwords.matches("guess", stored));

        assertThat((double) unknown / wrong).isBetween(0.2, 5.0);
    }

    private static long time(Runnable work) {
        long fastest = Long.MAX_VALUE;
        for (int n = 0; n < 5; n++) {
            long start = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    private void failTimes(int times, String address) {
        for (int n = 0; n < times; n++) {
            assertThatThrownBy(() -> enter("a wrong password", address)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo("security.wrongLogin"));
        }
    }

    private Person enter(String password, String address) {
        return logins("demo").enter(login, password, address);
    }

    private Logins logins(String mode) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Logins(people, passwords, new LoginBrake(sql, clock), audit, new Mode(mode), transaction, settings, clock);
    }
}
