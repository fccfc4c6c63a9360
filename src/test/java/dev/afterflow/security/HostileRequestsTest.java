package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.OpenBook.Operation;
import dev.afterflow.security.Visitor.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * at every operation of the interface: what is injected, abused or forged is refused with a problem
 * that tells nothing of the inside; nothing ever ends in an accident of ours.
 */
@RoomTest
class HostileRequestsTest {

    private static final Pattern INSIDE = Pattern.compile("(?i)org\\.postgresql|psqlexception|sqlstate|syntax error|dev\\.afterflow\\.|java\\.lang\\.|tools\\.jackson|"
            + "\\tat |stack ?trace|select .* from|tomcat|springframework");
    private static final List<String> VALUES = List.of("' or 1=1--", "%", "_%_%_%", "\\", "'; drop table security.person;--", "${''.getClass()}", "1e999", "-1",
            "999999999999", "\uD800", "\u202Egnp.exe", "x".repeat(10_000), "../../etc/passwd", "[1,2]", "*");
    private static final List<String> BODIES = List.of("[".repeat(10_000), "{\"a\":".repeat(200) + "1" + "}".repeat(200), "{\"name\":1,\"name\":2}", "null", "[]", "\"text\"", "0",
            "{\"__proto__\":{\"admin\":true}}", "{\"x\":" + "9".repeat(200) + "}", "{\"login\":{\"$ne\":null}}", "{", "\u0000", "{\"name\":[{}],\"shops\":7,\"roles\":\"ADMIN\"}",
            "{\"@class\":\"javax.script.ScriptEngineManager\"}");
    private static final List<String> IDS = List.of("%27", "0", "-1", "99999999999999999999", "%E2%80%AE", "a".repeat(300), "%24%7B7*7%7D", "00000000-0000-0000-0000-00000000000g", "null");

    @LocalServerPort
    int port;
    @Autowired
    JdbcPeople rows;
    @Autowired
    PasswordRule passwords;
    @Autowired
    Shops shops;

    private final List<String> wrong = new ArrayList<>();
    private List<Operation> operations;
    private Visitor visitor;

    @BeforeEach
    void somebodyOfAnEmptyShop() {
        String shop = "hostile-" + UUID.randomUUID().toString().substring(0, 8);
        shops.open(new Shop(shop, Prefixes.fresh(), "敌", "敌", "taobao",
                "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        long id = rows.add(shop, "Mallory", passwords.hash("a long password"), false, false);
        rows.roles(id, EnumSet.allOf(Role.class));
        rows.shops(id, Set.of(shop));
        visitor = Visitor.as(shop, "a long password", port);
        operations = OpenBook.of(port).operations().stream().filter(Operation::ofPeople).filter(operation -> !operation.stream()).toList();
        assertThat(operations).hasSizeGreaterThan(60);
    }

    @Test
    void whateverStandsInAQueryIsAValueAndNeverAStatement() {
        operations.stream().filter(operation -> operation.method().equals("GET")).forEach(operation -> operation.queries().forEach(query -> VALUES.forEach(value ->
                look(operation, "?" + query + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8), visitor.get(operation.filled("nobodys-1") + "?" + query + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whateverStandsForAnIdFindsNothing() {
        operations.stream().filter(operation -> operation.path().contains("{")).forEach(operation -> IDS.forEach(id ->
                look(operation, id, visitor.send(operation.method(), operation.filled(id), operation.json() ? "{}" : null))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whateverStandsInABodyIsReadStrictly() {
        operations.stream().filter(Operation::json).filter(operation -> !operation.path().startsWith("/api/session")).forEach(operation -> BODIES.forEach(body -> {
            Answer answer = visitor.send(operation.method(), operation.filled("nobodys-1"), body);
            look(operation, body.substring(0, Math.min(40, body.length())), answer);
            if (answer.status() < 400) {
                wrong.add(operation.name() + " took " + body.substring(0, Math.min(40, body.length())));
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noUnsafeCallIsTakenWithoutTheTokenOrFromAnotherPage() {
        Visitor admin = Visitor.as("admin", port);
        Visitor stranger = Visitor.stranger(port);
        String sid = "sid=" + admin.cookie("sid").orElseThrow();
        operations.stream().filter(operation -> !operation.method().equals("GET")).forEach(operation -> {
            Answer bare = stranger.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + operation.filled("1"))).header("Cookie", sid)
                    .header("X-XSRF-TOKEN", "guessed").header("Content-Type", "application/json").method(operation.method(), BodyPublishers.ofString("{}")).build());
            Answer foreign = admin.send(operation.method(), operation.filled("1"), operation.json() ? "{}" : null, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");
            if (bare.status() != 403 || foreign.status() != 403) {
                wrong.add(operation.name() + " answered " + bare.status() + " and " + foreign.status());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void look(Operation operation, String what, Answer answer) {
        boolean told = answer.status() < 400 || String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json");
        if (answer.status() >= 500 || !told || answer.status() >= 400 && INSIDE.matcher(answer.body()).find()) {
            wrong.add(operation.name() + " with " + what.substring(0, Math.min(60, what.length())) + " answered " + answer.status() + " "
                    + answer.body().substring(0, Math.min(200, answer.body().length())));
        }
    }
}
