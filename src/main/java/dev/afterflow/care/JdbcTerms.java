package dev.afterflow.care;

import dev.afterflow.care.PromiseTerms.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promises of each shop by the day they began. */
@Repository("careTerms")
class JdbcTerms {

    private static final int SHOWN = 100;

    private final JdbcClient sql;

    JdbcTerms(JdbcClient sql) {
        this.sql = sql;
    }

    /** A shop whose orders are watched, and since when. */
    record Watched(String shop, Instant since) {
    }

    List<Watched> watched(Instant now) {
        return sql.sql("select shop_id, min(valid_from) as since from care.promise_terms where valid_from <= :now group by shop_id order by shop_id")
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Watched(row.getString("shop_id"), row.getTimestamp("since").toInstant())).list();
    }

    Optional<PromiseTerms> inForce(String shop, Instant at) {
        return sql.sql("select * from care.promise_terms where shop_id = :shop and valid_from <= :at order by valid_from desc limit 1")
                .param("shop", shop).param("at", Timestamp.from(at)).query(JdbcTerms::read).optional();
    }

    /** All that was set and is to come, the newest first. */
    List<PromiseTerms> all(String shop) {
        return sql.sql("select * from care.promise_terms where shop_id = :shop order by valid_from desc limit :most")
                .param("shop", shop).param("most", SHOWN).query(JdbcTerms::read).list();
    }

    void save(String shop, PromiseTerms terms, String by, Instant now) {
        sql.sql("""
                insert into care.promise_terms (shop_id, valid_from, rule_set, promise_hours, warn_hours, late_percent, late_min, late_max,
                       short_percent, short_min, short_max, payer, auto_most, confirm_cod, set_by, set_at)
                values (:shop, :from, :rules, :hours, :warn, :latePercent, :lateMin, :lateMax, :shortPercent, :shortMin, :shortMax,
                       :payer, :auto, :cod, :by, :now)
                on conflict (shop_id, valid_from) do update
                   set rule_set = excluded.rule_set, promise_hours = excluded.promise_hours, warn_hours = excluded.warn_hours,
                       late_percent = excluded.late_percent, late_min = excluded.late_min, late_max = excluded.late_max,
                       short_percent = excluded.short_percent, short_min = excluded.short_min, short_max = excluded.short_max,
                       payer = excluded.payer, auto_most = excluded.auto_most, confirm_cod = excluded.confirm_cod,
                       set_by = excluded.set_by, set_at = excluded.set_at
                """).param("shop", shop).param("from", Timestamp.from(terms.validFrom())).param("rules", terms.ruleSet())
                .param("hours", terms.promiseHours()).param("warn", terms.warnHours()).param("latePercent", terms.late().percent())
                .param("lateMin", terms.late().least()).param("lateMax", terms.late().most()).param("shortPercent", terms.shortage().percent())
                .param("shortMin", terms.shortage().least()).param("shortMax", terms.shortage().most()).param("payer", terms.payer())
                .param("auto", terms.autoMost()).param("cod", terms.confirmCod()).param("by", by).param("now", Timestamp.from(now)).update();
    }

    private static PromiseTerms read(ResultSet row, int number) throws SQLException {
        return new PromiseTerms(row.getTimestamp("valid_from").toInstant(), row.getString("rule_set"), row.getInt("promise_hours"),
                row.getInt("warn_hours"), rate(row, "late"), rate(row, "short"), row.getString("payer"), row.getLong("auto_most"),
                row.getBoolean("confirm_cod"));
    }

    private static Rate rate(ResultSet row, String of) throws SQLException {
        return new Rate(row.getObject(of + "_percent", Integer.class), row.getObject(of + "_min", Long.class), row.getObject(of + "_max", Long.class));
    }
}
