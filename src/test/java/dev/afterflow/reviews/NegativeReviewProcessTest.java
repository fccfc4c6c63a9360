package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way a bad review can take, with the real tables and every node of both models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NegativeReviewProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private final Map<String, String> content = new HashMap<>();
    private final Map<String, Boolean> replyOpen = new HashMap<>();
    private final Map<String, Long> daysOld = new HashMap<>();
    private final List<String> judged = new ArrayList<>();
    private final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), "processes/reviews/*.bpmn", "processes/reviews/*.dmn", "forms/reviews/*.form");

    private Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        rooms.put("freezeReview", execution -> {
            Map<String, Object> facts = Map.of("content", content.getOrDefault(number(execution), "DEFECT"), "demand", false, "pattern", "", "buyerKnown", true,
                    "daysOld", 3L, "refundOpen", false, "lowScore", "");
            facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
            execution.setVariable("stepBy", LATER);
        });
        rooms.put("noteTriage", execution -> judged.add(number(execution) + " " + execution.getVariable("route")));
        rooms.put("openCause", execution -> execution.setVariable("stepBy", LATER));
        rooms.put("checkReplyWindow", execution -> execution.setVariable("replyOpen", replyOpen.getOrDefault(number(execution), true)));
        rooms.put("postReply", execution -> execution.setVariable("effectNo", "RV-" + number(execution)));
        rooms.put("watchReview", execution -> execution.setVariable("changeUntil", LATER));
        rooms.put("closeReview", execution -> { });
        rooms.put("noteReviewChanged", execution -> { });
        rooms.put("gatherPattern", execution -> {
            Map<String, Object> facts = Map.of("category", "COERCION", "platform", "taobao", "daysOld", daysOld.getOrDefault(number(execution), 3L), "tries", 0L);
            facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        });
        rooms.put("noteComplaintCategory", execution -> {
            execution.setVariable("complainable", Boolean.TRUE.equals(execution.getVariable("complaintOpen")));
            execution.setVariable("complaintResult", "NONE");
            execution.setVariable("complainBy", LATER);
        });
        rooms.put("reportReview", execution -> {
            execution.setVariable("effectNo", "RC-" + number(execution));
            execution.setVariable("verdictBy", LATER);
        });
        return rooms;
    }

    @AfterAll
    void everythingWasWalked() {
        List.of("negative-review", "malicious-review").forEach(engine::assertEverythingWalked);
        assertThat(engine.variableNames("negative-review")).containsExactlyInAnyOrder("stepBy", "reviewRoute", "ownerAsked", "ownerTeam", "ownerBy", "buyerAgrees",
                "complaintResult", "replyOpen", "replyWay", "effectNo", "platformSaid", "changeUntil");
        assertThat(engine.variableNames("malicious-review")).containsExactlyInAnyOrder("complainable", "complainBy", "complaintWay", "effectNo", "verdictBy",
                "complaintResult");
        engine.close();
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private void begin(String number, String route) {
        engine.start("negative-review", number, Map.of());
        engine.complete(number, "analyseReview", Map.of("reviewRoute", route, "ownerAsked", false, "stepBy", LATER));
    }

    private int hear(String number, String message, Map<String, Object> answers) {
        return engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(number).setVariables(answers).correlateAllWithResult().size();
    }

    private void kept(String number) {
        engine.fireTimer(number, "changeOver");
        assertThat(engine.path(number)).contains("closeReview", "reviewClosed");
        assertThat(engine.ended(number)).isTrue();
    }

    private void contacted(String number, boolean agrees) {
        engine.complete(number, "contactBuyer", Map.of("buyerAgrees", agrees));
    }

    private void replied(String number, String way) {
        engine.complete(number, "writeReply", Map.of("replyWay", way));
        engine.runJobs();
    }

    @Test
    void theTableProposesAndTheOwnerOfALowScoreExplainsMeanwhile() {
        content.put("R1", "LOGISTICS");
        engine.start("negative-review", "R1", Map.of());
        assertThat(judged).contains("R1 SOLVE");
        engine.complete("R1", "analyseReview", Map.of("reviewRoute", "NOTHING", "ownerAsked", true, "ownerTeam", "logistics-desk", "ownerBy", LATER, "stepBy", LATER));
        assertThat(engine.waitingAt("R1")).contains("answerLowScore").doesNotContain("contactBuyer");
        engine.complete("R1", "answerLowScore", Map.of());
        assertThat(engine.ended("R1")).isTrue();
    }

    @Test
    void theCauseIsSolvedFirstAndThenExplainedInPublic() {
        begin("R2", "SOLVE");
        contacted("R2", true);
        assertThat(engine.waitingAt("R2")).contains("awaitCause");
        assertThat(hear("R2", "reviews.causeClosed", Map.of())).isEqualTo(1);
        replied("R2", "MACHINE");
        assertThat(engine.waitingAt("R2")).contains("awaitPosted");
        assertThat(hear("R2", "reviews.platformAnswered", Map.of("platformSaid", "DONE"))).isEqualTo(1);
        kept("R2");
    }

    @Test
    void theReplyDoesNotWaitPastItsWindow() {
        begin("R3", "SOLVE");
        contacted("R3", true);
        engine.fireTimer("R3", "causeOverdue");
        replied("R3", "HAND");
        engine.complete("R3", "postReplyByHand", Map.of());
        kept("R3");
    }

    @Test
    void whatTheMachineCannotPostAPersonDoes() {
        begin("R4", "SOLVE");
        contacted("R4", false);
        replied("R4", "MACHINE");
        hear("R4", "reviews.platformAnswered", Map.of("platformSaid", "NEEDS_PERSON"));
        engine.complete("R4", "postReplyByHand", Map.of());
        kept("R4");
    }

    @Test
    void aClosedWindowIsNotKnockedAtAndNobodyHasToReply() {
        replyOpen.put("R5", false);
        begin("R5", "EXPLAIN");
        assertThat(engine.path("R5")).doesNotContain("writeReply");
        kept("R5");
        begin("R6", "EXPLAIN");
        replied("R6", "NONE");
        kept("R6");
    }

    @Test
    void aReviewThatIsChangedMeanwhileEndsEverything() {
        begin("R7", "SOLVE");
        assertThat(hear("R7", "reviews.reviewChanged", Map.of())).isEqualTo(1);
        assertThat(engine.path("R7")).contains("noteReviewChanged", "changeRecorded");
        assertThat(engine.ended("R7")).isTrue();
    }

    @Test
    void aReviewThatIsChangedWhileItIsComplainedOfEndsTheComplaintToo() {
        begin("R8", "COMPLAIN");
        hear("R8", "reviews.reviewChanged", Map.of());
        assertThat(engine.ended("R8")).isTrue();
    }

    @Test
    void maliceIsComplainedOfTwiceAndUpheld() {
        begin("M1", "COMPLAIN");
        engine.complete("M1", "fileComplaint", Map.of("complaintWay", "MACHINE"));
        engine.runJobs();
        assertThat(engine.waitingAt("M1")).contains("awaitReviewVerdict");
        hear("M1", "reviews.verdictGiven", Map.of("complaintResult", "AGAIN"));
        engine.complete("M1", "fileComplaint", Map.of("complaintWay", "HAND"));
        engine.complete("M1", "fileComplaintByHand", Map.of("effectNo", "RC-M1-2", "verdictBy", LATER));
        hear("M1", "reviews.verdictGiven", Map.of("complaintResult", "UPHELD"));
        assertThat(engine.path("M1")).contains("complaintUpheld", "isRemoved", "closeReview").doesNotContain("writeReply");
        assertThat(engine.ended("M1")).isTrue();
    }

    @Test
    void aComplaintTheMachineCannotFileIsFiledByHandAndASilentPlatformIsAsked() {
        begin("M2", "COMPLAIN");
        engine.complete("M2", "fileComplaint", Map.of("complaintWay", "MACHINE"));
        engine.runJobs();
        hear("M2", "reviews.verdictGiven", Map.of("complaintResult", "BY_HAND"));
        engine.complete("M2", "fileComplaintByHand", Map.of("effectNo", "RC-M2", "verdictBy", LATER));
        engine.fireTimer("M2", "verdictOverdue");
        engine.complete("M2", "chaseReviewVerdict", Map.of("complaintResult", "REJECTED"));
        assertThat(engine.path("M2")).contains("complaintRejected");
        replied("M2", "NONE");
        kept("M2");
    }

    @Test
    void withoutProofOrInTimeNothingIsFiled() {
        begin("M3", "COMPLAIN");
        engine.complete("M3", "fileComplaint", Map.of("complaintWay", "NONE"));
        assertThat(engine.path("M3")).contains("complaintDropped");
        replied("M3", "NONE");
        kept("M3");
        begin("M4", "COMPLAIN");
        engine.fireTimer("M4", "complaintLapsed");
        assertThat(engine.path("M4")).contains("windowOver");
        replied("M4", "NONE");
        kept("M4");
        daysOld.put("M5", 31L);
        begin("M5", "COMPLAIN");
        assertThat(engine.path("M5")).contains("complaintNotPossible").doesNotContain("fileComplaint");
        replied("M5", "NONE");
        kept("M5");
    }
}
