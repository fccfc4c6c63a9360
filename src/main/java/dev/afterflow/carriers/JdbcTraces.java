package dev.afterflow.carriers;

import dev.afterflow.carriers.Trace.Scan;
import dev.afterflow.carriers.Trace.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels we follow and the scans we know of them. */
@Repository
class JdbcTraces {

    private final JdbcClient sql;

    JdbcTraces(JdbcClient sql) {
        this.sql = sql;
    }

    void follow(String shop, String carrier, String waybill, String phoneTail) {
        sql.sql("""
                insert into carriers.parcel as p (shop_id, carrier, waybill, phone_tail) values (:shop, :carrier, :waybill, :tail)
                on conflict (shop_id, carrier, waybill) do update set phone_tail = excluded.phone_tail
                  where p.phone_tail is null and excluded.phone_tail is not null""")
            .param("shop", shop).param("carrier", carrier).param("waybill", waybill).param("tail", phoneTail).update();
    }

    Trace find(String shop, String carrier, String waybill) {
        List<Scan> scans = scans(shop, carrier, waybill);
        State state = sql.sql("select state from carriers.parcel where shop_id = :shop and carrier = :carrier and waybill = :waybill")
            .param("shop", shop).param("carrier", carrier).param("waybill", waybill).query(String.class).optional()
            .map(State::valueOf).orElse(State.UNKNOWN);
        Instant last = scans.isEmpty() ? null : scans.get(0).at();
        return new Trace(carrier, waybill, state, last, scans);
    }

    private List<Scan> scans(String shop, String carrier, String waybill) {
        return sql.sql("""
                select at, place, words, code from carriers.scan
                 where shop_id = :shop and carrier = :carrier and waybill = :waybill order by at desc, seq desc limit 200""")
            .param("shop", shop).param("carrier", carrier).param("waybill", waybill)
            .query((row, n) -> new Scan(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("place"),
                row.getString("words"), row.getString("code"))).list();
    }
}
