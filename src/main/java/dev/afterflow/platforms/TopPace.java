package dev.afterflow.platforms;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often one shop asks TOP within a second. Calls that belong together are booked together: what has begun is not sent back for want of its
 * last call while others begin.
 */
final class TopPace {

    private static final long SECOND = 1_000;

    private final Deque<Long> latest = new ArrayDeque<>();
    private int booked;

    /** Makes one call now where fewer than {@code most} were made or booked. */
    synchronized boolean calls(long now, int most) {
        if (made(now) + booked >= most) {
            return false;
        }
        latest.addLast(now);
        return true;
    }

    /** Books so many calls, to be made soon, where they leave room below {@code most}. */
    synchronized boolean books(long now, int calls, int most) {
        if (made(now) + booked + calls > most) {
            return false;
        }
        booked += calls;
        return true;
    }

    /** Makes a call that was booked. */
    synchronized void callsBooked(long now) {
        booked--;
        latest.addLast(now);
    }

    /** Gives back what was booked and is not needed. */
    synchronized void gaveUp(int calls) {
        booked -= calls;
    }

    /** Calls of a time that is more than a second to come were counted by a clock that was ahead. */
    private int made(long now) {
        while (!latest.isEmpty() && (latest.peekFirst() <= now - SECOND || latest.peekLast() > now + SECOND)) {
            latest.removeFirst();
        }
        return latest.size();
    }
}
