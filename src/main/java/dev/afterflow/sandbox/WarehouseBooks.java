package dev.afterflow.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The played warehouse's own memory. */
@Repository
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WarehouseBooks {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    WarehouseBooks(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One thing the warehouse was told; times counts its repeats. */
    record Told(String kind, String number, String client, String caseNumber, String orderId, Map<String, Object> body, int times, Instant at) {
    }

    /** A parcel a played buyer sent back. */
    record Sent(String waybill, String returnNo, String caseNumber, String orderId, String how, Instant at) {
    }

    void keep(String kind, String number, String client, Map<String, Object> body) {
        sql.sql("""
                insert into sandbox.warehouse_notice (kind, number, client, case_number, order_id, body)
                values (:kind, :number, :client, :case, :order, :body::jsonb)
                on conflict (kind, number) do update set times = sandbox.warehouse_notice.times + 1
                """).param("kind", kind).param("number", number).param("client", client).param("case", body.get("caseNumber"))
                .param("order", body.get("orderId")).param("body", json.writeValueAsString(body)).update();
    }

    /** The latest notice of a kind about a case, or about an order. */
    Optional<Told> latest(String kind, String caseNumber, String orderId) {
        return sql.sql("""
                select * from sandbox.warehouse_notice where kind = :kind and (case_number = :case or order_id = :order)
                 order by at desc limit 1
                """).param("kind", kind).param("case", caseNumber).param("order", orderId).query(this::read).optional();
    }

    List<Told> recent() {
        return sql.sql("select * from sandbox.warehouse_notice order by at desc limit 50").query(this::read).list();
    }

    void sent(Sent parcel) {
        sql.sql("""
                insert into sandbox.returned_parcel (waybill, return_no, case_number, order_id, how, at)
                values (:waybill, :return, :case, :order, :how, :at)
                """).param("waybill", parcel.waybill()).param("return", parcel.returnNo()).param("case", parcel.caseNumber())
                .param("order", parcel.orderId()).param("how", parcel.how())
                .param("at", parcel.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** The parcel that was sent for this return in this way. */
    Optional<Sent> sent(String returnNo, String how) {
        return sql.sql("select * from sandbox.returned_parcel where return_no = :return and how = :how order by at limit 1")
                .param("return", returnNo).param("how", how).query(WarehouseBooks::parcel).optional();
    }

    List<Sent> parcels() {
        return sql.sql("select * from sandbox.returned_parcel order by at desc limit 50").query(WarehouseBooks::parcel).list();
    }

    private static Sent parcel(ResultSet row, int number) throws SQLException {
        return new Sent(row.getString("waybill"), row.getString("return_no"), row.getString("case_number"), row.getString("order_id"),
                row.getString("how"), row.getTimestamp("at").toInstant());
    }

    private Told read(ResultSet row, int number) throws SQLException {
        return new Told(row.getString("kind"), row.getString("number"), row.getString("client"), row.getString("case_number"),
                row.getString("order_id"), json.readValue(row.getString("body"), DOCUMENT), row.getInt("times"), row.getTimestamp("at").toInstant());
    }
}
