package dev.afterflow.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of linked files, kept in the database while their job runs so that memory stays flat. */
@Repository
@Transactional
class JdbcStaging {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() { };

    /** One row to stage. */
    record Staged(long row, String key, Map<String, String> cells) {
    }

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcStaging(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void put(UUID job, String shop, String alias, List<Staged> rows) {
        sql.sql("""
                insert into intake.import_row (job_id, shop_id, alias, row, key, data)
                select :job, :shop, :alias, staged.row, staged.key, staged.data::jsonb
                  from unnest(:rows, :keys, :data) as staged(row, key, data)
                """).param("job", job).param("shop", shop).param("alias", alias)
                .param("rows", rows.stream().map(Staged::row).toArray(Long[]::new))
                .param("keys", rows.stream().map(Staged::key).toArray(String[]::new))
                .param("data", rows.stream().map(row -> json.writeValueAsString(row.cells())).toArray(String[]::new))
                .update();
    }

    /** The rows of a file that have one of these keys, by key, in the file's order. */
    Map<String, List<Map<String, String>>> rows(UUID job, String alias, Collection<String> keys) {
        Map<String, List<Map<String, String>>> found = new HashMap<>();
        sql.sql("""
                select key, data from intake.import_row
                 where job_id = :job and alias = :alias and key = any (:keys) order by row
                """).param("job", job).param("alias", alias).param("keys", keys.toArray(String[]::new))
                .query((result, n) -> found.computeIfAbsent(result.getString("key"), key -> new ArrayList<>())
                        .add(json.readValue(result.getString("data"), CELLS))).list();
        return found;
    }

    long count(UUID job, String alias) {
        return sql.sql("select count(*) from intake.import_row where job_id = :job and alias = :alias")
                .param("job", job).param("alias", alias).query(Long.class).single();
    }

    /** Notes how many rows a file has: from then on it need not be read again. */
    void counted(UUID job, String alias, long rows) {
        sql.sql("update intake.import_file set rows = :rows where job_id = :job and alias = :alias")
                .param("rows", rows).param("job", job).param("alias", alias).update();
    }

    void clear(UUID job, String alias) {
        sql.sql("delete from intake.import_row where job_id = :job and alias = :alias")
                .param("job", job).param("alias", alias).update();
    }

    void clear(UUID job) {
        sql.sql("delete from intake.import_row where job_id = :job").param("job", job).update();
    }
}
