package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The one path of handling by hand. */
class HandleByHandProcessTest {

    private static final List<String> closed = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(
            Map.of("closeByHand", execution -> closed.add(execution.getProcessBusinessKey() + " " + execution.getVariable("outcome"))),
            "processes/cases/handle-by-hand.bpmn", "forms/cases/*.form");

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("handle-by-hand");
        assertThat(engine.variableNames("handle-by-hand")).containsExactly("outcome", "team");
        engine.close();
    }

    @Test
    void theTeamOfTheTriageWorksItAndItsOutcomeClosesTheCase() {
        engine.start("handle-by-hand", "HAND-1", Map.of("team", "disputes-desk"));
        assertThat(engine.waitingAt("HAND-1")).containsExactly("workCase");
        assertThat(engine.engine().getTaskService().createTaskQuery().taskCandidateGroup("disputes-desk")
                .processInstanceBusinessKey("HAND-1").count()).isEqualTo(1);
        engine.complete("HAND-1", "workCase", Map.of("outcome", "SOLVED"));
        assertThat(closed).containsExactly("HAND-1 SOLVED");
        assertThat(engine.ended("HAND-1")).isTrue();
        assertThat(engine.path("HAND-1")).containsExactly("caseArrived", "workCase", "closeByHand", "caseClosed");
    }
}
