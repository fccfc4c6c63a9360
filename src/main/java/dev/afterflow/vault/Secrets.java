package dev.afterflow.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets of each shop by place (a partner's word) and field; written by people, read by adapters, shown to nobody: people
 * get {@link Kept} only. The caller audits that one was set, never what.
 */
@Component
@Transactional
public class Secrets {

    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 12;

    private final JdbcClient sql;
    private final Vault vault;
    private final Clock clock;

    Secrets(JdbcClient sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /** What may be told of a secret; {@code hint} are its last signs, empty for a short one. */
    public record Kept(String field, String hint, String setBy, Instant setAt) {
    }

    /** Keeps a secret in place of the one before. */
    public void keep(String shop, String place, String field, String plain, String who) {
        sql.sql("""
                insert into vault.secret (shop_id, place, field, sealed, hint, set_by, set_at)
                values (:shop, :place, :field, :sealed, :hint, :who, :now)
                on conflict (shop_id, place, field) do update
                   set sealed = excluded.sealed, hint = excluded.hint, set_by = excluded.set_by, set_at = excluded.set_at
                """).param("shop", shop).param("place", place).param("field", field)
                .param("sealed", vault.seal(shop, purpose(place, field), plain)).param("hint", hint(plain))
                .param("who", who).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** The secrets of a place by field, opened; for adapters only. */
    @Transactional(readOnly = true)
    public Map<String, String> open(String shop, String place) {
        return sql.sql("select field, sealed from vault.secret where shop_id = :shop and place = :place")
                .param("shop", shop).param("place", place)
                .query((row, n) -> Map.entry(row.getString("field"),
                        vault.open(shop, purpose(place, row.getString("field")), row.getString("sealed")))).list().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What may be told of a place's secrets. */
    @Transactional(readOnly = true)
    public List<Kept> of(String shop, String place) {
        return sql.sql("select field, hint, set_by, set_at from vault.secret where shop_id = :shop and place = :place order by field")
                .param("shop", shop).param("place", place).query(Secrets::kept).list();
    }

    /** Forgets a place's secrets. */
    public void forget(String shop, String place) {
        sql.sql("delete from vault.secret where shop_id = :shop and place = :place").param("shop", shop).param("place", place).update();
    }

    private static String purpose(String place, String field) {
        return place + "/" + field;
    }

    /** Keys end in padding and line ends that all of their like share; those are no hint. */
    private static String hint(String plain) {
        String told = plain.strip().replaceAll("=+$", "");
        return told.length() < LONG_ENOUGH ? "" : told.substring(told.length() - SHOWN);
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(row.getString("field"), row.getString("hint"), row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
