package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** what people send makes no line of the log, no header of an answer and no picture of a screen. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class LogInjectionRoomTest {

    @LocalServerPort
    int port;

    @Test
    void aLineBreakInANameMakesNoLineOfTheLog(CapturedOutput output) {
        String mark = UUID.randomUUID().toString();
        String evil = "lin\r\n2026-11-30T00:00:00 ERROR AUDIT_BROKEN " + mark + "\u001b[2J";
        Visitor stranger = Visitor.stranger(port);
        stranger.post("/api/session", JsonMapper.shared().writeValueAsString(Map.of("login", evil, "password", evil)));
        stranger.send("GET", "/api/session", null, "X-Forwarded-For", mark, "User-Agent", mark + " ${jndi:ldap://127.0.0.1/a}", "Accept-Language", mark);
        stranger.get("/api/cases/" + mark + "%0d%0aInjected:%20yes");

        assertThat(output.getAll()).doesNotContain(mark).doesNotContain("\u001b[2J");
    }

    @Test
    void aFileNameMakesNoHeader() {
        Visitor lin = Visitor.as("lin", port);
        String number = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"文件名\"}", "Idempotency-Key", UUID.randomUUID().toString())
                .json().get("number").asString();
        Answer added = lin.upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "a\\\";x=\u202Egnp%0d%0aSet-Cookie: a=b.txt", "text/plain", "words".getBytes())));
        assertThat(added.status()).as(added.body()).isIn(201, 422);
        if (added.status() == 201) {
            Answer file = lin.get("/api/evidence/" + added.json().get(0).get("id").asString());
            assertThat(file.header("Set-Cookie")).isNull();
            assertThat(file.header("Content-Disposition")).startsWith("attachment").doesNotContain("\r", "\n", "\u202E");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void aProblemRepeatsNoBytesOfThePath() {
        Answer answer = Visitor.as("lin", port).get("/api/cases/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("<script>");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void noPageOfOursStandsInAFrameOfOthers() {
        for (String path : List.of("/", "/admin", "/api/session", "/index.html")) {
            Answer answer = Visitor.stranger(port).get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        }
    }
}
