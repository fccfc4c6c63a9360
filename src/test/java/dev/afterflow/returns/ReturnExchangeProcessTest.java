package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReturnExchangeProcessTest extends GoodsAndPlatformWays {

    /** Every variable return-exchange may have: each the answer to a question on its picture. */
    private static final Set<String> ANSWERS = Set.of("goodsBack", "reasonType", "agreedNow", "answerBy", "escalateAt", "freightPayer",
            "agreedRemedy", "nextStep", "purpose", "refundOutcome", "platformBy");
    private static final Set<String> REMEDY_ANSWERS = Set.of("answerBy", "escalateAt", "proposal", "agreedRemedy", "decision",
            "buyerUntil", "silence");
    private static final Set<String> SETTLEMENT_ANSWERS = Set.of("answerBy", "team", "refundOutcome", "refundCount", "resolution");
    @BeforeAll
    static void open() {
        corridor = new Corridor();
        engine = corridor.engine();
    }

    @AfterAll
    static void everyStepAndEveryArrowWasWalkedAndNothingElseRemembered() {
        engine.assertEverythingWalked("return-exchange");
        engine.assertEverythingWalked("agree-remedy");
        engine.assertEverythingWalked("refund-settlement");
        assertThat(ANSWERS).hasSizeLessThanOrEqualTo(12).containsAll(engine.variableNames("return-exchange"));
        assertThat(REMEDY_ANSWERS).hasSizeLessThanOrEqualTo(12).containsAll(engine.variableNames("agree-remedy"));
        assertThat(SETTLEMENT_ANSWERS).hasSizeLessThanOrEqualTo(12).containsAll(engine.variableNames("refund-settlement"));
        engine.close();
    }

    @Test
    void anUnshippedOrderIsAgreedAtOnceAndNobodyApproves() {
        Corridor.Told told = corridor.begin("P-1", about -> {
            about.stage = "UNSHIPPED";
            about.reasonCode = "不想要了";
        });
        engine.runJobs();
        corridor.settle("P-1", 0, true);
        engine.runJobs();

        assertThat(engine.ended("P-1")).isTrue();
        assertThat(engine.path("P-1")).contains("settleRefund", "tellRefunded").doesNotContain("reviewRequest", "approveRefund");
        assertThat(told.heard).containsSubsequence("eligibility eligible", "settled 0 true", "tellRefunded", "closeCase");
    }

    @Test
    void aReviewedRefundIsApprovedByTheLeadsAndPaid() {
        corridor.begin("P-2", about -> about.amount = 12_950);
        engine.complete("P-2", "reviewRequest", AGREE);
        assertThat(engine.waitingAt("P-2")).contains("approveRefund");
        assertThat(engine.engine().getTaskService().getIdentityLinksForTask(engine.task("P-2", "approveRefund").getId()))
                .extracting("groupId").containsExactly("returns-leads");

        engine.complete("P-2", "approveRefund", Map.of("refundOutcome", "approved"));
        engine.runJobs();
        corridor.settle("P-2", 0, true);
        engine.runJobs();

        assertThat(engine.ended("P-2")).isTrue();
        assertThat(engine.path("P-2")).contains("tellRefunded", "closeCase");
    }

    @Test
    void aRefundWithinTheReviewersOwnLimitNeedsNoSecondPerson() {
        corridor.begin("P-3", about -> {
            about.amount = 5_000;
            about.withinOwnLimit = true;
        });
        engine.complete("P-3", "reviewRequest", AGREE);

        assertThat(engine.waitingAt("P-3")).doesNotContain("approveRefund").contains("issueRefund");
    }

    @Test
    void whatTheApproverSendsBackIsReviewedAgain() {
        corridor.begin("P-4", about -> about.steps.add("agree"));
        engine.complete("P-4", "reviewRequest", AGREE);
        engine.complete("P-4", "approveRefund", Map.of("refundOutcome", "sentBack"));

        assertThat(engine.task("P-4", "reviewRequest")).isNotNull();
        assertThat(engine.path("P-4")).filteredOn("weighRemedies"::equals).hasSize(2);
    }

    @Test
    void aRefusedBuyerWhoStaysSilentIsClosed() {
        Corridor.Told told = corridor.begin("P-5", about -> { });
        engine.complete("P-5", "reviewRequest", REFUSE);
        assertThat(told.heard).contains("tellAnswer");
        engine.fireTimer("P-5", "buyerStayedSilent");

        assertThat(engine.ended("P-5")).isTrue();
        assertThat(told.heard).endsWith("closeCase");
    }

    @Test
    void aRefusedBuyerWhoAddsSomethingIsReviewedAgain() {
        corridor.begin("P-6", about -> { });
        engine.complete("P-6", "reviewRequest", REFUSE);

        assertThat(engine.correlate("returns.requestReopened", "P-6", Map.of())).isEqualTo(1);
        assertThat(engine.task("P-6", "reviewRequest")).isNotNull();
    }

    @Test
    void nobodyIsRefusedForStayingSilentWhenAskedForProof() {
        Corridor.Told told = corridor.begin("P-7", about -> { });
        engine.complete("P-7", "reviewRequest", Map.of("decision", "askEvidence", "buyerUntil", LATER));
        engine.fireTimer("P-7", "buyerStayedSilent");

        assertThat(engine.task("P-7", "reviewRequest")).isNotNull();
        assertThat(told.heard).doesNotContain("closeCase");
    }

    @Test
    void aBuyerMayTakeTheRequestBackWhileItIsReviewed() {
        Corridor.Told told = corridor.begin("P-8", about -> { });

        assertThat(engine.correlate("returns.requestWithdrawn", "P-8", Map.of())).isEqualTo(1);
        assertThat(engine.ended("P-8")).isTrue();
        assertThat(told.heard).endsWith("closeCase");
    }

    @Test
    void aBuyerMayTakeTheRequestBackAfterTheAnswer() {
        corridor.begin("P-9", about -> { });
        engine.complete("P-9", "reviewRequest", REFUSE);

        assertThat(engine.correlate("returns.requestWithdrawn", "P-9", Map.of())).isEqualTo(1);
        assertThat(engine.ended("P-9")).isTrue();
    }

    @Test
    void aBuyerMayTakeTheRequestBackUntilItIsApproved() {
        Corridor.Told told = corridor.begin("P-10", about -> { });
        engine.complete("P-10", "reviewRequest", AGREE);
        assertThat(engine.correlate("returns.requestWithdrawn", "P-10", Map.of())).isEqualTo(1);

        assertThat(engine.ended("P-10")).isTrue();
        assertThat(told.heard).endsWith("closeCase").doesNotContain("tellRefunded");
    }

    @Test
    void aReviewNearItsDeadlineIsEscalatedAndStaysOpen() {
        Corridor.Told told = corridor.begin("P-11", about -> { });
        engine.fireTimer("P-11", "deadlineNeared");

        assertThat(told.heard).contains("escalateReview");
        assertThat(engine.task("P-11", "reviewRequest")).isNotNull();
    }

    @Test
    void twoPaymentsOfOneCaseSettleInAnyOrder() {
        for (int[] order : new int[][] {{0, 1}, {1, 0}}) {
            String number = "P-12-" + order[0];
            corridor.begin(number, about -> {
                about.stage = "UNSHIPPED";
                about.parts = 2;
            });
            engine.runJobs();
            corridor.settle(number, order[0], true);
            engine.runJobs();
            assertThat(engine.waitingAt(number)).contains("awaitRefund");
            corridor.settle(number, order[1], true);
            engine.runJobs();

            assertThat(engine.ended(number)).isTrue();
        }
    }

    @Test
    void aFailedPayoutIsResolvedByFinance() {
        corridor.begin("P-13", about -> {
            about.stage = "UNSHIPPED";
            about.settled.clear();
            about.settled.addAll(List.of(false, false, false));
        });
        engine.runJobs();
        corridor.settle("P-13", 0, false);
        engine.runJobs();
        engine.complete("P-13", "resolvePayout", Map.of("resolution", "check"));
        engine.complete("P-13", "resolvePayout", Map.of("resolution", "again"));
        engine.runJobs();
        corridor.settle("P-13", 0, false);
        engine.runJobs();
        engine.complete("P-13", "resolvePayout", Map.of("resolution", "otherwise"));

        assertThat(engine.ended("P-13")).isTrue();
        assertThat(engine.path("P-13")).contains("endedOtherwise").doesNotContain("tellRefunded");
    }

    @Test
    void aPartThatIsTooMuchDoesNotStopTheOtherOnItsWay() {
        corridor.begin("P-14", about -> {
            about.stage = "UNSHIPPED";
            about.parts = 2;
            about.tooMuch.add(1);
            about.settled.clear();
            about.settled.add(false);
        });
        engine.runJobs();
        assertThat(engine.waitingAt("P-14")).contains("awaitRefund").doesNotContain("resolvePayout");
        corridor.settle("P-14", 0, true);
        engine.runJobs();

        assertThat(engine.task("P-14", "resolvePayout")).isNotNull();
    }
}
