package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.vault.Vault;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** a second factor that opens with a code, once, and is asked for again before something grave. */
@RoomTest
class SecondFactorRoomTest {

    private static final String PASSWORD = "a long password";

    @LocalServerPort
    int port;
    @Autowired
    JdbcPeople rows;
    @Autowired
    PasswordRule passwords;
    @Autowired
    Logins logins;
    @Autowired
    JdbcFactors factorRows;
    @Autowired
    Vault vault;
    @Autowired
    Audit audit;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;

    private final String login = "mfa-" + UUID.randomUUID().toString().substring(0, 8);
    private long id;

    @BeforeEach
    void somebody() {
        id = rows.add(login, "双因子", passwords.hash(PASSWORD), true, false);
        rows.roles(id, Set.of(Role.SUPERVISOR));
    }

    @Test
    void aPasswordAloneOpensNothing() {
        Authenticator.of(Visitor.as(login, PASSWORD, port));
        Visitor halfway = Visitor.stranger(port);
        Answer answer = password(halfway);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("next").asString()).isEqualTo("CODE");
        assertThat(halfway.get("/api/session").status()).isEqualTo(401);
        assertThat(halfway.get("/api/people").status()).isEqualTo(401);
        assertThat(halfway.post("/api/session/factor", "{}").status()).isEqualTo(409);
    }

    @Test
    void theCodeOpensUnderAnotherSessionAndIsTakenOnce() {
        Authenticator app = Authenticator.of(Visitor.as(login, PASSWORD, port));
        Visitor visitor = Visitor.stranger(port);
        password(visitor);
        String halfway = visitor.cookie("sid").orElseThrow();

        assertThat(code(visitor, app.code(0)).status()).isEqualTo(401);
        assertThat(code(visitor, app.code(1)).json().get("login").asString()).isEqualTo(login);
        assertThat(visitor.cookie("sid").orElseThrow()).isNotEqualTo(halfway);
        assertThat(visitor.get("/api/session").json().get("factor").asString()).isEqualTo("SET");

        Visitor thief = Visitor.stranger(port);
        password(thief);
        assertThat(code(thief, app.code(1)).status()).isEqualTo(401);
    }

    @Test
    void guessingCodesIsSlowedFromEverywhere() {
        Authenticator app = Authenticator.of(Visitor.as(login, PASSWORD, port));
        Visitor guesser = Visitor.stranger(port);
        password(guesser);
        for (int n = 0; n < LoginBrake.FREE; n++) {
            assertThat(code(guesser, "000000").status()).isEqualTo(401);
        }

        Answer answer = code(guesser, app.code(1));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void aRecoveryCodeHelpsOnceWhenThePhoneIsLost() {
        Visitor visitor = Visitor.as(login, PASSWORD, port);
        Authenticator app = new Authenticator(visitor.post("/api/session/factor", "{}").json().get("secret").asString());
        Answer set = visitor.put("/api/session/factor", "{\"code\":\"" + app.code(0) + "\"}");
        String recovery = set.json().at("/recoveryCodes/0").asString();
        assertThat(set.json().get("recoveryCodes")).hasSize(10);
        assertThat(recovery).matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}");

        Visitor first = Visitor.stranger(port);
        password(first);
        assertThat(code(first, recovery).status()).isEqualTo(200);
        Visitor second = Visitor.stranger(port);
        password(second);
        assertThat(code(second, recovery).status()).isEqualTo(401);
        assertThat(sql.sql("select count(*) from security.recovery_code where person_id = :id and position(:code::bytea in hash) > 0")
                .param("id", id).param("code", recovery).query(Integer.class).single()).isZero();
    }

    @Test
    void theSecretIsKeptSealedForThisPersonOnly() {
        Authenticator.of(Visitor.as(login, PASSWORD, port));
        String sealed = factorRows.find(id).orElseThrow().sealed();

        assertThat(vault.open(Vault.HOUSE, "second-factor/" + id, sealed)).matches("[0-9a-f]{40}");
        assertThatThrownBy(() -> vault.open(Vault.HOUSE, "second-factor/" + (id + 1), sealed)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void beforeSomethingGraveACodeOfLongAgoIsNotEnough() {
        Visitor visitor = Visitor.as(login, PASSWORD, port);
        Authenticator app = Authenticator.of(visitor);
        aged();

        Answer refused = visitor.delete("/api/session/factor");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("security.codeWanted");
        assertThat(code(visitor, app.code(1)).status()).isEqualTo(200);
        assertThat(visitor.delete("/api/session/factor").status()).isEqualTo(204);
        assertThat(visitor.get("/api/session").json().get("factor").asString()).isEqualTo("NONE");
    }

    @Test
    void whoActsInTheSameNameIsAskedTheSame() {
        Who who = rows.byId(id).orElseThrow().who();
        var context = SecurityContextHolder.getContext();
        context.setAuthentication(new Known(who, Set.of(), true));
        try {
            assertThatThrownBy(() -> who.acting(() -> {
                Who.demandFreshCode();
                return null;
            })).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("security.codeWanted"));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void anOpenDoorToTheCodeClosesAfterFiveMinutes() {
        Authenticator app = Authenticator.of(Visitor.as(login, PASSWORD, port));
        Visitor visitor = Visitor.stranger(port);
        password(visitor);
        sql.sql("update security.session set creation_time = creation_time - 300000 where primary_id in (select session_primary_id from "
                + "security.session_attributes where attribute_name = 'entering' and convert_from(attribute_bytes, 'UTF8') like :who)")
                .param("who", id + ":%").update();

        assertThat(code(visitor, app.code(1)).status()).isEqualTo(401);
    }

    @Test
    void productionObligesWhoApprovesReleasesOrAdministersAndNobodyElse() {
        SecondFactors production = new SecondFactors(factorRows, vault, new Mode("production"), audit, clock);
        SecondFactors demo = new SecondFactors(factorRows, vault, new Mode("demo"), audit, clock);
        for (Role role : Role.values()) {
            rows.roles(id, Set.of(role));
            Person person = rows.byId(id).orElseThrow();
            boolean obliged = Set.of(Role.SUPERVISOR, Role.FINANCE, Role.MANAGER, Role.DIRECTOR, Role.OWNER, Role.ADMIN).contains(role);
            assertThat(production.obliged(person)).as(role.name()).isEqualTo(obliged);
            assertThat(demo.obliged(person)).isFalse();
        }
    }

    @Test
    void whoGetsSuchARoleDuringASessionGoesNoFurtherWithoutAFactor() {
        SecondFactors production = new SecondFactors(factorRows, vault, new Mode("production"), audit, clock);
        SessionDoor door = new SessionDoor(rows, logins, production, clock, Duration.ofMinutes(10));
        MockHttpServletRequest request = new MockHttpServletRequest();
        rows.roles(id, Set.of(Role.AGENT));
        door.open(request, rows.byId(id).orElseThrow(), false);
        assertThat(known(door, request.getSession()).stale()).isFalse();

        rows.roles(id, Set.of(Role.SUPERVISOR));
        assertThat(known(door, request.getSession()).stale()).isTrue();
    }

    private static Known known(SessionDoor door, HttpSession session) {
        MockHttpServletRequest next = new MockHttpServletRequest();
        next.setSession(session);
        return (Known) door.loadContext(new HttpRequestResponseHolder(next, new MockHttpServletResponse())).getAuthentication();
    }

    @Test
    void anAdministratorTakesTheFactorOfALostPhoneOffAndEverySessionEnds() {
        Visitor visitor = Visitor.as(login, PASSWORD, port);
        Authenticator.of(visitor);
        Visitor admin = Visitor.as("admin", port);

        assertThat(admin.delete("/api/people/" + id + "/factor").status()).isEqualTo(204);
        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
        assertThat(Visitor.as(login, PASSWORD, port).get("/api/session").status()).isEqualTo(200);
        assertThat(admin.delete("/api/people/" + id + "/factor").status()).isEqualTo(404);
    }

    private void aged() {
        sql.sql("update security.session_attributes set attribute_bytes = convert_to('1000000000', 'UTF8') where attribute_name = 'confirmed'"
                + " and session_primary_id in (select session_primary_id from security.session_attributes where attribute_name = 'person'"
                + " and convert_from(attribute_bytes, 'UTF8') like :who)").param("who", id + ":%").update();
    }

    private Answer password(Visitor visitor) {
        return visitor.post("/api/session", "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    private static Answer code(Visitor visitor, String code) {
        return visitor.post("/api/session/code", "{\"code\":\"" + code + "\"}");
    }
}
