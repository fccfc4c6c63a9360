package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two doors that do not open for each other; A-30: no page of ours stands in a frame or hands its window on. */
@RoomTest
class DoorsRoomTest {

    private static final String LANGUAGE = "{\"language\":\"zh-CN\"}";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcPeople rows;

    @Autowired
    PasswordRule passwords;

    @Autowired
    Environment settings;

    @Test
    void anUnsafeCallWithoutTheTokenIsRefused() {
        Visitor visitor = Visitor.as("chen", port);
        HttpRequest.Builder bare = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session/language"))
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(LANGUAGE));
        Answer without = visitor.send(bare.build());
        Answer answer = visitor.send(bare.header("X-XSRF-TOKEN", "made-up").build());

        assertThat(List.of(answer.status(), without.status())).containsOnly(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("security.csrf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin=https://evil.example", "Origin=null", "Origin=http://localhost:1", "Sec-Fetch-Site=cross-site",
            "Sec-Fetch-Site=same-site", "Sec-Fetch-Site=none"})
    void anUnsafeCallFromAnotherPageIsRefused(String header) {
        String[] parts = header.split("=", 2);
        Answer answer = Visitor.as("chen", port).send("PUT", "/api/session/language", LANGUAGE, parts[0], parts[1]);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("security.foreignPage");
    }

    @Test
    void anUnsafeCallFromOurOwnPageIsTaken() {
        Answer answer = Visitor.as("chen", port).send("PUT", "/api/session/language", LANGUAGE,
                "Origin", "http://localhost:" + port, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"})
    void aBodyThatIsNotJsonIsRefused(String type) {
        Visitor visitor = Visitor.as("chen", port);
        Answer answer = visitor.send(visitor.request("/api/session/language").header("Content-Type", type)
                .PUT(BodyPublishers.ofString(LANGUAGE)).build());

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aForeignNamePointedAtThisMachineIsRefused() throws Exception {
        assertThat(raw("GET /api/session HTTP/1.1\r\nHost: evil.example:" + port + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403").contains("security.plainHttp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
    void oddMethodsAreRefused(String method) throws Exception {
        assertThat(raw(method + " /api/session HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (400|405|501).*").doesNotContain("Exception");
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        Answer answer = Visitor.stranger(port).get("/api/session");

        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'self'; script-src 'self'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
                + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'; frame-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).isEqualTo("camera=(), microphone=(), geolocation=()");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.header("Server")).isNull();
    }

    @Test
    void aKeyIsShownOnceOpensItsScopeOnlyAndCanBeTakenBack() {
        Visitor admin = Visitor.as("admin", port);
        Answer made = admin.post("/api/keys",
                "{\"name\":\"ERP\",\"grants\":[{\"shop\":\"lanting\",\"scopes\":[\"intake:orders\"]}]}");
        String key = made.json().get("key").asString();
        long id = made.json().get("id").asLong();

        assertThat(made.status()).isEqualTo(201);
        assertThat(key).matches("afk_[A-Za-z0-9_-]{43}");
        assertThat(admin.get("/api/keys").body()).contains("\"ERP\"").doesNotContain(key);
        assertThat(sql.sql("select count(*) from security.api_key where hash = sha256(convert_to(:key, 'UTF8'))").param("key", key)
                .query(Long.class).single()).isEqualTo(1);
        assertThat(machine("/api/intake/orders", key).status()).isNotIn(401, 403);
        assertThat(machine("/api/intake/requests", key).status()).isEqualTo(403);
        assertThat(admin.get("/api/keys").json().get(0).get("lastUsedAt").isNull()).isFalse();

        assertThat(admin.delete("/api/keys/" + id).status()).isEqualTo(204);
        assertThat(machine("/api/intake/orders", key).status()).isEqualTo(401);
    }

    @Test
    void aKeyForAShopOfOthersCannotBeMade() {
        Answer made = Visitor.as("admin", port).post("/api/keys",
                "{\"name\":\"ERP\",\"grants\":[{\"shop\":\"not-ours\",\"scopes\":[\"intake:orders\"]}]}");

        assertThat(made.status()).isEqualTo(422);
        assertThat(made.json().get("field").asString()).isEqualTo("grants[0].shop");
    }

    @Test
    void aSessionOpensNothingForMachinesAndAKeyNothingForPeople() {
        String key = settings.getRequiredProperty("afterflow.sandbox.key");

        assertThat(Visitor.as("admin", port).post("/api/intake/orders", "[]").status()).isEqualTo(401);
        assertThat(Visitor.stranger(port).send("GET", "/api/session", null, "Authorization", "Bearer " + key).status()).isEqualTo(401);
        assertThat(Visitor.stranger(port).send("GET", "/api/people", null, "Authorization", "Bearer " + key).status()).isEqualTo(401);
    }

    @Test
    void aWrongKeyIsToldToBringOne() {
        Answer answer = machine("/api/intake/orders", "afk_wrong");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aKeySeesTheShopsOfItsScopeOnly() {
        ApiKey key = new ApiKey(7, "ERP", false, ApiKey.scopes("a intake:orders,b intake:orders,c intake:requests"));

        assertThat(key.asking("intake:orders").getPrincipal().shops()).containsExactlyInAnyOrder("a", "b");
        assertThat(key.asking("intake:reviews").getPrincipal().shops()).isEmpty();
        assertThat(key.asking("intake:reviews").getAuthorities()).extracting(Object::toString).containsExactly("ROLE_KEY");
    }

    @Test
    void operatorsSeeHealthOnTheirOwnPortAndNothingElse() {
        assertThat(Visitor.stranger(managementPort).get("/actuator/health").status()).isEqualTo(200);
        for (String path : List.of("env", "beans", "heapdump", "loggers", "mappings", "configprops", "threaddump", "shutdown", "")) {
            assertThat(Visitor.stranger(managementPort).get("/actuator/" + path).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(Visitor.stranger(port).get("/actuator/health").body()).doesNotContain("\"status\":\"UP\"");
    }

    @Test
    void colleaguesAreThoseWhoShareAShop() {
        long id = rows.add("lone", "独行", passwords.hash("a long password"), false, false);
        rows.roles(id, Set.of(Role.AGENT));
        Visitor lone = Visitor.as("lone", "a long password", port);

        assertThat(lone.get("/api/people").json()).isEmpty();
        rows.shops(id, Set.of("verde"));
        assertThat(lone.get("/api/people").json().findValuesAsString("login")).contains("lone", "lin");
        assertThat(lone.get("/api/people").body()).doesNotContain("lanting");
        assertThat(lone.get("/api/shops").json().findValuesAsString("id")).containsExactly("verde");
    }

    @Test
    void anAdministratorAddsAPersonAndChangesThem() {
        Visitor admin = Visitor.as("admin", port);
        String entry = """
                {"login":"newcomer","name":"新人","password":%s,"roles":["AGENT","LEAD"],"shops":["verde"],
                 "teams":["care-desk"],"everyShop":false,"dismissed":%s}
                """;
        Answer added = admin.post("/api/people", entry.formatted("\"quite a long one\"", "false"));
        Visitor newcomer = Visitor.as("newcomer", "quite a long one", port);

        assertThat(added.status()).isEqualTo(201);
        assertThat(newcomer.get("/api/session").json().get("roles").toString()).contains("AGENT", "LEAD");
        assertThat(admin.post("/api/people", entry.formatted("\"quite a long one\"", "false")).status()).isEqualTo(409);
        assertThat(admin.post("/api/people", entry.formatted("\"afterflow-demo\"", "false")).status()).isEqualTo(422);
        assertThat(admin.put("/api/people/" + added.json().get("id").asLong(), entry.formatted("null", "true")).status()).isEqualTo(200);
        assertThat(newcomer.get("/api/session").status()).isEqualTo(401);
        assertThat(Visitor.as("lin", port).post("/api/people", entry.formatted("\"x\"", "false")).status()).isEqualTo(403);
    }

    private Answer machine(String path, String key) {
        return Visitor.stranger(port).send("POST", path, "[]", "Authorization", "Bearer " + key);
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
