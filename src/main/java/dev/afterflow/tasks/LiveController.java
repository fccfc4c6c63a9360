package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live feed of a browser; ends before the web server does, so that a stop waits for nobody. */
@RestController
@Tag(name = "tasks")
class LiveController implements SmartLifecycle {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int SENDERS = 4;

    private final LiveHub hub;
    private final JdbcConnectionDetails database;
    private volatile LiveListener listener;
    private volatile ExecutorService threads;

    LiveController(LiveHub hub, JdbcConnectionDetails database) {
        this.hub = hub;
        this.database = database;
    }

    /** What changes from now on, or since {@code Last-Event-ID}; lives five minutes, so that a lost session ends it. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "实时消息 / Live feed")
    @PreAuthorize("hasRole('PERSON')")
    ResponseEntity<SseEmitter> live(@RequestHeader(name = "Last-Event-ID", required = false) String lastId) {
        ExecutorService running = threads;
        if (running == null) {
            throw Refusals.stopping();
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        LiveStream stream = new LiveStream(emitter, LiveHub.seenBy(Who.current()), running);
        emitter.onCompletion(() -> hub.leave(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> hub.leave(stream));
        hub.join(stream, lastId);
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
    }

    @Scheduled(fixedRateString = "PT15S")
    void beat() {
        hub.beat();
    }

    @Override
    public void start() {
        threads = new ThreadPoolExecutor(SENDERS, SENDERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        listener = new LiveListener(database.getJdbcUrl(), database.getUsername(), database.getPassword(), hub::heard,
                hub::restarted);
        listener.start();
    }

    @Override
    public void stop() {
        listener.close();
        hub.endAll();
        threads.shutdown();
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** Last to start and first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
