package dev.afterflow.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/** All tables as one read-only transaction sees them; rows written meanwhile are not in it. */
class Snapshot {

    /** Sessions are not carried on: after a restore people log in anew. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
               and n.nspname not in ('information_schema', 'migrations', 'database')
               and (n.nspname, c.relname) not in (('security', 'session'), ('security', 'session_attributes'))
             order by 1
            """;
    private static final String MONTHS = """
            select m.name, array_agg(right(c.relname, 6) order by c.relname) as months
              from database.month_table m join pg_inherits i on i.inhparent = m.name::regclass
              join pg_class c on c.oid = i.inhrelid and c.relname ~ '_[0-9]{6}$' group by m.name
            """;
    private static final String SCHEMA = "select max(version) from migrations.flyway_schema_history where success and version is not null";

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    Manifest into(Path folder, Consumer<Backup.Progress> progress) throws SQLException, IOException {
        begin();
        Instant at = one("select now()", row -> row.getTimestamp(1).toInstant());
        String schema = one(SCHEMA, row -> row.getString(1));
        Map<String, List<String>> tables = lists(TABLES);
        List<Manifest.Rows> copied = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            progress.accept(new Backup.Progress("tables", copied.size(), tables.size()));
            copied.add(copy(table.getKey(), table.getValue(), folder));
        }
        Map<String, List<String>> months = lists(MONTHS);
        Map<String, Long> sequences = sequences();
        connection.commit();
        return new Manifest(Manifest.PRODUCT, schema, at, copied, sequences, months, null);
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("select set_config('app.shops', '*', true)");
        }
        if (!one("select pg_try_advisory_lock(hashtext('database.backup'))", row -> row.getBoolean(1))) {
            throw new DatabaseRefused("Another backup of this database is being made.", "Wait until it is finished.");
        }
    }

    private Manifest.Rows copy(String table, List<String> columns, Path folder) throws SQLException, IOException {
        Path file = folder.resolve("tables").resolve(table.replace("\"", "") + ".copy.gz");
        long rows;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 64 * 1024)) {
            rows = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy (select " + String.join(", ", columns) + " from " + table + ") to stdout (format binary)", out);
        }
        return new Manifest.Rows(table, columns, "tables/" + file.getFileName(), rows, Files.size(file), Manifest.sha256(file));
    }

    /** Read after the tables: a number may be left out by that, and none is given twice. */
    private Map<String, Long> sequences() throws SQLException {
        Map<String, Long> last = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
                 where last_value is not null and schemaname not in ('migrations', 'database')""")) {
            while (row.next()) {
                last.put(row.getString(1), row.getLong(2));
            }
        }
        return last;
    }

    private Map<String, List<String>> lists(String question) throws SQLException {
        Map<String, List<String>> lists = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                lists.put(row.getString(1), Arrays.asList((String[]) row.getArray(2).getArray()));
            }
        }
        return lists;
    }

    private interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    private <T> T one(String question, Read<T> read) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return read.from(row);
        }
    }
}
