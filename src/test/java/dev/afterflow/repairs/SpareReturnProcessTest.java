package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way a device that was lent comes back, or does not. */
class SpareReturnProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private static final Map<String, Integer> reminders = new HashMap<>();
    private static final List<String> concluded = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), "processes/repairs/spare-return.bpmn", "forms/repairs/*.form");

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>();
        all.put("askForSpare", execution -> execution.setVariable("spareBy", LATER));
        all.put("remindSpare", execution -> {
            execution.setVariable("spareStep", reminders.merge(execution.getProcessBusinessKey(), 1, Integer::sum) > 2 ? "person" : "again");
            execution.setVariable("spareBy", LATER);
        });
        all.put("concludeSpare", execution -> concluded.add(execution.getProcessBusinessKey()));
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("spare-return");
        assertThat(engine.variableNames("spare-return")).containsExactlyInAnyOrder("spareBy", "spareStep", "spareAnswer");
        engine.close();
    }

    @Test
    void aDeviceThatComesBackConcludesIt() {
        engine.start("spare-return", "SP-1", Map.of());
        engine.complete("SP-1", "receiveSpare", Map.of());
        assertThat(concluded).contains("SP-1");
        assertThat(engine.ended("SP-1")).isTrue();
    }

    @Test
    void twoRemindersThenAPersonWhoMayWaitOnce() {
        engine.start("spare-return", "SP-2", Map.of());
        for (int reminder = 0; reminder < 2; reminder++) {
            engine.fireTimer("SP-2", "spareOverdue");
            assertThat(engine.waitingAt("SP-2")).contains("receiveSpare");
        }
        engine.fireTimer("SP-2", "spareOverdue");
        engine.complete("SP-2", "chaseSpare", Map.of("spareAnswer", "wait", "spareBy", LATER));
        assertThat(engine.waitingAt("SP-2")).contains("receiveSpare");
        engine.fireTimer("SP-2", "spareOverdue");
        engine.complete("SP-2", "chaseSpare", Map.of("spareAnswer", "settled"));
        assertThat(concluded).contains("SP-2");
        assertThat(engine.ended("SP-2")).isTrue();
    }
}
