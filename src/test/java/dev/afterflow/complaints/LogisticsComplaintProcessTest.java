package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way a complaint about a parcel can take, with the real tables and every node of three models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogisticsComplaintProcessTest {

    private final ComplaintWays ways = new ComplaintWays();
    private final ThrowawayEngine engine = ways.engine();

    @AfterAll
    void everythingWasWalked() {
        List.of("logistics-complaint", "complaint-remedy", "delivery-proof").forEach(engine::assertEverythingWalked);
        assertThat(engine.variableNames("logistics-complaint")).containsExactlyInAnyOrder("addressOpen", "checkBy", "problem", "way", "liabilityWord",
                "waitUntil", "claimed", "effectNo");
        assertThat(engine.variableNames("complaint-remedy")).containsExactlyInAnyOrder("liabilityWord", "agreement", "purpose", "decideBy", "buyerUntil",
                "silence", "arranged", "agreedRemedy", "refundOutcome", "replacement", "objectionUntil");
        assertThat(engine.variableNames("delivery-proof")).containsExactlyInAnyOrder("proofBy", "proof", "objectionUntil");
        engine.close();
    }

    private void checked(String number) {
        engine.complete(number, "checkAddress", Map.of());
    }

    private void refunded(String number) {
        ways.hear(number, "returns.moneyPlayed", Map.of("refundOutcome", "paid"));
    }

    private void claimEnds(String number) {
        if (engine.waitingAt(number).contains("claimPlayed")) {
            ways.hear(number, "claims.claimPlayed", Map.of());
        }
    }

    @Test
    void aLostParcelIsRefundedWhileNobodyWaitsForTheCarrier() {
        ways.begin("L1", told -> { });
        assertThat(engine.waitingAt("L1")).containsExactly("checkAddress");
        checked("L1");
        assertThat(engine.waitingAt("L1")).contains("awaitAnswer");
        ways.hear("L1", "remedies.buyerChose", Map.of());
        assertThat(engine.waitingAt("L1")).contains("moneyPlayed");
        refunded("L1");
        claimEnds("L1");
        assertThat(engine.ended("L1")).isTrue();
        assertThat(engine.path("L1")).contains("startCarrierSide", "noteRemedied", "complaintClosed");
    }

    @Test
    void whatTheBuyerAskedForIsDoneAndOutOfStockTurnsIntoARefund() {
        ways.begin("L2", told -> {
            told.agreement = "agreed";
            told.chosen.clear();
            told.chosen.add("reship");
        });
        checked("L2");
        ways.hear("L2", "logistics.parcelPlayed", Map.of("replacement", "outOfStock"));
        assertThat(engine.waitingAt("L2")).contains("moneyPlayed");
        refunded("L2");
        claimEnds("L2");
        assertThat(engine.path("L2")).contains("turnToRefund").doesNotContain("awaitAnswer");
        assertThat(engine.ended("L2")).isTrue();
    }

    @Test
    void aChosenReshipIsSent() {
        ways.begin("L3", told -> {
            told.chosen.clear();
            told.chosen.add("reship");
        });
        checked("L3");
        ways.hear("L3", "remedies.buyerChose", Map.of());
        ways.hear("L3", "logistics.parcelPlayed", Map.of("replacement", "shipped"));
        claimEnds("L3");
        assertThat(engine.ended("L3")).isTrue();
    }

    @Test
    void aSilentBuyerIsRemindedAndThenAPersonDecidesAndAnApproverMaySendItBack() {
        ways.begin("L4", told -> told.silences.addAll(List.of("remind", "toPerson")));
        checked("L4");
        engine.fireTimer("L4", "answerOverdue");
        assertThat(engine.waitingAt("L4")).contains("awaitAnswer");
        engine.fireTimer("L4", "answerOverdue");
        engine.complete("L4", "decideRemedy", Map.of("agreedRemedy", "refund"));
        ways.hear("L4", "returns.moneyPlayed", Map.of("refundOutcome", "sentBack"));
        engine.complete("L4", "decideRemedy", Map.of("agreedRemedy", "none"));
        claimEnds("L4");
        assertThat(engine.ended("L4")).isTrue();
    }

    @Test
    void seizedGoodsAskTheCarrierFirstAndThenAPerson() {
        ways.begin("L5", told -> {
            told.addressOpen = false;
            told.code = "SEIZED";
            told.agreement = "person";
        });
        assertThat(engine.path("L5")).containsSubsequence("startCarrierSide", "decideRemedy").doesNotContain("checkAddress");
        engine.complete("L5", "decideRemedy", Map.of("agreedRemedy", "refund"));
        refunded("L5");
        claimEnds("L5");
        assertThat(engine.ended("L5")).isTrue();
    }

    @Test
    void aDropWithoutConsentIsRedeliveredOrDecidedByAPerson() {
        for (String arranged : List.of("done", "not")) {
            String number = "L6" + arranged;
            ways.begin(number, told -> {
                told.trace("AT_POINT").claimed = false;
                told.agreement = "arrange";
            });
            checked(number);
            engine.complete(number, "arrangeDelivery", Map.of("arranged", arranged));
            if (arranged.equals("not")) {
                engine.complete(number, "decideRemedy", Map.of("agreedRemedy", "none"));
            }
            assertThat(engine.ended(number)).as(arranged).isTrue();
        }
    }

    @Test
    void aFalseSignatureWithoutProofIsMadeGoodAfterADay() {
        ComplaintWays.Told told = ways.begin("L7", about -> about.trace("SIGNED"));
        checked("L7");
        assertThat(engine.waitingAt("L7")).contains("getProof");
        told.proof = "NONE";
        engine.fireTimer("L7", "proofOverdue");
        assertThat(engine.waitingAt("L7")).contains("awaitAnswer");
        ways.hear("L7", "remedies.buyerChose", Map.of());
        refunded("L7");
        claimEnds("L7");
        assertThat(engine.ended("L7")).isTrue();
    }

    @Test
    void aProvedSignatureIsShownAndMayBeDenied() {
        ComplaintWays.Told kept = ways.begin("L8", about -> about.trace("SIGNED"));
        checked("L8");
        engine.complete("L8", "getProof", Map.of("proof", "PROVED"));
        kept.proof = "PROVED";
        engine.fireTimer("L8", "objectionOver");
        assertThat(engine.ended("L8")).isTrue();
        assertThat(engine.path("L8")).contains("tellProof", "proofAccepted").doesNotContain("makeGood");

        ComplaintWays.Told denied = ways.begin("L9", about -> {
            about.trace("SIGNED");
            about.agreement = "person";
        });
        checked("L9");
        engine.complete("L9", "getProof", Map.of("proof", "PROVED"));
        denied.proof = "OBJECTED";
        ways.hear("L9", "complaints.buyerObjected", Map.of());
        engine.complete("L9", "decideRemedy", Map.of("agreedRemedy", "none"));
        claimEnds("L9");
        assertThat(engine.ended("L9")).isTrue();
    }

    @Test
    void noProofSaidByAPersonIsNoProof() {
        ComplaintWays.Told told = ways.begin("L10", about -> about.trace("SIGNED"));
        checked("L10");
        told.proof = "NONE";
        engine.complete("L10", "getProof", Map.of("proof", "NONE"));
        assertThat(engine.waitingAt("L10")).contains("awaitAnswer");
        ways.hear("L10", "complaints.complaintWithdrawn", Map.of());
        claimEnds("L10");
        assertThat(engine.ended("L10")).as("the buyer may withdraw while the remedy is not agreed").isTrue();
    }

    @Test
    void aDelayWaitsForNewsButNotForLong() {
        ways.begin("L11", told -> {
            told.trace("MOVING", "DELIVERING", "SIGNED");
            told.daysLate = 1;
            told.said = "OTHER";
        });
        checked("L11");
        assertThat(engine.waitingAt("L11")).containsExactly("awaitNews");
        engine.fireTimer("L11", "waitOver");
        assertThat(engine.waitingAt("L11")).containsExactly("awaitNews");
        ways.hear("L11", "complaints.newsHeard", Map.of());
        assertThat(engine.waitingAt("L11")).as("late and delivered is worth a compensation").contains("awaitAnswer");
        ways.hear("L11", "complaints.complaintWithdrawn", Map.of());
        claimEnds("L11");
        assertThat(engine.ended("L11")).isTrue();
    }

    @Test
    void whatWasDeliveredInTimeIsClosedAndAnEarlyWithdrawalToo() {
        ways.begin("L12", told -> {
            told.trace("SIGNED").said = "OTHER";
            told.daysLate = 0;
        });
        checked("L12");
        assertThat(engine.ended("L12")).isTrue();
        ways.begin("L13", told -> { });
        ways.hear("L13", "complaints.complaintWithdrawn", Map.of());
        assertThat(engine.ended("L13")).isTrue();
        assertThat(engine.path("L13")).contains("withdrawnEarly", "closeComplaint");
    }

    @Test
    void aNumberNobodyKnowsIsClarifiedByAPerson() {
        ways.begin("L14", told -> told.trace("UNKNOWN", "LOST"));
        checked("L14");
        engine.complete("L14", "clarifyTrace", Map.of());
        assertThat(engine.waitingAt("L14")).contains("awaitAnswer");
        ways.hear("L14", "remedies.buyerChose", Map.of());
        assertThat(engine.correlate("complaints.goodsFound", "L14", Map.of())).isEqualTo(1);
        refunded("L14");
        claimEnds("L14");
        assertThat(engine.waitingAt("L14")).as("the case waits for what becomes of the goods").containsExactly("settleFoundGoods");
        assertThat(engine.path("L14")).doesNotContain("closeComplaint");
        engine.complete("L14", "settleFoundGoods", Map.of());
        assertThat(engine.path("L14")).contains("closeComplaint");
        assertThat(engine.ended("L14")).isTrue();
    }

    @Test
    void aParcelSignedMeanwhileEndsItUnlessTheBuyerDeniesIt() {
        ways.begin("L15", told -> { });
        checked("L15");
        ways.hear("L15", "complaints.parcelSigned", Map.of());
        assertThat(engine.waitingAt("L15")).contains("awaitDenial").doesNotContain("awaitAnswer");
        engine.fireTimer("L15", "denialOver");
        claimEnds("L15");
        assertThat(engine.ended("L15")).isTrue();

        ComplaintWays.Told told = ways.begin("L16", about -> { });
        checked("L16");
        ways.hear("L16", "complaints.parcelSigned", Map.of());
        told.agreement = "person";
        ways.hear("L16", "complaints.buyerObjected", Map.of());
        engine.complete("L16", "decideRemedy", Map.of("agreedRemedy", "none"));
        claimEnds("L16");
        assertThat(engine.ended("L16")).isTrue();
    }
}
