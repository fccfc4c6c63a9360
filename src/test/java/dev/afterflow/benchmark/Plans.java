package dev.afterflow.benchmark;

import dev.afterflow.cluster.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** The most called statements of a run with the plan PostgreSQL has for them, whatever their parameters. */
final class Plans {

    private static final Pattern END_TO_END = Pattern.compile("Seq Scan on (\\S+)");

    private Plans() {
    }

    record Plan(String statement, long calls, double milliseconds, List<String> lines) {

        boolean readsEndToEnd() {
            return lines.stream().anyMatch(line -> END_TO_END.matcher(line).find());
        }
    }

    /** The hottest statements on the tables that hold more than {@code rows} rows, dearest first. */
    static List<Plan> hottest(Postgres server, String database, long rows, int most) {
        List<Plan> plans = new ArrayList<>();
        try (Connection connection = plain(server, database); Statement statement = connection.createStatement()) {
            for (Map.Entry<String, double[]> hot : statements(statement, database).entrySet()) {
                List<String> lines = plan(statement, hot.getKey(), large(statement, rows));
                if (!lines.isEmpty() && plans.size() < most) {
                    plans.add(new Plan(hot.getKey().replaceAll("\\s+", " "), (long) hot.getValue()[0], hot.getValue()[1], lines));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return plans;
    }

    /** A statement is sent as it stands; otherwise the driver would ask for values of its parameters. */
    private static Connection plain(Postgres server, String database) throws SQLException {
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database);
        superuser.setUser("postgres");
        superuser.setPassword("postgres");
        superuser.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return superuser.getConnection();
    }

    private static Map<String, double[]> statements(Statement statement, String database) throws SQLException {
        Map<String, double[]> statements = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("""
                select query, calls, total_exec_time from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
                 where d.datname = '%s' and r.rolname <> 'postgres' and query ~* '^\\s*(select|insert|update|delete|with)'
                 order by total_exec_time desc limit 200""".formatted(database))) {
            while (row.next()) {
                statements.put(row.getString(1), new double[] {row.getDouble(2), row.getDouble(3)});
            }
        }
        return statements;
    }

    private static List<String> large(Statement statement, long rows) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select relname from pg_class where relkind in ('r','p') and reltuples > " + rows)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** Lines of the plan that name a table or an index; empty if none of the large tables is in it. */
    private static List<String> plan(Statement statement, String query, List<String> large) {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("explain (generic_plan, costs off) " + query)) {
            while (row.next()) {
                String line = row.getString(1).replaceAll("^[\\s>-]+", "");
                if (line.contains(" on ") || line.contains(" using ")) {
                    lines.add(line);
                }
            }
        } catch (SQLException cannotBePlannedAlone) {
            return List.of();
        }
        return lines.stream().anyMatch(line -> large.stream().anyMatch(name -> line.matches(".*\\b" + name + "\\b.*"))) ? lines : List.of();
    }
}
