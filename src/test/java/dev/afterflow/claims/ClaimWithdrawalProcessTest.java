package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way of a claim whose parcel turns up. */
class ClaimWithdrawalProcessTest {

    private static final Set<String> paid = new HashSet<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(Map.of(
            "withdrawClaim", execution -> execution.setVariable("moneyToReturn", paid.contains(execution.getProcessBusinessKey()))),
            "processes/claims/claim-withdrawal.bpmn", "forms/claims/*.form");

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        try {
            engine.assertEverythingWalked("claim-withdrawal");
            assertThat(engine.variableNames("claim-withdrawal")).containsExactlyInAnyOrder("effectNo", "claimBy", "claimKept", "moneyToReturn");
        } finally {
            engine.close();
        }
    }

    @Test
    void aClaimThatGoesOnIsLeftAlone() {
        begin("W-1");
        engine.complete("W-1", "settleFoundParcel", Map.of("claimKept", true));
        assertThat(engine.path("W-1")).endsWith("isClaimKept", "claimGoesOn").doesNotContain("withdrawClaim");
        assertThat(engine.ended("W-1")).isTrue();
    }

    @Test
    void aClaimThatBroughtNoMoneyIsTakenBackAndOver() {
        takenBack("W-2");
        assertThat(engine.path("W-2")).endsWith("isMoneyToReturn", "claimWasWithdrawn");
        assertThat(engine.ended("W-2")).isTrue();
    }

    @Test
    void moneyThatCameInIsGivenBackByFinance() {
        paid.add("W-3");
        takenBack("W-3");
        assertThat(engine.waitingAt("W-3")).containsExactly("returnClaimMoney");
        engine.complete("W-3", "returnClaimMoney", Map.of());
        assertThat(engine.path("W-3")).endsWith("moneySettled");
        assertThat(engine.ended("W-3")).isTrue();
    }

    @Test
    void orItsCarrierTakesItBackByItsStatement() {
        paid.add("W-4");
        takenBack("W-4");
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation("claims.moneyReturned").processInstanceBusinessKey("W-4")
                .processInstanceVariableEquals("effectNo", "CW-4").correlateAllWithResult()).hasSize(1);
        assertThat(engine.path("W-4")).endsWith("moneyTakenBack", "moneySettled");
        assertThat(engine.ended("W-4")).isTrue();
    }

    private static void takenBack(String caseNumber) {
        begin(caseNumber);
        engine.complete(caseNumber, "settleFoundParcel", Map.of("claimKept", false));
    }

    private static void begin(String caseNumber) {
        engine.start("claim-withdrawal", caseNumber, Map.of("effectNo", "C" + caseNumber, "claimBy", Date.from(Instant.now().plusSeconds(3_600))));
    }
}
