package dev.afterflow.returns;

import java.util.concurrent.atomic.AtomicInteger;

/** Sounds when an expression that somebody wrote into a text is evaluated. */
public final class Gong {

    static final AtomicInteger STRUCK = new AtomicInteger();

    private Gong() {
    }

    public static void strike() {
        STRUCK.incrementAndGet();
    }
}
