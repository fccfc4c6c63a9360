package dev.afterflow.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The share of the pool that web requests may hold at once, so that jobs and the dispatcher always find a connection. A
 * request that finds none free in time is refused as busy; one inside another of the same thread needs no second place.
 */
class WebPlaces {

    private final Semaphore places;
    private final Duration patience;
    private final ThreadLocal<Integer> depth = new ThreadLocal<>();

    WebPlaces(int count, Duration patience) {
        this.places = new Semaphore(count, true);
        this.patience = patience;
    }

    /** Before a transaction begins. */
    void enter() {
        Integer before = depth.get();
        if (before == null && RequestContextHolder.getRequestAttributes() == null) {
            return;
        }
        if (before == null) {
            take();
        }
        depth.set(before == null ? 1 : before + 1);
    }

    /** After it has ended, or has not begun. */
    void leave() {
        Integer now = depth.get();
        if (now == null) {
            return;
        }
        if (now > 1) {
            depth.set(now - 1);
        } else {
            depth.remove();
            places.release();
        }
    }

    /** Whether this thread serves a web request that holds a place. */
    boolean held() {
        return depth.get() != null;
    }

    private void take() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CannotCreateTransactionException("Too many requests hold a connection");
    }
}
