package dev.afterflow.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way through a question to a department. */
class DepartmentQuestionProcessTest {

    private static final List<String> heard = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(
            Map.of("returnAnswer", execution -> heard.add("answered " + execution.getVariable("questionNo") + " " + execution.getVariable("verdict")),
                    "escalateQuestion", execution -> heard.add("escalated " + execution.getVariable("questionNo"))),
            "processes/questions/department-question.bpmn", "forms/questions/*.form");

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("department-question");
        assertThat(engine.variableNames("department-question")).containsExactly("answerBy", "questionNo", "questionTeam", "verdict");
        engine.close();
    }

    @Test
    void theDepartmentAnswersAndTheAnswerComesBack() {
        begin("DQ-1", 1, "warehouse");
        assertThat(engine.engine().getTaskService().createTaskQuery().taskCandidateGroup("warehouse").processInstanceBusinessKey("DQ-1").count()).isEqualTo(1);
        engine.complete("DQ-1", "answerQuestion", Map.of("verdict", "YES"));
        assertThat(engine.ended("DQ-1")).isTrue();
        assertThat(heard).contains("answered 1 YES").doesNotContain("escalated 1");
        assertThat(engine.path("DQ-1")).containsExactly("questionAsked", "answerQuestion", "returnAnswer", "questionAnswered");
    }

    @Test
    void whatIsNotAnsweredInTimeIsEscalatedOnceAndCanStillBeAnswered() {
        begin("DQ-2", 2, "finance");
        engine.fireTimer("DQ-2", "answerOverdue");
        assertThat(heard).contains("escalated 2");
        assertThat(engine.waitingAt("DQ-2")).containsExactly("answerQuestion");
        engine.complete("DQ-2", "answerQuestion", Map.of("verdict", "UNKNOWN"));
        assertThat(heard).contains("answered 2 UNKNOWN");
        assertThat(engine.ended("DQ-2")).isTrue();
    }

    @Test
    void ofTwoQuestionsOfACaseOnlyTheWithdrawnOneEnds() {
        begin("DQ-3", 3, "warehouse");
        begin("DQ-3", 4, "legal");
        engine.engine().getRuntimeService().createMessageCorrelation("questions.askerWithdrew").processInstanceBusinessKey("DQ-3")
                .processInstanceVariableEquals("questionNo", 3L).correlateAllWithResult();
        assertThat(engine.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("DQ-3").list()).hasSize(1);
        assertThat(engine.path("DQ-3")).contains("askerWithdrew", "questionDropped");
        assertThat(heard).doesNotContain("answered 3 null");
    }

    private static void begin(String caseNumber, long question, String team) {
        engine.start("department-question", caseNumber, Map.of("questionNo", question, "questionTeam", team,
                "answerBy", Date.from(Instant.now().plusSeconds(3_600))));
    }
}
