package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways of the models through goods, offers and the platform; walked with the others on one engine. */
abstract class GoodsAndPlatformWays {

    static final Date LATER = Date.from(Instant.parse("2026-12-01T00:00:00Z"));

    static final Map<String, Object> AGREE = Map.of("decision", "agree", "agreedRemedy", "refund");
    static final Map<String, Object> REFUSE = Map.of("decision", "refuse", "agreedRemedy", "refused", "buyerUntil", LATER);
    static final Map<String, Object> OFFER = Map.of("decision", "offer", "buyerUntil", LATER);

    static Corridor corridor;
    static ThrowawayEngine engine;

    @Test
    void aReturnGrantedByTheRulesIsPaidAfterItsGoodsCame() {
        Corridor.Told told = goodsCome("G-1", "returnRefund", "refund");
        assertThat(engine.path("G-1")).doesNotContain("reviewRequest");
        engine.complete("G-1", "approveRefund", Map.of("refundOutcome", "approved"));
        engine.runJobs();
        corridor.settle("G-1", 0, true);
        engine.runJobs();

        assertThat(engine.ended("G-1")).isTrue();
        assertThat(told.heard).startsWith("acknowledgeRequest").containsSubsequence("tellRefunded", "closeCase");
    }

    @Test
    void anExchangeSendsGoodsOutAgain() {
        goodsCome("G-2", "exchange", "replace", "done");
        corridor.parcel("G-2", "parcelPlayed");

        assertThat(engine.ended("G-2")).isTrue();
        assertThat(engine.path("G-2")).contains("replaceGoods").doesNotContain("settleRefund");
    }

    @Test
    void anExchangeOutOfStockTurnsIntoARefund() {
        goodsCome("G-3", "exchange", "replace", "refund");
        corridor.parcel("G-3", "parcelPlayed");

        assertThat(engine.task("G-3", "approveRefund")).isNotNull();
    }

    @Test
    void aReshipNeedsNothingBack() {
        corridor.begin("G-4", about -> {
            about.granted = "reship";
            about.steps.addAll(List.of("replace", "done"));
        });
        corridor.parcel("G-4", "parcelPlayed");

        assertThat(engine.ended("G-4")).isTrue();
        assertThat(engine.path("G-4")).doesNotContain("returnGoods");
    }

    @Test
    void goodsThatAreNotWhatWasExpectedAreReviewedInTimeAndMayGoBack() {
        Corridor.Told told = goodsCome("G-5", "returnRefund", "review", "sendBack");
        engine.fireTimer("G-5", "refundDueNeared");
        assertThat(told.heard).contains("escalateRefund");
        engine.complete("G-5", "reviewReturn", Map.of());
        corridor.parcel("G-5", "parcelPlayed");

        assertThat(engine.ended("G-5")).isTrue();
        assertThat(engine.path("G-5")).contains("sendGoodsBack").doesNotContain("settleRefund");
    }

    @Test
    void nothingSentEndsTheRequest() {
        goodsCome("G-6", "returnRefund", "done");
        assertThat(engine.ended("G-6")).isTrue();
    }

    @Test
    void aBuyerWithdrawsWhileGoodsAreAwaited() {
        Corridor.Told told = corridor.begin("G-7", about -> about.granted = "exchange");
        assertThat(engine.correlate("returns.requestWithdrawn", "G-7", Map.of())).isEqualTo(1);

        assertThat(engine.ended("G-7")).isTrue();
        assertThat(told.heard).endsWith("closeCase");
    }

    @Test
    void aRequestThatChangesOnceGoodsAreBackGoesOnWithTheGoods() {
        goodsCome("G-8", "returnRefund", "review", "done");
        engine.engine().getRuntimeService().createMessageCorrelation("returns.requestReopened").processInstanceBusinessKey("G-8")
                .setVariable("goodsBack", true).correlateAllWithResult();

        assertThat(engine.ended("G-8")).isTrue();
        assertThat(engine.path("G-8")).filteredOn("gatherFacts"::equals).hasSize(1);
    }

    @Test
    void anOfferIsChosenFrom() {
        corridor.begin("O-1", about -> { });
        engine.complete("O-1", "reviewRequest", OFFER);
        assertThat(engine.correlate("remedies.buyerChose", "O-1", Map.of())).isEqualTo(1);

        assertThat(engine.waitingAt("O-1")).contains("goodsPlayed");
    }

    @Test
    void aSilentBuyerIsRemindedAndThenClosedByTemplate() {
        Corridor.Told told = corridor.begin("O-2", about -> about.silences.addAll(List.of("remind", "remind", "close")));
        engine.complete("O-2", "reviewRequest", OFFER);
        for (int time = 0; time < 3; time++) {
            engine.fireTimer("O-2", "choiceOverdue");
        }

        assertThat(engine.ended("O-2")).isTrue();
        assertThat(told.heard).containsSubsequence("tellOffer", "remindOfOffer", "remindOfOffer", "closeCase");
    }

    @Test
    void aRightfulDemandIsNotLostInSilence() {
        corridor.begin("O-3", about -> about.silences.add("toPerson"));
        engine.complete("O-3", "reviewRequest", OFFER);
        engine.fireTimer("O-3", "choiceOverdue");

        assertThat(engine.task("O-3", "reviewRequest")).isNotNull();
    }

    @Test
    void thePlatformIsAnsweredBesideTheWay() {
        corridor.begin("D-1", about -> { });
        engine.complete("D-1", "reviewRequest", REFUSE);
        steppedIn("D-1");
        assertThat(engine.task("D-1", "answerPlatform").getDueDate()).isEqualTo(LATER);
        engine.complete("D-1", "answerPlatform", Map.of());
        engine.fireTimer("D-1", "buyerStayedSilent");

        assertThat(engine.ended("D-1")).isTrue();
    }

    @Test
    void thePlatformsVerdictEndsEverything() {
        Corridor.Told told = corridor.begin("D-2", about -> { });
        engine.complete("D-2", "reviewRequest", REFUSE);
        steppedIn("D-2");
        assertThat(engine.correlate("returns.platformDecided", "D-2", Map.of())).isEqualTo(1);

        assertThat(engine.ended("D-2")).as("the question to us goes with the verdict").isTrue();
        assertThat(told.heard).endsWith("closeCase").doesNotContain("tellRefunded");
    }

    private static Corridor.Told goodsCome(String number, String remedy, String... steps) {
        Corridor.Told told = corridor.begin(number, about -> {
            about.granted = remedy;
            about.steps.addAll(List.of(steps));
        });
        corridor.parcel(number, "goodsPlayed");
        return told;
    }

    private static void steppedIn(String number) {
        engine.engine().getRuntimeService().createMessageCorrelation("returns.platformSteppedIn").processInstanceBusinessKey(number)
                .setVariable("platformBy", LATER).correlateAllWithResult();
    }
}
