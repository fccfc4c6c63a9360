package dev.afterflow.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast a provider lets each account speak: as fast as it likes until it is told that it was too hurried (HTTP 429); then for a while
 * nothing, and afterwards one call at a time, with a gap between two that doubles with each further complaint (to half a minute) and shrinks
 * with each call that is heard. Each node learns for itself.
 */
public final class Pace {

    private static final int HURRIED = 429;
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofMillis(60);
    /** So many gaps of silence follow a complaint. */
    private static final int SILENCE = 4;

    private final Clock clock;
    private final Map<String, State> accounts = new ConcurrentHashMap<>();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /** Nothing goes before {@code silent} nor before {@code next}. */
    private record State(Duration gap, Instant silent, Instant next) {
    }

    /** Zero when a call may go now, which then has its turn; else how long to wait before asking again. */
    public Duration turn(String account) {
        Duration[] wait = {Duration.ZERO};
        accounts.computeIfPresent(account, (name, state) -> {
            Instant now = clock.instant();
            if (waits(now, state.next())) {
                wait[0] = Duration.between(now, state.next()).plusMillis(ThreadLocalRandom.current().nextLong(SILENCE * state.gap().toMillis()));
                return state;
            }
            return new State(state.gap(), state.silent(), now.plus(state.gap()));
        });
        return wait[0];
    }

    /** What a call came back with; complaints about calls that went out together count once. */
    public void heard(String account, int status) {
        if (status != HURRIED) {
            accounts.computeIfPresent(account, (name, state) -> calmer(state));
            return;
        }
        accounts.compute(account, (name, state) -> {
            Instant now = clock.instant();
            if (state != null && waits(now, state.silent())) {
                return state;
            }
            Duration gap = state == null ? FIRST : shorter(state.gap().multipliedBy(2), LONGEST);
            Instant silent = now.plus(gap.multipliedBy(SILENCE));
            return new State(gap, silent, silent);
        });
    }

    /** Whoever has longer to wait than anybody is made to had a clock that was ahead. */
    private static boolean waits(Instant now, Instant until) {
        return now.isBefore(until) && !until.isAfter(now.plus(LONGEST.multipliedBy(SILENCE)));
    }

    private static State calmer(State state) {
        Duration gap = state.gap().multipliedBy(9).dividedBy(10);
        return gap.compareTo(FORGOTTEN) < 0 ? null : new State(gap, state.silent(), state.next());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
