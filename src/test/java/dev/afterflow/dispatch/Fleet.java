package dev.afterflow.dispatch;

import java.time.Duration;
import java.util.List;

/** A dispatcher of a test's own, the same code on lanes that nobody else serves. */
public final class Fleet implements AutoCloseable {

    private final Dispatcher dispatcher;

    public Fleet(Outbox outbox, CrashPoint crash, int width, List<Courier> couriers) {
        DispatchSettings settings = new DispatchSettings(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(200), width, false);
        dispatcher = new Dispatcher(outbox, settings, new Bell(crash), crash, couriers);
        dispatcher.start();
    }

    @Override
    public void close() {
        dispatcher.stop();
    }
}
