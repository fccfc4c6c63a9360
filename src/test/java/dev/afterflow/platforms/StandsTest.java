package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided is written only while the matter stands as it stood. */
class StandsTest {

    private static PlatformMatter matter(State state, String version, long minor, Set<Kind> allows, String mayNot) {
        return new PlatformMatter("s", "taobao", Sort.REFUND, "1", "2", null, state, Step.NONE, state.name(), version, new Money(minor, "CNY"), "QUALITY", "", null, allows, mayNot, mayNot,
            Instant.EPOCH);
    }

    private static PlatformRequest request(Kind kind, String seen) {
        return new PlatformRequest("N1", "C-1", "s", kind, "1", seen, kind == Kind.AGREE_REFUND ? new Money(100, "CNY") : null, null, "words", Map.of());
    }

    private static Result judged(PlatformRequest request, PlatformMatter now, boolean tried) {
        Optional<Outcome> outcome = Stands.judge(request, now, tried);
        return outcome.map(Outcome::result).orElse(null);
    }

    @Test
    void whatStandsAsItWasSeenIsWritten() {
        assertThat(judged(request(Kind.AGREE_REFUND, "7"), matter(State.ASKED, "7", 100, Set.of(Kind.AGREE_REFUND), null), false)).isNull();
        assertThat(judged(request(Kind.AGREE_REFUND, null), matter(State.ASKED, "9", 100, Set.of(Kind.AGREE_REFUND), null), false)).isNull();
    }

    @Test
    void whatTheBuyerChangedIsDecidedAgain() {
        assertThat(judged(request(Kind.AGREE_REFUND, "7"), matter(State.ASKED, "8", 100, Set.of(Kind.AGREE_REFUND), null), false)).isEqualTo(Result.CHANGED);
        assertThat(judged(request(Kind.AGREE_REFUND, "7"), matter(State.CLOSED, "7", 100, Set.of(), null), false)).isEqualTo(Result.CHANGED);
        assertThat(judged(request(Kind.MESSAGE, "7"), matter(State.ASKED, "8", 100, Set.of(Kind.MESSAGE), null), false)).isNull();
    }

    @Test
    void whatIsSoAlreadyIsDoneWhoeverDidIt() {
        PlatformMatter given = matter(State.DONE, "9", 100, Set.of(), null);
        assertThat(Stands.judge(request(Kind.AGREE_REFUND, "7"), given, true).orElseThrow().code()).isEqualTo("FOUND_DONE");
        assertThat(Stands.judge(request(Kind.AGREE_REFUND, "7"), given, false).orElseThrow().code()).isEqualTo("WAS_DONE");
        assertThat(judged(request(Kind.REFUSE, "7"), matter(State.WAITS_FOR_BUYER, "9", 100, Set.of(), null), true)).isEqualTo(Result.DONE);
        assertThat(judged(request(Kind.AGREE_RETURN, "7"), matter(State.WAITS_FOR_GOODS, "9", 100, Set.of(), null), true)).isEqualTo(Result.DONE);
    }

    @Test
    void anotherAmountThatWasGivenIsNotWhatWasAsked() {
        assertThat(judged(request(Kind.AGREE_REFUND, null), matter(State.DONE, "9", 99, Set.of(), null), true)).isEqualTo(Result.CHANGED);
    }

    @Test
    void whatTheMarketplaceDoesNotAllowIsNotTried() {
        assertThat(Stands.judge(request(Kind.REFUSE, "7"), matter(State.ASKED, "7", 100, Set.of(Kind.REFUSE), "不允许"), false).orElseThrow().code()).isEqualTo("MAY_NOT_REFUSE");
        assertThat(Stands.judge(request(Kind.SEND_REPLACEMENT, "7"), matter(State.ASKED, "7", 100, Set.of(Kind.REFUSE), null), false).orElseThrow().code()).isEqualTo("NOT_NOW");
    }
}
