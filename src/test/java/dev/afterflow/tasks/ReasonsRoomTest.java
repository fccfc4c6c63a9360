package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Why a case went its way, told by the tables that decided. */
@RoomTest
class ReasonsRoomTest {

    @LocalServerPort
    int port;

    @Test
    void everyDecisionNamesItsTableItsRowItsFactsAndItsVersion() {
        Visitor lin = Visitor.as("lin", port);
        String number = opened(lin);
        JsonNode reasons = lin.get("/api/cases/" + number + "/decisions").json();
        JsonNode triage = of(reasons, "case-triage");
        assertThat(triage.path("name").asString()).isEqualTo("工单分流");
        assertThat(triage.at("/rows/0/text").asString()).as("in both languages").matches("(?s).*[\\u4e00-\\u9fff].* / .*[a-z].*");
        assertThat(triage.path("version").asInt()).isPositive();
        assertThat(triage.path("hash").asString()).hasSize(64);
        assertThat(triage.path("inputs").valueStream().map(input -> input.path("label").asString())).isNotEmpty().allMatch(label -> label.contains(" / "));
        assertThat(triage.path("inputs").toString()).contains("QUESTION");
        assertThat(triage.path("outputs").toString()).contains("handle-by-hand");
    }

    @Test
    void theTasksDueTimeNamesTheRowThatSetItAndWhatHappensThen() {
        Visitor lin = Visitor.as("lin", port);
        String number = opened(lin);
        JsonNode next = lin.get("/api/cases/" + number + "/deadlines").json().get(0);
        assertThat(next.path("source").asString()).isEqualTo("task");
        assertThat(next.path("name").asString()).isEqualTo("workCase");
        assertThat(next.path("onExpiry").asString()).isEqualTo("WE_ARE_LATE");
        assertThat(next.path("rule").asString()).contains("15天", "15 days");
        assertThat(lin.get("/api/cases/NO-1/deadlines").status()).isEqualTo(404);
        assertThat(lin.get("/api/cases/NO-1/decisions").status()).isEqualTo(404);
    }

    private static String opened(Visitor lin) {
        return lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
    }

    private static JsonNode of(JsonNode reasons, String table) {
        return reasons.valueStream().filter(reason -> reason.path("table").asString().equals(table)).findFirst().orElseThrow();
    }
}
