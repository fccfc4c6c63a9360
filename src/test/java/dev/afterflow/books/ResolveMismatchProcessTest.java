package dev.afterflow.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every path of resolve-mismatch: explained, corrected with and without a second person, claimed back, and caught up at each step. */
class ResolveMismatchProcessTest {

    private static ThrowawayEngine engine;

    @BeforeAll
    static void deploy() {
        engine = ThrowawayEngine.with(Map.of("bookAnswer", execution -> { }, "bookClaim", execution -> { },
            "closeMismatch", execution -> { }, "closeMatched", execution -> { }), "processes/books/*.bpmn", "forms/books/*.form");
    }

    @AfterAll
    static void everythingWasWalked() {
        try {
            engine.assertEverythingWalked("resolve-mismatch");
            assertThat(engine.variableNames("resolve-mismatch")).isSubsetOf("mismatchAnswer", "secondNeeded", "correctionConfirmed");
        } finally {
            engine.close();
        }
    }

    @Test
    void anExplanationEndsIt() {
        started("explained");
        answered("explained", "explained", false);
        assertThat(engine.path("explained")).endsWith("whatIsAnswered", "bookAnswer", "closeMismatch", "mismatchResolved");
        assertThat(engine.ended("explained")).isTrue();
    }

    @Test
    void aSmallCorrectionNeedsNoSecondPerson() {
        started("small");
        answered("small", "correction", false);
        assertThat(engine.path("small")).contains("isAboveLimit", "bookAnswer").doesNotContain("confirmCorrection");
        assertThat(engine.ended("small")).isTrue();
    }

    @Test
    void aLargeCorrectionIsBookedOnlyWhenASecondPersonConfirmsIt() {
        started("large");
        answered("large", "correction", true);
        engine.complete("large", "confirmCorrection", Map.of("correctionConfirmed", false));
        assertThat(engine.waitingAt("large")).contains("resolveMismatch");
        assertThat(engine.path("large")).doesNotContain("bookAnswer");

        answered("large", "correction", true);
        engine.complete("large", "confirmCorrection", Map.of("correctionConfirmed", true));
        assertThat(engine.path("large")).endsWith("isConfirmed", "bookAnswer", "closeMismatch", "mismatchResolved");
    }

    @Test
    void whatIsClaimedBackIsLookedAtAgainAfterAWeek() {
        started("claim");
        answered("claim", "claim", false);
        assertThat(engine.task("claim", "resolveMismatch")).isNull();
        engine.fireTimer("claim", "claimDue");
        assertThat(engine.task("claim", "resolveMismatch")).isNotNull();
        answered("claim", "explained", false);
        assertThat(engine.ended("claim")).isTrue();
    }

    @Test
    void aStatementThatCatchesUpEndsItWhereverItStands() {
        started("open");
        started("second");
        answered("second", "correction", true);
        started("claimed");
        answered("claimed", "claim", false);
        for (String number : new String[] {"open", "second", "claimed"}) {
            assertThat(engine.correlate("books.statementMatched", number, Map.of())).isEqualTo(1);
            assertThat(engine.path(number)).endsWith("closeMatched", "endedMatched");
            assertThat(engine.ended(number)).isTrue();
        }
    }

    private static void started(String number) {
        engine.start("resolve-mismatch", number, Map.of());
        assertThat(engine.task(number, "resolveMismatch")).isNotNull();
    }

    private static void answered(String number, String answer, boolean second) {
        engine.complete(number, "resolveMismatch", Map.of("mismatchAnswer", answer, "secondNeeded", second));
    }
}
