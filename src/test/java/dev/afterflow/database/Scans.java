package dev.afterflow.database;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows were read by going through a table from end to end, as PostgreSQL itself counts, table by table. */
public final class Scans {

    private final JdbcTemplate superuser;
    private final HikariDataSource application;
    private final long rows;

    /** Looks at tables that hold at least so many rows. */
    public Scans(String url, HikariDataSource application, long rows) {
        this.superuser = new JdbcTemplate(TestDatabase.superuser(url));
        this.application = application;
        this.rows = rows;
    }

    /** Rows read end to end while the work ran, for each table where there were any. */
    public Map<String, Long> during(Runnable work) {
        Map<String, Long> before = counted();
        work.run();
        Map<String, Long> after = counted();
        after.replaceAll((table, read) -> read - before.getOrDefault(table, 0L));
        after.values().removeIf(read -> read == 0);
        return after;
    }

    /** The tables looked at. */
    public List<String> tables() {
        return List.copyOf(counted().keySet());
    }

    /** A server process hands in its counts when it ends, so the pool's connections are renewed first. */
    private Map<String, Long> counted() {
        List<Integer> open = processes();
        application.getHikariPoolMXBean().softEvictConnections();
        await("connections renewed").atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100))
                .until(() -> processes().stream().noneMatch(open::contains));
        Map<String, Long> read = new TreeMap<>();
        superuser.query("""
                select c.oid::regclass::text as name, s.seq_tup_read from pg_stat_user_tables s join pg_class c on c.oid = s.relid
                 where c.reltuples >= ? and s.schemaname <> 'sandbox'
                """, row -> {
            read.put(row.getString("name"), row.getLong("seq_tup_read"));
        }, rows);
        return read;
    }

    private List<Integer> processes() {
        return superuser.queryForList("""
                select pid from pg_stat_activity where usename = 'afterflow_app' and datname = current_database()
                   and application_name = 'afterflow'""", Integer.class);
    }
}
