package dev.afterflow.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** 2 s, 5 s, 15 s, 1 min, 5 min, then 10, 20 and 30 min, with full jitter; never gives up. */
final class BackOff {

    private static final int[] SECONDS = {2, 5, 15, 60, 300, 600, 1200, 1800};

    private BackOff() {
    }

    static Duration longest(int attempt) {
        int step = Math.min(Math.max(attempt, 1), SECONDS.length) - 1;
        return Duration.ofSeconds(SECONDS[step]);
    }

    static Duration after(int attempt) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest(attempt).toMillis() + 1));
    }
}
