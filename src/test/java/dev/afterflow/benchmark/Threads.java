package dev.afterflow.benchmark;

import java.util.concurrent.locks.LockSupport;

/** Waiting in a loop that looks again. */
final class Threads {

    private Threads() {
    }

    static void rest(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
