package dev.afterflow.benchmark;

import dev.afterflow.cluster.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what a run has cost. Processor time is the kernel's own count for the application's JVM and for every process of
 * PostgreSQL; statements are counted by pg_stat_statements, commits by the numbers of the transactions that wrote.
 */
final class Meter {

    private static final double TICKS_A_SECOND = 100;

    private final Postgres server;
    private final String database;
    private final long application;

    Meter(Postgres server, String database, long application) {
        this.server = server;
        this.database = database;
        this.application = application;
    }

    /** Totals since the server's start: processor milliseconds, statements, commits, bytes. */
    record Reading(double jvm, double postgres, long statements, long commits, long log, long disk) {

        Reading since(Reading before) {
            return new Reading(jvm - before.jvm, postgres - before.postgres, statements - before.statements,
                    commits - before.commits, log - before.log, disk - before.disk);
        }
    }

    Reading read() {
        long statements = number("""
                select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
                 where d.datname = '%s' and r.rolname <> 'postgres' and query !~* '^(begin|commit|rollback|set |show )'""".formatted(database));
        // each transaction that writes has a number of its own
        long commits = number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        return new Reading(milliseconds(application), family(server.pid()), statements, commits,
                number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"), number("select pg_database_size('" + database + "')"));
    }

    long number(String query) {
        try (Connection connection = server.connect(database); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The server's first process with the children it has, and those that have ended. */
    private static double family(long pid) {
        double total = milliseconds(pid) + ended(pid);
        for (long child : children(pid)) {
            total += milliseconds(child);
        }
        return total;
    }

    private static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes.filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit)).forEach(process -> {
                String[] fields = stat(Long.parseLong(process.getFileName().toString()));
                if (fields.length > 1 && Long.parseLong(fields[1]) == pid) {
                    children.add(Long.parseLong(process.getFileName().toString()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    private static double milliseconds(long pid) {
        String[] fields = stat(pid);
        return fields.length < 13 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_A_SECOND;
    }

    private static double ended(long pid) {
        String[] fields = stat(pid);
        return fields.length < 15 ? 0 : (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 1000 / TICKS_A_SECOND;
    }

    /** The fields of a process after its name; none if it has ended meanwhile. */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
