package dev.afterflow.sandbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Parcels as the played carriers know them. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierBooks {

    private final JdbcClient sql;

    CarrierBooks(JdbcClient sql) {
        this.sql = sql;
    }

    record Known(String waybill, String com, String phone, String callback, String salt, String status) {
    }

    /** {@code code} is Kuaidi100's sub-state. */
    record Scan(Instant at, String context, String code, String area) {
    }

    /** False when it is followed and not over. */
    boolean subscribe(String waybill, String com, String phone, String callback, String salt) {
        return sql.sql("""
                insert into sandbox.carrier_parcel as p (waybill, com, phone, callback, salt) values (:waybill, :com, :phone, :callback, :salt)
                on conflict (waybill) do update set com = excluded.com, phone = excluded.phone, callback = excluded.callback, salt = excluded.salt, status = 'polling'
                  where p.callback is null or p.status <> 'polling'""")
            .param("waybill", waybill).param("com", com).param("phone", phone).param("callback", callback).param("salt", salt).update() == 1;
    }

    Optional<Known> find(String waybill) {
        return sql.sql("select waybill, com, phone, callback, salt, status from sandbox.carrier_parcel where waybill = :waybill")
            .param("waybill", waybill).query(Known.class).optional();
    }

    List<Known> recent() {
        return sql.sql("select waybill, com, phone, callback, salt, status from sandbox.carrier_parcel order by at desc limit 20").query(Known.class).list();
    }

    /** False when the waybill was asked for within the last half hour. */
    boolean ask(String waybill) {
        return sql.sql("""
                update sandbox.carrier_parcel set asked_at = now()
                where waybill = :waybill and (asked_at is null or asked_at < now() - interval '30 minutes')""").param("waybill", waybill).update() == 1;
    }

    void scan(String waybill, String com, Scan scan) {
        sql.sql("insert into sandbox.carrier_parcel (waybill, com) values (:waybill, :com) on conflict do nothing").param("waybill", waybill).param("com", com).update();
        sql.sql("""
                insert into sandbox.carrier_scan (waybill, n, at, context, code, area)
                select :waybill, coalesce(max(n), 0) + 1, :at, :context, :code, :area from sandbox.carrier_scan where waybill = :waybill""")
            .param("waybill", waybill).param("at", scan.at().atOffset(ZoneOffset.UTC)).param("context", scan.context()).param("code", scan.code())
            .param("area", scan.area()).update();
    }

    void status(String waybill, String status) {
        sql.sql("update sandbox.carrier_parcel set status = :status where waybill = :waybill").param("status", status).param("waybill", waybill).update();
    }

    /** Newest first. */
    List<Scan> scans(String waybill) {
        return sql.sql("select at, context, code, area from sandbox.carrier_scan where waybill = :waybill order by at desc, n desc").param("waybill", waybill)
            .query((row, n) -> new Scan(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("context"), row.getString("code"), row.getString("area"))).list();
    }
}
