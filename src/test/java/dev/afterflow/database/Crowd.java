package dev.afterflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes a database with a few cases look like one with many: clones the rows of every table under fresh names. */
public final class Crowd {

    /** Columns that name a thing; a clone gets a name of its own. */
    private static final Pattern NAMES = Pattern.compile(
            ".*(_id_?|_no|_key_?|number)|id_?|ref|txn_id|version|key");
    /** Columns that point at what all clones share. */
    private static final Pattern SHARED = Pattern.compile(
            "shop_id|proc_def_id_|case_def_id_|dec_def_id_|dec_req_.*|job_def_id_|deployment_id_|act_id_|activity_id_|tenant_id_|product_id|case_number_seq|template|definition|process_definition|proc_def_key_|proc_inst_key|form_key_|version_");
    /** The reading of a marketplace belongs to a shop, and a shop's clones would all be read. */
    private static final String ERRANDS_OF_CASES = "kind <> 'platform-poll'";

    private final JdbcTemplate sql;

    private Crowd(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Clones until every table that holds a row of an open case holds about this many. */
    public static void gather(DataSource superuser, int rows) {
        SingleConnectionDataSource one = new SingleConnectionDataSource(superuserConnection(superuser), true);
        JdbcTemplate sql = new JdbcTemplate(one);
        sql.execute("set session_replication_role = replica");
        Crowd crowd = new Crowd(sql);
        crowd.tables().forEach(table -> crowd.multiply(table, rows));
        sql.execute("set session_replication_role = origin");
        sql.execute("vacuum analyze");
        one.destroy();
    }

    private static Connection superuserConnection(DataSource superuser) {
        try {
            return superuser.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the rooms and the running engine hold; not what is read once, such as definitions, people or calendars. */
    private List<String> tables() {
        return sql.queryForList("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition
                   and (n.nspname in ('cases', 'orders', 'payments', 'dispatch', 'notifications', 'intake', 'tasks', 'returns', 'sla')
                        or c.relname like 'act\\_ru\\_%' and c.relname not in ('act_ru_meter_log', 'act_ru_filter')
                        or n.nspname = 'engine' and c.relname like 'flow%')
                """, String.class);
    }

    private void multiply(String table, int rows) {
        Integer have = sql.queryForObject("select count(*) from " + table, Integer.class);
        if (have == null || have == 0 || have >= rows) {
            return;
        }
        List<String> columns = columns(table);
        String names = columns.stream().map(Crowd::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(Crowd::value).collect(Collectors.joining(", "));
        sql.update("insert into %s (%s) overriding system value select %s from (select * from %s where %s) one, generate_series(1, %d) g on conflict do nothing"
                .formatted(table, names, values, table, table.equals("dispatch.outbox") ? ERRANDS_OF_CASES : "true", Math.max(1, rows / have)));
    }

    /** Each as "name type". */
    private List<String> columns(String table) {
        return new ArrayList<>(sql.queryForList("""
                select quote_ident(attname) || ' ' || format_type(atttypid, null) from pg_attribute
                 where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """, String.class, table));
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String value(String column) {
        String name = name(column);
        String type = column.substring(column.indexOf(' ') + 1);
        if (!NAMES.matcher(name).matches() || SHARED.matcher(name).matches()) {
            return name;
        }
        return switch (type) {
            case "text", "character varying" -> name + " || g";
            case "bigint" -> name + " + g * 100000::bigint";
            case "uuid" -> "gen_random_uuid()";
            default -> name;
        };
    }
}
