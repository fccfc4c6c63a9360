package dev.afterflow.claims;

import dev.afterflow.claims.Contract.Clause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts with carriers, only added to. */
@Repository
class JdbcContracts {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final JdbcClient jdbc;

    JdbcContracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest revision of the newest day that has come, the region's own before everywhere's. */
    Optional<Contract> inForce(String shop, String carrier, String region, LocalDate day) {
        return jdbc.sql("""
                select * from (select distinct on (region) * from claims.contract
                  where shop_id = :shop and carrier = :carrier and region in (:region, '') and valid_from <= :day
                  order by region, valid_from desc, id desc) newest
                where not ended order by region desc limit 1""").param("shop", shop).param("carrier", carrier)
                .param("region", region).param("day", day).query(JdbcContracts::contract).optional();
    }

    /** What is in force now or comes later for each carrier and region of a shop. */
    List<Contract> of(String shop, LocalDate today) {
        return jdbc.sql("""
                select * from (select distinct on (carrier, region, valid_from) * from claims.contract c where shop_id = :shop
                    and valid_from >= coalesce((select max(valid_from) from claims.contract o where o.shop_id = c.shop_id
                      and o.carrier = c.carrier and o.region = c.region and o.valid_from <= :day), valid_from)
                  order by carrier, region, valid_from, id desc) newest
                where not ended order by carrier, region, valid_from""").param("shop", shop).param("day", today)
                .query(JdbcContracts::contract).list();
    }

    /** Every revision of a carrier's terms in a region, the newest first. */
    List<Contract> history(String shop, String carrier, String region) {
        return jdbc.sql("""
                select * from claims.contract where shop_id = :shop and carrier = :carrier and region = :region order by id desc limit 200""")
                .param("shop", shop).param("carrier", carrier).param("region", region).query(JdbcContracts::contract).list();
    }

    Contract insert(Contract terms, String by, Instant now) {
        return jdbc.sql("""
                insert into claims.contract (shop_id, carrier, region, valid_from, clause, window_hours, window_from, answer_days, pay_days,
                       multiple, cap, currency, insured_rule, channel, approve_above, note, ended, by_login, at)
                values (:shop, :carrier, :region, :from, :clause, :hours, :windowFrom, :answer, :pay, :multiple, :cap, :currency, :insured,
                       :channel, :approve, :note, :ended, :by, :now) returning *""")
                .param("shop", terms.shop()).param("carrier", terms.carrier()).param("region", terms.region()).param("from", terms.validFrom())
                .param("clause", terms.clause().name()).param("hours", terms.windowHours()).param("windowFrom", terms.windowFrom())
                .param("answer", terms.answerDays()).param("pay", terms.payDays()).param("multiple", terms.multiple()).param("cap", terms.cap())
                .param("currency", terms.currency()).param("insured", terms.insuredRule()).param("channel", terms.channel())
                .param("approve", terms.approveAbove()).param("note", terms.note()).param("ended", terms.ended()).param("by", by)
                .param("now", Timestamp.from(now)).query(JdbcContracts::contract).single();
    }

    /** Terms found for carriers of these names; their caps are in CNY and are no other currency's. */
    List<Contract> usual(String shop, String currency) {
        return jdbc.sql("select * from claims.usual_terms order by carrier").query((row, n) -> new Contract(null, shop, row.getString("carrier"), "",
                ALWAYS, Clause.valueOf(row.getString("clause")), row.getObject("window_hours", Integer.class), "DISCOVERED",
                row.getObject("answer_days", Integer.class), row.getObject("pay_days", Integer.class), row.getObject("multiple", Integer.class),
                currency.equals("CNY") ? row.getObject("cap", Long.class) : null, currency, row.getString("insured_rule"), null, null,
                row.getString("source"), false, null, null)).list();
    }

    private static Contract contract(ResultSet row, int n) throws SQLException {
        return new Contract(row.getLong("id"), row.getString("shop_id"), row.getString("carrier"), row.getString("region"),
                row.getObject("valid_from", LocalDate.class), Clause.valueOf(row.getString("clause")), row.getObject("window_hours", Integer.class),
                row.getString("window_from"), row.getObject("answer_days", Integer.class), row.getObject("pay_days", Integer.class),
                row.getObject("multiple", Integer.class), row.getObject("cap", Long.class), row.getString("currency"),
                row.getString("insured_rule"), row.getString("channel"), row.getObject("approve_above", Long.class), row.getString("note"),
                row.getBoolean("ended"), row.getString("by_login"), row.getTimestamp("at").toInstant());
    }
}
