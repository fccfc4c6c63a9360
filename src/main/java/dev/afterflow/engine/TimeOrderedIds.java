package dev.afterflow.engine;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/** Ids that grow with time (UUID version 7, RFC 9562): new rows land at the right end of every index. */
class TimeOrderedIds implements IdGenerator {

    private static final int COUNTER_BITS = 12;

    private final SecureRandom random = new SecureRandom();
    /** Milliseconds shifted by the counter: one number that only grows, even if the clock stands or steps back. */
    private final AtomicLong last = new AtomicLong();

    @Override
    public String getNextId() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        long high = millis << 16 | 0x7000L | counter;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
