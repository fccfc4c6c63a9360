package dev.afterflow.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells all nodes what changed, once it is committed.
 *
 * <p>Notes wait here and go out in batches by a thread of their own: a NOTIFY inside the engine's transactions would make
 * PostgreSQL commit them one after the other. A note lost with its node is no harm, since browsers that reconnect fetch anew.
 */
@Component
class LiveSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSender.class);
    private static final int WAITING = 20_000;
    private static final int BATCH = 500;

    private final BlockingQueue<LiveNote> waiting = new ArrayBlockingQueue<>(WAITING);
    private final JdbcClient sql;
    private final JsonMapper json;
    private volatile Thread thread;

    LiveSender(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void task(WorkItem item, String change) {
        afterCommit(new LiveNote("task", item.shop(), item.team(), null, Map.of("taskId", item.taskId(),
                "caseNumber", item.caseNumber(), "change", change, "revision", item.revision())));
    }

    /** Tells whoever looks at a case that it has changed. */
    void changed(String shop, String caseNumber, String change) {
        afterCommit(new LiveNote("case", shop, null, null, Map.of("caseNumber", caseNumber, "change", change)));
    }

    /** Tells one person that they were called on. */
    void mention(long person, String shop, String caseNumber, long mention, String reason) {
        afterCommit(new LiveNote("mention", shop, null, person, Map.of("id", mention, "caseNumber", caseNumber, "reason", reason)));
    }

    private void afterCommit(LiveNote note) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            enqueue(note);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                enqueue(note);
            }
        });
    }

    /** A full queue means that browsers cannot keep up either: they are told to fetch anew. */
    private void enqueue(LiveNote note) {
        if (!waiting.offer(note)) {
            waiting.clear();
            waiting.offer(LiveNote.RESET);
        }
    }

    private void run() {
        List<LiveNote> batch = new ArrayList<>();
        while (thread == Thread.currentThread()) {
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, BATCH - 1);
                send(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException e) {
                LOG.warn("{} live notes were not sent: {}", batch.size(), e.getMessage());
            }
            batch.clear();
        }
    }

    private void send(List<LiveNote> batch) {
        String[] written = batch.stream().map(this::written).toArray(String[]::new);
        sql.sql("select pg_notify('afterflow_live', note) from unnest(:notes) as note")
                .param("notes", written).query((row, number) -> number).list();
    }

    private String written(LiveNote note) {
        Map<String, Object> flat = new LinkedHashMap<>(note.data());
        flat.put("event", note.event());
        flat.put("shop", note.shop());
        flat.put("team", note.team());
        flat.put("person", note.person());
        return json.writeValueAsString(flat);
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "live-sender");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
