package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class ProblemRoomTest {

    @LocalServerPort
    int port;

    Visitor admin;

    @BeforeEach
    void enter() {
        admin = Visitor.as("admin", port);
    }

    @Test
    void anUnknownFieldIsNamed() {
        Answer answer = admin.post("/api/keys", "{\"name\":\"x\",\"grants\":[{\"shop\":\"verde\",\"__proto__\":{}}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asString()).isEqualTo("grants[0].__proto__");
        assertThat(answer.json().get("rule").asString()).isEqualTo("unknownField");
        assertThat(answer.json().get("remedy").asString()).isEqualTo("不认识的字段");
        assertThat(answer.json().get("errors")).hasSize(1);
    }

    @Test
    void aWrongTypeIsNamedByItsPathAndNoClassIs() {
        Answer answer = admin.post("/api/keys", "{\"name\":\"x\",\"grants\":[{\"shop\":\"verde\",\"scopes\":{}}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asString()).isEqualTo("grants[0].scopes");
        assertThat(answer.body()).doesNotContain("java", "jackson", "dev.afterflow");
    }

    @Test
    void jsonThatAbusesTheReaderIsRefused() {
        assertThat(rule(admin.post("/api/keys", "[".repeat(10_000)))).isIn("tooDeepOrLong", "wrongType", "notJson");
        assertThat(rule(admin.post("/api/keys", "{\"name\":" + "[".repeat(60) + "]".repeat(60) + "}"))).isIn("tooDeepOrLong", "wrongType");
        assertThat(rule(admin.put("/api/people/1", "{\"everyShop\":" + "9".repeat(1_000_000) + "}"))).isEqualTo("tooDeepOrLong");
        assertThat(rule(admin.post("/api/keys", "{\"name\":\"a\",\"name\":\"b\"}"))).isEqualTo("duplicateField");
        assertThat(rule(admin.post("/api/keys", "{\"name\":\"a\"} {}"))).isIn("notJson", "wrongType");
        assertThat(rule(admin.post("/api/keys", "{\"name\":"))).isEqualTo("notJson");
        assertThat(rule(admin.post("/api/keys", ""))).isEqualTo("missing");
    }

    @Test
    void moreThanAMegabyteIsRefusedByItsLengthAndWhileReading() {
        byte[] large = ("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").getBytes();
        Answer told = admin.post("/api/keys", new String(large));
        Answer chunked = admin.send(admin.request("/api/keys").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build());

        assertThat(told.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.json().get("code").asString()).isEqualTo("request.tooLarge");
    }

    @Test
    void springsOwnRefusalsAreProblemsToo() {
        assertThat(admin.get("/api/no-such-thing").json().get("code").asString()).isEqualTo("request.noSuchPath");
        assertThat(admin.send("PATCH", "/api/keys", "{}").status()).isEqualTo(405);
        assertThat(admin.send("PATCH", "/api/keys", "{}").header("Allow")).contains("GET");
        assertThat(admin.delete("/api/keys/not-a-number").json().get("field").asString()).isEqualTo("id");
        assertThat(admin.delete("/api/keys/999999999").json().get("code").asString()).isEqualTo("key.notFound");
        assertThat(admin.send("GET", "/api/keys", null, "Accept", "image/png").status()).isIn(200, 406);
    }

    @Test
    void aRefusalSpeaksTheLanguageAskedFor() {
        Answer english = Visitor.stranger(port).send("GET", "/api/people", null, "Accept-Language", "en-GB,en;q=0.8");
        Answer other = Visitor.stranger(port).send("GET", "/api/people", null, "Accept-Language", "zh-TW");

        assertThat(english.json().get("detail").asString()).isEqualTo("Please log in first");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(other.json().get("detail").asString()).isEqualTo("请先登录");
    }

    @Test
    void aStrangerLearnsNothingFromAWrongBody() {
        Answer answer = Visitor.as("lin", port).post("/api/keys", "{not json");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anEncodedTrickInThePathIsRefusedQuietly() {
        Answer answer = admin.get("/api/keys/%2e%2e%2fsession;x=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception").contains("\"rule\":\"notAllowed\"");
    }

    private static String rule(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get("rule").asString();
    }
}
