package dev.afterflow.tasks;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One browser's stream: what it may see, sent in order by one thread at a time; one that cannot keep up is ended. */
class LiveStream {

    private static final int WAITING = 1_000;
    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEmitter emitter;
    private final Predicate<LiveNote> seen;
    private final Executor threads;
    private final BlockingQueue<SseEventBuilder> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveStream(SseEmitter emitter, Predicate<LiveNote> seen, Executor threads) {
        this.emitter = emitter;
        this.seen = seen;
        this.threads = threads;
    }

    /** Tells the browser where it stands, before anything happened. */
    void begin(String id) {
        add(SseEmitter.event().id(id).reconnectTime(RECONNECT_MILLIS).comment("live"));
    }

    void offer(LiveHub.Sent sent) {
        if (seen.test(sent.note())) {
            add(SseEmitter.event().id(sent.id()).name(sent.note().event())
                    .data(sent.note().data(), MediaType.APPLICATION_JSON));
        }
    }

    void beat() {
        add(SseEmitter.event().comment("beat"));
    }

    void end() {
        threads.execute(emitter::complete);
    }

    private void add(SseEventBuilder event) {
        if (waiting.offer(event)) {
            sendSoon();
        } else {
            end();
        }
    }

    private void sendSoon() {
        if (sending.compareAndSet(false, true)) {
            threads.execute(this::send);
        }
    }

    private void send() {
        try {
            for (SseEventBuilder next = waiting.poll(); next != null; next = waiting.poll()) {
                emitter.send(next);
            }
        } catch (IOException | IllegalStateException gone) {
            // the container tells the emitter itself, which then leaves the hub
            waiting.clear();
        } finally {
            sending.set(false);
        }
        if (!waiting.isEmpty()) {
            sendSoon();
        }
    }
}
