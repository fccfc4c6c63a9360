package dev.afterflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** F7: a node's clock, the house's and the engine's, as far off as the file {@code -Dfaults.clock} says in milliseconds; the database's is left alone. */
final class WrongClock extends Clock {

    private static volatile long off;

    private final ZoneId zone;

    private WrongClock(ZoneId zone) {
        this.zone = zone;
    }

    static Clock ofThisNode() {
        String file = System.getProperty("faults.clock");
        if (file != null) {
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "wrong-clock");
                thread.setDaemon(true);
                return thread;
            }).scheduleWithFixedDelay(() -> look(Path.of(file)), 0, 100, TimeUnit.MILLISECONDS);
        }
        return new WrongClock(ZoneOffset.UTC);
    }

    /** From now on the node that was told this file is so far off. */
    static void set(Path file, Duration by) {
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), String.valueOf(by.toMillis()));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(Path file) {
        try {
            long told = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
            if (told != off) {
                off = told;
                ClockUtil.offset(told);
            }
        } catch (IOException beingWritten) {
            // it is looked at again
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new WrongClock(other);
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(off);
    }
}
