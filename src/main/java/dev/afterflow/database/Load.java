package dev.afterflow.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/**
 * Loads the rows of a backup in one transaction. Fences, triggers and references stand aside for it, as the owner of the
 * tables may ask without being a superuser; the references are checked when they come back.
 */
class Load {

    private static final String REFERENCES = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(c.oid) from pg_constraint c
             where contype = 'f' and conparentid = 0 and conrelid::regclass::text <> '-' order by 1, 2
            """;
    private static final String FENCED = "select oid::regclass::text from pg_class where relforcerowsecurity and relkind in ('r', 'p') order by 1";
    private static final String TRIGGERED = """
            select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal and tgparentid = 0 order by 1
            """;
    private static final String ROOMS = """
            select format('%I', n.nspname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.proname = 'restored' and p.pronargs = 1 order by 1
            """;

    private final Connection owner;

    Load(Connection owner) {
        this.owner = owner;
    }

    private record Reference(String table, String name, String definition) {
    }

    void from(Path backup, Manifest manifest) throws SQLException, IOException {
        owner.setAutoCommit(false);
        run("set local statement_timeout = 0", "set local idle_in_transaction_session_timeout = 0",
                "select set_config('app.shops', '*', true)");
        List<Reference> references = references();
        List<String> fenced = names(FENCED);
        List<String> triggered = names(TRIGGERED);
        for (Reference each : references) {
            run("alter table " + each.table() + " drop constraint " + each.name());
        }
        each(fenced, "alter table %s no force row level security");
        each(triggered, "alter table %s disable trigger user");
        months(manifest.months());
        run("truncate " + manifest.tables().stream().map(Manifest.Rows::table).collect(Collectors.joining(", ")));
        for (Manifest.Rows rows : manifest.tables()) {
            load(backup, rows);
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            run("select setval('" + sequence.getKey().replace("'", "''") + "', " + sequence.getValue() + ")");
        }
        settle(manifest);
        each(triggered, "alter table %s enable trigger user");
        for (Reference each : references) {
            run("alter table " + each.table() + " add constraint " + each.name() + " " + each.definition());
        }
        each(fenced, "alter table %s force row level security");
        owner.commit();
        owner.setAutoCommit(true);
        run("analyze");
    }

    private void load(Path backup, Manifest.Rows rows) throws SQLException, IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(backup.resolve(rows.file())), 64 * 1024)) {
            long loaded = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + rows.table() + " ("
                    + String.join(", ", rows.columns()) + ") from stdin (format binary)", in);
            if (loaded != rows.rows()) {
                throw new IOException(rows.table() + " has " + loaded + " rows, the backup says " + rows.rows());
            }
        }
    }

    /** Months of the backup that a fresh schema would not have. */
    private void months(Map<String, List<String>> months) throws SQLException {
        for (Map.Entry<String, List<String>> table : months.entrySet()) {
            for (String month : table.getValue()) {
                run("select database.month_partition('" + table.getKey() + "', to_date('" + month + "', 'YYYYMM'))");
            }
        }
    }

    /** Each room's own word on what a restore unsettles: a function {@code restored(at)} in its schema. */
    private void settle(Manifest manifest) throws SQLException {
        OffsetDateTime at = manifest.at().atOffset(ZoneOffset.UTC);
        for (String room : names(ROOMS)) {
            try (PreparedStatement call = owner.prepareStatement("select " + room + ".restored(?)")) {
                call.setObject(1, at);
                call.execute();
            }
        }
    }

    private List<Reference> references() throws SQLException {
        List<Reference> found = new ArrayList<>();
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                found.add(new Reference(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return found;
    }

    private List<String> names(String question) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private void each(List<String> tables, String statement) throws SQLException {
        for (String table : tables) {
            run(statement.formatted(table));
        }
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
