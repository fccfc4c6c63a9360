package dev.afterflow.dispatch;

import dev.afterflow.security.Audit;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The switch that stops all nodes from sending anything; what is under way ends, nothing new is claimed. */
@Component
@Transactional
class Freeze {

    private final JdbcClient jdbc;
    private final Audit audit;

    Freeze(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** How the outbox stands. */
    record State(boolean frozen, String reason, String byWhom, Instant at) {
    }

    @Transactional(readOnly = true)
    public State state() {
        return jdbc.sql("select frozen, reason, by_whom, at from dispatch.freeze").query((row, n) -> new State(
            row.getBoolean("frozen"), row.getString("reason"), row.getString("by_whom"), row.getTimestamp("at").toInstant())).single();
    }

    public void set(boolean frozen, String reason, String who) {
        jdbc.sql("update dispatch.freeze set frozen = :frozen, reason = :reason, by_whom = :who, at = now()")
            .param("frozen", frozen).param("reason", reason).param("who", who).update();
        audit.record(Audit.HOUSE, frozen ? "DISPATCH_FROZEN" : "DISPATCH_RELEASED", "dispatch", "outbox", Map.of("reason", reason));
    }
}
