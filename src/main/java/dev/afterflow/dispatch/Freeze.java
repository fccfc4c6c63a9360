package dev.afterflow.dispatch;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The switch that stops all nodes from sending anything; what is under way ends, nothing new is claimed. After a restore it
 * opens when everything is known that was sent since the backup, or for somebody who names what is not known.
 */
@Component
@Transactional
class Freeze {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final List<Thaw> rooms;

    Freeze(JdbcClient jdbc, Audit audit, List<Thaw> rooms) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.rooms = rooms;
    }

    /** How the outbox stands; the last two are null unless this database was restored. */
    record State(boolean frozen, String reason, String byWhom, Instant at, Instant backupAt, Instant restoredAt) {
    }

    @Transactional(readOnly = true)
    public State state() {
        return jdbc.sql("select * from dispatch.freeze").query((row, n) -> new State(row.getBoolean("frozen"), row.getString("reason"),
            row.getString("by_whom"), time(row, "at"), time(row, "backup_at"), time(row, "restored_at"))).single();
    }

    /** What is not known yet after a restore; empty at any other time. */
    @Transactional(readOnly = true)
    public List<Thaw.Owed> owed() {
        State state = state();
        boolean thawed = jdbc.sql("select released_at is not null from dispatch.freeze").query(Boolean.class).single();
        if (state.restoredAt() == null || thawed) {
            return List.of();
        }
        return rooms.stream().flatMap(room -> room.owed(state.backupAt(), state.restoredAt()).stream()).toList();
    }

    /** Effects that have not left the house. */
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("select count(*) from dispatch.outbox where not done").query(Long.class).single();
    }

    public void freeze(String reason, String who) {
        set(true, reason, who, Set.of());
    }

    /** 409 while something is owed that {@code without} does not name. */
    public void release(String reason, String who, Set<String> without) {
        Set<String> missing = owed().stream().map(Thaw.Owed::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(without);
        if (!missing.isEmpty()) {
            throw Problem.conflict("dispatch.owed", "恢复之后还不知道备份以来发生了什么：" + String.join("、", missing) + "。请先导入，或逐项说明放行",
                "What happened since the backup is not known yet: " + String.join(", ", missing)
                    + ". Import it first, or name each to release without it").with("owed", missing);
        }
        set(false, reason, who, without);
        jdbc.sql("update dispatch.freeze set released_at = now() where restored_at is not null and released_at is null").update();
    }

    private void set(boolean frozen, String reason, String who, Set<String> without) {
        jdbc.sql("update dispatch.freeze set frozen = :frozen, reason = :reason, by_whom = :who, at = now()")
            .param("frozen", frozen).param("reason", reason).param("who", who).update();
        audit.record(Audit.HOUSE, frozen ? "DISPATCH_FROZEN" : "DISPATCH_RELEASED", "dispatch", "outbox",
            Map.of("reason", reason, "without", new TreeSet<>(without)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
