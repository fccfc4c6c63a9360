package dev.afterflow.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every statement the application sent to one database since {@link #forget()}, and the plans PostgreSQL makes for them. */
public final class Statements {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate superuser;
    private final JdbcTemplate application;

    public Statements(String url) {
        this.superuser = new JdbcTemplate(TestDatabase.superuser(url));
        this.application = new JdbcTemplate(simple(url));
        superuser.execute("create extension if not exists pg_stat_statements");
    }

    /** Starts counting anew. */
    public void forget() {
        superuser.queryForList("select pg_stat_statements_reset()");
    }

    /** The statements that look for rows, with how often each was sent; one that only adds its own values looks for none. */
    public Map<String, Long> sent() {
        Map<String, Long> sent = new TreeMap<>();
        superuser.query("""
                select s.query, sum(s.calls) calls from pg_stat_statements s
                  join pg_roles r on r.oid = s.userid join pg_database d on d.oid = s.dbid
                 where d.datname = current_database() and r.rolname = 'afterflow_app' and s.toplevel
                   and s.query ~* '^\\s*(select|update|delete|with|insert\\M.*\\mselect\\M)' group by s.query
                """, row -> {
            sent.put(row.getString("query"), row.getLong("calls"));
        });
        return sent;
    }

    /** Tables of at least so many rows that a statement would read from one end to the other. */
    public List<String> scansOf(String statement, long rows) {
        String typed = statement.replaceAll("(?i)\\b(interval|date|timestamptz?)\\s+(\\$\\d+)", "$2::$1");
        String plan = application.queryForObject("explain (generic_plan, format json) " + typed, String.class);
        List<String> scans = new ArrayList<>();
        collect(JSON.readTree(plan), rows, scans);
        return scans;
    }

    private void collect(JsonNode node, long rows, List<String> scans) {
        if (node.path("Node Type").asString("").equals("Seq Scan")) {
            String table = node.path("Schema").asString("") + node.path("Relation Name").asString();
            Long size = superuser.queryForObject("select coalesce(max(reltuples), 0)::bigint from pg_class where relname = ?",
                    Long.class, node.path("Relation Name").asString());
            if (size != null && size >= rows) {
                scans.add(table);
            }
        }
        node.forEach(inner -> collect(inner, rows, scans));
    }

    /** Plans a statement with its parameters left open, which only the simple protocol takes. */
    private static DataSource simple(String url) {
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.application(url);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        source.setOptions("-c app.shops=*");
        return source;
    }
}
