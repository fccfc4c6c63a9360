package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A refund that another room agreed: the same rule, the same approval, the same payout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantedRefundProcessTest {

    private final Corridor corridor = new Corridor();

    @AfterAll
    void everythingWasWalked() {
        corridor.engine().assertEverythingWalked("granted-refund");
        assertThat(corridor.engine().variableNames("granted-refund")).containsExactlyInAnyOrder("reasonWord", "answerBy", "refundOutcome");
        corridor.engine().close();
    }

    @Test
    void whatWasAgreedElsewhereIsApprovedPaidAndTold() {
        Corridor.Told told = corridor.grant("G1");
        assertThat(told.heard).contains("granted PAID REFUNDED");
        corridor.engine().complete("G1", "approveRefund", Map.of("refundOutcome", "approved"));
        corridor.engine().runJobs();
        corridor.settle("G1", 0, true);
        corridor.engine().runJobs();

        assertThat(corridor.engine().ended("G1")).isTrue();
        assertThat(told.heard).contains("tellRefunded");
    }

    @Test
    void whatTheApproverSendsBackIsNotPaid() {
        Corridor.Told told = corridor.grant("G2");
        corridor.engine().complete("G2", "approveRefund", Map.of("refundOutcome", "sentBack"));

        assertThat(corridor.engine().ended("G2")).isTrue();
        assertThat(told.heard).doesNotContain("tellRefunded");
    }
}
