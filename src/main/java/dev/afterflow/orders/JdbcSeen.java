package dev.afterflow.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    Map<String, Integer> stock(String shop, Collection<String> skus) {
        return sql.sql("select sku, available from orders.stock where shop_id = :shop and sku in (:skus)")
                .param("shop", shop).param("skus", skus)
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
