package dev.afterflow.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Import jobs and what became of their rows. */
@Repository
class JdbcImports {

    /** A row that was not taken, as its error file shows it. */
    record Refused(long row, String id, String field, String rule, String remedyZh, String remedyEn, String data) {
    }

    private static final String JOB = """
            select jsonb_build_object('id', j.id, 'shop', j.shop_id, 'name', j.name, 'kind', j.kind, 'preset', j.preset,
              'state', j.state, 'total', j.total, 'done', j.done, 'accepted', j.accepted, 'duplicate', j.duplicate,
              'rejected', j.rejected, 'errorZh', j.error_zh, 'errorEn', j.error_en, 'createdBy', j.created_by,
              'createdAt', j.created_at, 'startedAt', j.started_at, 'finishedAt', j.finished_at) as job,
              (select jsonb_agg(jsonb_build_object('alias', f.alias, 'name', f.name, 'size', f.size, 'sha256', f.sha256,
                 'rows', f.rows, 'stored', f.stored, 'format', f.format) order by f.alias)
                 from intake.import_file f where f.job_id = j.id) as files, j.mapping
              from intake.import_job j
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcImports(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void create(UUID id, String shop, String name, String kind, String preset, String mapping, String by) {
        sql.sql("""
                insert into intake.import_job (id, shop_id, name, kind, preset, mapping, created_by)
                values (:id, :shop, :name, :kind, :preset, cast(:mapping as jsonb), :by)
                """).param("id", id).param("shop", shop).param("name", name).param("kind", kind).param("preset", preset)
                .param("mapping", mapping).param("by", by).update();
    }

    void add(UUID job, String shop, String alias, ImportFiles.Kept file) {
        sql.sql("""
                insert into intake.import_file (job_id, shop_id, alias, name, stored, size, sha256, format)
                values (:job, :shop, :alias, :name, :stored, :size, :sha256, :format)
                """).param("job", job).param("shop", shop).param("alias", alias).param("name", file.name())
                .param("stored", file.stored()).param("size", file.size()).param("sha256", file.sha256())
                .param("format", file.format().written()).update();
    }

    Optional<ImportJob> find(UUID id) {
        return jobs(JOB + " where j.id = :id", statement -> statement.param("id", id)).stream().findFirst();
    }

    /** The jobs of these shops and kinds before a moment, newest first. */
    List<ImportJob> list(Collection<String> shops, Collection<String> kinds, Instant before, int limit) {
        return jobs(JOB + " where j.shop_id = any (:shops) and j.kind = any (:kinds) and j.created_at < cast(:before as timestamptz)"
                + " order by j.created_at desc limit :limit",
                statement -> statement.param("shops", shops.toArray(String[]::new)).param("kinds", kinds.toArray(String[]::new))
                        .param("before", before.toString()).param("limit", limit));
    }

    /** A job nobody works on, or whose worker fell silent, leased to this one. */
    Optional<ImportJob> claim(String worker, int seconds) {
        Optional<UUID> id = sql.sql("""
                update intake.import_job
                   set lease_by = :worker, lease_until = now() + make_interval(secs => :seconds),
                       started_at = coalesce(started_at, now()), state = case state when 'QUEUED' then 'READING' else state end
                 where id = (select id from intake.import_job
                              where state in ('QUEUED', 'READING', 'RUNNING') and (lease_until is null or lease_until < now())
                              order by created_at limit 1 for update skip locked)
                returning id
                """).param("worker", worker).param("seconds", seconds).query(UUID.class).optional();
        return id.flatMap(this::find);
    }

    /** Books rows as done if this worker still holds the job at this place; answers whether somebody cancelled it. */
    Optional<Boolean> checkpoint(UUID id, String worker, int seconds, long at, int accepted, int duplicate, int rejected) {
        return sql.sql("""
                update intake.import_job
                   set done = done + :accepted + :duplicate + :rejected, accepted = accepted + :accepted,
                       duplicate = duplicate + :duplicate, rejected = rejected + :rejected,
                       lease_until = now() + make_interval(secs => :seconds)
                 where id = :id and lease_by = :worker and done = :at and state = 'RUNNING'
                returning cancel
                """).param("id", id).param("worker", worker).param("seconds", seconds).param("at", at)
                .param("accepted", accepted).param("duplicate", duplicate).param("rejected", rejected)
                .query(Boolean.class).optional();
    }

    /** Prolongs the lease while files are read; answers whether somebody cancelled the job, empty when the lease is lost. */
    Optional<Boolean> beat(UUID id, String worker, int seconds) {
        return sql.sql("""
                update intake.import_job set lease_until = now() + make_interval(secs => :seconds)
                 where id = :id and lease_by = :worker returning cancel
                """).param("id", id).param("worker", worker).param("seconds", seconds).query(Boolean.class).optional();
    }

    void run(UUID id, String worker, long total) {
        sql.sql("update intake.import_job set state = 'RUNNING', total = :total where id = :id and lease_by = :worker")
                .param("id", id).param("worker", worker).param("total", total).update();
    }

    boolean finish(UUID id, String worker, ImportJob.State state, String zh, String en) {
        return sql.sql("""
                update intake.import_job set state = :state, error_zh = :zh, error_en = :en, finished_at = now(),
                       lease_by = null, lease_until = null
                 where id = :id and lease_by = :worker
                """).param("id", id).param("worker", worker).param("state", state.name()).param("zh", zh).param("en", en)
                .update() == 1;
    }

    void release(UUID id, String worker) {
        sql.sql("update intake.import_job set lease_by = null, lease_until = null where id = :id and lease_by = :worker")
                .param("id", id).param("worker", worker).update();
    }

    /** Asks for the end; a job nobody has begun is over at once. */
    int cancel(UUID id) {
        return sql.sql("""
                update intake.import_job
                   set cancel = true, state = case state when 'QUEUED' then 'CANCELLED' else state end,
                       finished_at = case state when 'QUEUED' then now() end
                 where id = :id and state in ('QUEUED', 'READING', 'RUNNING')
                """).param("id", id).update();
    }

    void refuse(UUID job, String shop, List<Refused> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into intake.import_error (job_id, shop_id, row, place, external_id, field, rule, remedy_zh, remedy_en, data)
                select :job, :shop, row, row_number() over (partition by row), id, field, rule, "remedyZh", "remedyEn",
                       data::jsonb
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(row bigint, id text, field text, rule text,
                       "remedyZh" text, "remedyEn" text, data text)
                on conflict do nothing
                """).param("job", job).param("shop", shop).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Every fault of every refused row, by row; read as a stream inside a transaction. */
    Stream<Refused> refused(UUID job) {
        return sql.sql("""
                select row, external_id as id, field, rule, remedy_zh, remedy_en, data::text as data
                  from intake.import_error where job_id = :job order by row, place
                """).param("job", job).withFetchSize(500).query(Refused.class).stream();
    }

    /** Files on disk of jobs that ended before a moment. */
    List<String> expired(Instant before) {
        return sql.sql("""
                select f.stored from intake.import_file f join intake.import_job j on j.id = f.job_id
                 where j.finished_at < cast(:before as timestamptz) and not f.dropped
                """).param("before", before.toString()).query(String.class).list();
    }

    void dropped(String stored) {
        sql.sql("update intake.import_file set dropped = true where stored = :stored").param("stored", stored).update();
    }

    private List<ImportJob> jobs(String query, UnaryOperator<JdbcClient.StatementSpec> params) {
        return params.apply(sql.sql(query)).query((result, n) -> {
            ObjectNode job = (ObjectNode) json.readTree(result.getString("job"));
            String files = result.getString("files");
            List<ImportJob.Source> sources = files == null ? List.of()
                    : List.of(json.readValue(files, StoredSource[].class)).stream().map(StoredSource::source).toList();
            return json.treeToValue(job, Head.class).job(sources, result.getString("mapping"));
        }).list();
    }

    private record StoredSource(String alias, String name, long size, String sha256, Long rows, String stored, String format) {

        ImportJob.Source source() {
            return new ImportJob.Source(alias, name, size, sha256, rows, stored, format);
        }
    }

    private record Head(UUID id, String shop, String name, String kind, String preset, ImportJob.State state, long total,
                        long done, long accepted, long duplicate, long rejected, String errorZh, String errorEn,
                        String createdBy, Instant createdAt, Instant startedAt, Instant finishedAt) {

        ImportJob job(List<ImportJob.Source> files, String mapping) {
            return new ImportJob(id, shop, name, kind, preset, state, total, done, accepted, duplicate, rejected, errorZh,
                    errorEn, createdBy, createdAt, startedAt, finishedAt, files, mapping);
        }
    }
}
