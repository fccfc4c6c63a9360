package dev.afterflow.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do: looks again and again, and gives up aloud. */
public final class Patience {

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private Patience() {
    }

    /** Returns once it holds; a look that throws counts as "not yet". Throws after {@code longest}. */
    public static void until(String what, Duration longest, Callable<Boolean> holds) {
        if (!within(longest, holds)) {
            throw new IllegalStateException("Not within " + longest + ": " + what);
        }
    }

    /** True as soon as it holds, false after {@code longest}. */
    public static boolean within(Duration longest, Callable<Boolean> holds) {
        Instant end = Instant.now().plus(longest);
        while (!holdsNow(holds)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }

    /** Lets time go by, for the length of a fault. */
    public static void lasts(Duration time) {
        within(time, () -> false);
    }

    private static boolean holdsNow(Callable<Boolean> holds) {
        try {
            return holds.call();
        } catch (Exception notYet) {
            return false;
        }
    }
}
