package dev.afterflow.security;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets at most so many through a window of time for each key; kept in memory, per node. */
final class Turnstile {

    private static final int MOST_KEYS = 20_000;

    private final Clock clock;
    private final int limit;
    private final int seconds;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    Turnstile(Clock clock, int limit, int seconds) {
        this.clock = clock;
        this.limit = limit;
        this.seconds = seconds;
    }

    private record Window(long number, int passed) {
    }

    /** Counts one; throws 429 when it is one too many. */
    void pass(String key) {
        long now = clock.instant().getEpochSecond();
        long number = now / seconds;
        if (windows.size() > MOST_KEYS) {
            windows.values().removeIf(window -> window.number() != number);
        }
        Window mine = windows.merge(key, new Window(number, 1),
                (old, fresh) -> old.number() == number ? new Window(number, old.passed() + 1) : fresh);
        if (mine.passed() > limit) {
            throw Problem.tooMany((number + 1) * seconds - now);
        }
    }
}
