package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** a session ends with its time, its password and the right that opened it. */
@RoomTest
class SessionRoomTest {

    private static final String OF = """
            primary_id in (select session_primary_id from security.session_attributes
                            where attribute_name = 'person' and convert_from(attribute_bytes, 'UTF8') like
                                  (select id || ':%' from security.person where login = :login))
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcPeople rows;

    @Autowired
    PasswordRule passwords;

    @Test
    void aPersonLogsInAndIsToldWhoTheyAre() {
        Answer me = Visitor.as("lin", port).get("/api/session");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("name").asString()).isEqualTo("林小满");
        assertThat(me.json().get("roles").get(0).asString()).isEqualTo("AGENT");
        assertThat(me.json().get("teams").toString()).contains("returns-desk");
        assertThat(me.json().get("shops").toString()).contains("lanting", "verde");
        assertThat(me.json().get("mode").asString()).isEqualTo("demo");
        assertThat(me.json().get("smallTeam").asBoolean()).isFalse();
    }

    @Test
    void nobodyIsToldToLogInWithAProblem() {
        Answer answer = Visitor.stranger(port).get("/api/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("security.loginNeeded");
        assertThat(answer.json().get("detail").asString()).isEqualTo("请先登录");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        Answer wrong = Visitor.stranger(port).post("/api/session", "{\"login\":\"gu\",\"password\":\"not-this-one\"}");
        Answer unknown = Visitor.stranger(port).post("/api/session", "{\"login\":\"nobody-here\",\"password\":\"not-this-one\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void logInChangesTheSessionIdAndTheCookieIsShut() {
        Visitor visitor = Visitor.as("chen", port);
        String first = visitor.cookie("sid").orElseThrow();
        Answer again = visitor.post("/api/session", "{\"login\":\"chen\",\"password\":\"afterflow-demo\"}");

        assertThat(visitor.cookie("sid").orElseThrow()).isNotEqualTo(first);
        assertThat(again.whole().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("sid=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void anOldSessionIdIsWorthNothingAfterLeaving() {
        Visitor visitor = Visitor.as("chen", port);
        String sid = visitor.cookie("sid").orElseThrow();
        visitor.delete("/api/session");

        Answer answer = Visitor.stranger(port).send("GET", "/api/session", null, "Cookie", "sid=" + sid);
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aRemovedRoleCountsAtTheNextRequest() {
        long id = somebody("role-loser", Role.ADMIN);
        Visitor visitor = Visitor.as("role-loser", "a long password", port);
        assertThat(visitor.get("/api/keys").status()).isEqualTo(200);

        rows.roles(id, Set.of(Role.AGENT));

        assertThat(visitor.get("/api/keys").status()).isEqualTo(403);
    }

    @Test
    void aDismissedPersonIsOutAtTheNextRequestAndStaysOut() {
        long id = somebody("leaver", Role.AGENT);
        Visitor visitor = Visitor.as("leaver", "a long password", port);
        assertThat(visitor.get("/api/people").status()).isEqualTo(200);

        rows.dismissed(id, true);

        assertThat(visitor.get("/api/people").status()).isEqualTo(401);
        assertThat(Visitor.stranger(port).post("/api/session", "{\"login\":\"leaver\",\"password\":\"a long password\"}").status())
                .isEqualTo(401);
    }

    @Test
    void aSessionIsOverAfterTwelveHoursWhateverHappens() {
        somebody("sleepless", Role.AGENT);
        Visitor visitor = Visitor.as("sleepless", "a long password", port);
        sql.sql("update security.session set creation_time = creation_time - 12 * 3600 * 1000 where " + OF)
                .param("login", "sleepless").update();

        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionIsOverAfterHalfAnHourOfSilenceAndAVisitIsNotedOnceAMinute() {
        somebody("dreamer", Role.AGENT);
        Visitor visitor = Visitor.as("dreamer", "a long password", port);
        aged("dreamer", 29 * 60);
        assertThat(visitor.get("/api/session").status()).isEqualTo(200);
        long noted = lastVisit("dreamer");
        assertThat(visitor.get("/api/session").status()).isEqualTo(200);
        assertThat(lastVisit("dreamer")).isEqualTo(noted).isGreaterThan(System.currentTimeMillis() - 60_000);

        aged("dreamer", 31 * 60);

        assertThat(visitor.get("/api/session").status()).isEqualTo(401);
    }

    private void aged(String login, int seconds) {
        sql.sql("update security.session set last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms where " + OF)
                .param("ms", seconds * 1000L).param("login", login).update();
    }

    private long lastVisit(String login) {
        return sql.sql("select last_access_time from security.session where " + OF).param("login", login)
                .query(Long.class).single();
    }

    @Test
    void aNewPasswordEndsEverySession() {
        somebody("changer", Role.AGENT);
        Visitor here = Visitor.as("changer", "a long password", port);
        Visitor elsewhere = Visitor.as("changer", "a long password", port);

        Answer changed = here.put("/api/session/password", "{\"old\":\"a long password\",\"password\":\"an even longer one\"}");

        assertThat(changed.status()).isEqualTo(204);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        assertThat(Visitor.as("changer", "an even longer one", port).get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aPersonChoosesTheLanguageAndRefusalsFollow() {
        somebody("speaker", Role.AGENT);
        Visitor visitor = Visitor.as("speaker", "a long password", port);
        Answer changed = visitor.put("/api/session/language", "{\"language\":\"en\"}");

        assertThat(changed.json().get("language").asString()).isEqualTo("en");
        assertThat(visitor.get("/api/keys").json().get("detail").asString()).isEqualTo("You are not allowed to do this");
        assertThat(visitor.put("/api/session/language", "{\"language\":\"fr\"}").status()).isEqualTo(422);
    }

    @Test
    void theDemoShowsItsPeople() {
        Answer answer = Visitor.stranger(port).get("/api/session/demo");

        assertThat(answer.json()).hasSize(DemoPeople.values().length);
        assertThat(answer.json().get(0).get("password").asString()).isEqualTo("afterflow-demo");
    }

    @Test
    void passwordsAreKeptAsArgon2idOnly() {
        assertThat(rows.byLogin("lin").orElseThrow().password()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private long somebody(String login, Role role) {
        long id = rows.add(login, login, passwords.hash("a long password"), true, false);
        rows.roles(id, Set.of(role));
        return id;
    }
}
