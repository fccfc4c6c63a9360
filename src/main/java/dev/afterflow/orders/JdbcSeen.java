package dev.afterflow.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was seen of parcels and shelves, read for those who must find out what happened. */
@Repository
class JdbcSeen {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcSeen(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Orders.Packing> packing(String shop, Collection<String> waybills) {
        return sql.sql("""
                select waybill, weight_grams, jsonb_array_length(pictures) as pictures, lines
                  from orders.packing where shop_id = :shop and waybill in (:waybills) order by packed_at
                """).param("shop", shop).param("waybills", waybills).query(this::packed).list();
    }

    List<Orders.Scan> scans(String shop, Collection<String> waybills) {
        return sql.sql("""
                select waybill, code, scanned_at, place, words
                  from orders.scan where shop_id = :shop and waybill in (:waybills) order by scanned_at
                """).param("shop", shop).param("waybills", waybills)
                .query((row, number) -> new Orders.Scan(row.getString("waybill"), ParcelScanned.Code.valueOf(row.getString("code")),
                        row.getTimestamp("scanned_at").toInstant(), row.getString("place"), row.getString("words"))).list();
    }

    List<Orders.Quiet> quiet(Instant before, Instant shippedAfter, Orders.Quiet after, int most) {
        return sql.sql("""
                select s.shop_id, s.order_id, s.shipment_id, s.carrier, s.waybill, coalesce(s.last_scan_at, s.shipped_at) as since,
                       s.last_code is not null as picked_up,
                       exists (select from orders.scan p join orders.shop_order o on o.shop_id = s.shop_id and o.order_id = s.order_id
                                 join orders.buyer b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
                                where p.shop_id = s.shop_id and p.waybill = s.waybill and p.code = 'PICKED_UP'
                                  and b.city <> '' and position(b.city in p.place) > 0) as same_city
                  from orders.shipment s
                 where s.delivered_at is null and s.shipped_at is not null and s.waybill is not null
                   and coalesce(s.last_scan_at, s.shipped_at) < :before and s.shipped_at > :shippedAfter
                   and coalesce(s.last_code, '') not in ('RETURNED', 'RETURNING')
                   and (s.last_code is not null or exists (select from orders.shipment k where k.shop_id = s.shop_id and k.carrier = s.carrier
                         and k.last_scan_at > cast(:before as timestamptz) - interval '7 days'))
                   and (coalesce(s.last_scan_at, s.shipped_at), s.shop_id, s.order_id, s.shipment_id) > (:since, :shop, :order, :shipment)
                 order by coalesce(s.last_scan_at, s.shipped_at), s.shop_id, s.order_id, s.shipment_id
                 limit :most
                """).param("before", Timestamp.from(before)).param("shippedAfter", Timestamp.from(shippedAfter))
                .param("since", Timestamp.from(after == null ? Instant.EPOCH : after.since())).param("shop", after == null ? "" : after.shop())
                .param("order", after == null ? "" : after.orderId()).param("shipment", after == null ? "" : after.shipmentId())
                .param("most", most).query((row, number) -> new Orders.Quiet(row.getString("shop_id"), row.getString("order_id"),
                        row.getString("shipment_id"), row.getString("carrier"), row.getString("waybill"), row.getTimestamp("since").toInstant(),
                        row.getBoolean("picked_up"), row.getBoolean("same_city"))).list();
    }

    List<Orders.Sent> sent(String shop, Instant from, Instant to) {
        return sql.sql("""
                select lower(s.carrier) as carrier, coalesce(b.province, b.country, '') as region, count(*) as parcels
                  from orders.shipment s
                  join orders.shop_order o on o.shop_id = s.shop_id and o.order_id = s.order_id
                  left join orders.buyer b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
                 where s.shop_id = :shop and s.shipped_at >= :from and s.shipped_at < :to and s.carrier is not null
                 group by 1, 2
                """).param("shop", shop).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).query(Orders.Sent.class).list();
    }

    Map<String, Integer> stock(String shop, Collection<String> skus) {
        return sql.sql("select sku, available from orders.stock where shop_id = :shop and sku in (:skus)")
                .param("shop", shop).param("skus", skus)
                .query((row, number) -> Map.entry(row.getString("sku"), row.getInt("available"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Only what was counted after a moment. */
    Map<String, Integer> stock(String shop, Collection<String> skus, Instant countedAfter) {
        return sql.sql("select sku, available from orders.stock where shop_id = :shop and sku in (:skus) and at > :after")
                .param("shop", shop).param("skus", skus).param("after", Timestamp.from(countedAfter))
                .query((row, number) -> Map.entry(row.getString("sku"), row.getInt("available"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Orders.Packing packed(ResultSet row, int number) throws SQLException {
        Map<String, Integer> pieces = json.readTree(row.getString("lines")).valueStream()
                .collect(Collectors.toMap(line -> line.path("lineId").asString(), JdbcSeen::quantity, Integer::sum));
        return new Orders.Packing(row.getString("waybill"), row.getObject("weight_grams", Integer.class), row.getInt("pictures"), pieces);
    }

    private static int quantity(JsonNode line) {
        return line.path("quantity").asInt();
    }
}
