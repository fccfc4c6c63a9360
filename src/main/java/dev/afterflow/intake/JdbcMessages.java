package dev.afterflow.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The raw messages and the memory of what was told before. */
@Repository
class JdbcMessages {

    private static final String STORE = """
            with letter as (
              select l.* from jsonb_to_recordset(cast(:letters as jsonb)) as l(id text, version text, rank text, body jsonb)),
            fresh as (
              insert into intake.known (shop_id, source, kind, external_id, version)
              select :shop, :source, :kind, id, version from letter order by id
              on conflict do nothing
              returning external_id),
            newest as (
              insert into intake.latest as old (shop_id, source, kind, external_id, version, rank)
              select :shop, :source, :kind, id, version, rank from letter join fresh on external_id = id order by id
              on conflict (shop_id, source, kind, external_id) do update
                set version = excluded.version, rank = excluded.rank
                where old.rank is null or excluded.rank is null or old.rank < excluded.rank
              returning external_id)
            insert into intake.message (shop_id, source, kind, external_id, version, body, state, error)
            select :shop, :source, :kind, id, version, body, :state, :error
              from letter join newest on external_id = id
            returning id, external_id, at
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcMessages(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Stores the rows that are neither known nor older than what is stored; rows must differ in id. */
    List<Letter> store(Sorting.Delivery delivery, List<Tray.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Tray.Row> byId = rows.stream().collect(Collectors.toMap(Tray.Row::id, Function.identity()));
        return store(delivery, rows, "TAKEN", null)
                .query((result, n) -> letter(delivery, byId.get(result.getString("external_id")), result)).list();
    }

    /** Stores a row that nobody could take; false when it is known already. */
    boolean park(Sorting.Delivery delivery, Tray.Row row, String error) {
        return !store(delivery, List.of(row), "PARKED", error).query((result, n) -> result.getLong("id")).list().isEmpty();
    }

    private JdbcClient.StatementSpec store(Sorting.Delivery delivery, List<Tray.Row> rows, String state, String error) {
        return sql.sql(STORE).param("letters", written(rows)).param("shop", delivery.shop())
                .param("source", delivery.source()).param("kind", delivery.kind())
                .param("state", state).param("error", error);
    }

    private String written(List<Tray.Row> rows) {
        ArrayNode letters = json.createArrayNode();
        for (Tray.Row row : rows) {
            letters.addObject().put("id", row.id()).put("version", row.version().text())
                    .put("rank", row.version().rank()).set("body", row.body());
        }
        return letters.toString();
    }

    private static Letter letter(Sorting.Delivery delivery, Tray.Row row, ResultSet result) throws SQLException {
        return new Letter(result.getLong("id"), delivery.shop(), delivery.source(), delivery.kind(), row.id(),
                row.version().text(), row.body(), result.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Parked messages older than this id, newest first. */
    List<Parked> parked(long before, int limit) {
        return sql.sql("""
                select id, shop_id, source, kind, external_id, version, error, tries, at
                  from intake.message where state = 'PARKED' and id < :before order by id desc limit :limit
                """).param("before", before).param("limit", limit)
                .query((result, n) -> new Parked(result.getLong("id"), result.getString("shop_id"),
                        result.getString("source"), result.getString("kind"), result.getString("external_id"),
                        result.getString("version"), result.getString("error"), result.getInt("tries"),
                        result.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    /** The parked message, locked for this transaction. */
    Optional<Letter> lock(long id) {
        return sql.sql("""
                select id, shop_id, source, kind, external_id, version, body, at
                  from intake.message where id = :id and state = 'PARKED' for update
                """).param("id", id)
                .query((result, n) -> new Letter(result.getLong("id"), result.getString("shop_id"),
                        result.getString("source"), result.getString("kind"), result.getString("external_id"),
                        result.getString("version"), json.readTree(result.getString("body")),
                        result.getObject("at", OffsetDateTime.class).toInstant())).optional();
    }

    /** Whether a newer version of what the letter is about has come. */
    boolean isOvertaken(Letter letter) {
        return sql.sql("""
                select version <> :version from intake.latest
                 where shop_id = :shop and source = :source and kind = :kind and external_id = :id for update
                """).param("version", letter.version()).param("shop", letter.shop()).param("source", letter.source())
                .param("kind", letter.kind()).param("id", letter.externalId()).query(Boolean.class).single();
    }

    void leave(long id, String state) {
        sql.sql("update intake.message set state = :state, error = null, tries = tries + 1 where id = :id and state = 'PARKED'")
                .param("state", state).param("id", id).update();
    }

    void stay(long id, String error) {
        sql.sql("update intake.message set error = :error, tries = tries + 1 where id = :id and state = 'PARKED'")
                .param("error", error).param("id", id).update();
    }
}
