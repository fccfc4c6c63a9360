package dev.afterflow.backups;

import dev.afterflow.database.Backup;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The backups asked for on the page, as every node sees them. */
@Component
@Transactional
class JdbcRuns {

    private static final String GONE = "seen < now() - interval '30 seconds'";

    private final JdbcClient sql;

    JdbcRuns(JdbcClient sql) {
        this.sql = sql;
    }

    /** A backup that was asked for; {@code state} is RUNNING, DONE or FAILED. */
    record Run(String name, String by, Instant began, String state, String step, long done, long all, String fault) {
    }

    @Transactional(readOnly = true)
    public Optional<Run> last() {
        return sql.sql("select name, begun_by, began, state, step, done, total, fault, state = 'RUNNING' and " + GONE + " as gone from backups.run order by began desc limit 1")
            .query((row, n) -> new Run(row.getString("name"), row.getString("begun_by"), row.getObject("began", OffsetDateTime.class).toInstant(),
                row.getBoolean("gone") ? "FAILED" : row.getString("state"), row.getString("step"), row.getLong("done"), row.getLong("total"),
                row.getBoolean("gone") || row.getString("state").equals("FAILED") && row.getString("fault") == null ? gone() : row.getString("fault"))).optional();
    }

    /** False while one is being made, on whatever node. */
    public boolean begin(Run run) {
        sql.sql("update backups.run set state = 'FAILED' where state = 'RUNNING' and " + GONE).update();
        return sql.sql("""
                insert into backups.run (name, begun_by, began, state, step, done, total) values (:name, :by, :began, 'RUNNING', :step, 0, 0)
                on conflict do nothing""").param("name", run.name()).param("by", run.by()).param("began", run.began().atOffset(ZoneOffset.UTC))
            .param("step", run.step()).update() == 1;
    }

    public void goes(String name, Backup.Progress progress) {
        sql.sql("update backups.run set step = :step, done = :done, total = :all, seen = now() where name = :name and state = 'RUNNING'")
            .param("step", progress.step()).param("done", progress.done()).param("all", progress.all()).param("name", name).update();
    }

    public void ended(String name, String state, String fault) {
        sql.sql("update backups.run set state = :state, fault = :fault, seen = now() where name = :name")
            .param("state", state).param("fault", fault).param("name", name).update();
    }

    /** In the language of whoever reads it, not of whoever found it. */
    private static String gone() {
        return Vocabulary.chinese() ? "正在备份的节点停止了，请重新备份" : "The node that made it has stopped; make another one";
    }
}
