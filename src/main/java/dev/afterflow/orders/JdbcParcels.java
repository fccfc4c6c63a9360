package dev.afterflow.orders;

import dev.afterflow.intake.Letter;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What warehouse and carriers told about parcels. */
@Repository
class JdbcParcels {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcParcels(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void pack(List<Letter> letters) {
        sql.sql("""
                insert into orders.packing (shop_id, waybill, weight_grams, packed_at, packed_by, pictures, lines)
                select :shop, waybill, "weightGrams", "packedAt", "packedBy", coalesce(pictures, '[]'), coalesce(lines, '[]')
                  from jsonb_to_recordset(cast(:told as jsonb)) as told(waybill text, "weightGrams" int,
                       "packedAt" timestamptz, "packedBy" text, pictures jsonb, lines jsonb)
                 order by waybill
                on conflict (shop_id, waybill) do update
                  set weight_grams = excluded.weight_grams, packed_at = excluded.packed_at, packed_by = excluded.packed_by,
                      pictures = excluded.pictures, lines = excluded.lines, recorded_at = now()
                """).param("shop", letters.get(0).shop()).param("told", Told.of(letters, json)).update();
    }

    /** Files the scans and moves the parcels they are about; answers each scan with its order, null when none has it. */
    List<ParcelScanned> scan(List<Letter> letters) {
        String shop = letters.get(0).shop();
        String told = Told.of(letters, json);
        sql.sql("""
                insert into orders.scan (shop_id, event_id, carrier, waybill, code, scanned_at, place, words)
                select :shop, "eventId", carrier, waybill, code, at, place, text
                  from jsonb_to_recordset(cast(:told as jsonb)) as told("eventId" text, carrier text, waybill text,
                       code text, at timestamptz, place text, text text)
                """).param("shop", shop).param("told", told).update();
        move(shop, told);
        return seen(shop, told);
    }

    private void move(String shop, String told) {
        sql.sql("""
                update orders.shipment s
                   set shipped_at = coalesce(s.shipped_at, scan.picked_up),
                       delivered_at = coalesce(s.delivered_at, scan.delivered),
                       last_code = case when scan.at >= coalesce(s.last_scan_at, '-infinity') then scan.code else s.last_code end,
                       last_scan_at = greatest(s.last_scan_at, scan.at)
                  from (select waybill, max(at) as at, (array_agg(code order by at desc))[1] as code,
                               min(at) filter (where code = 'PICKED_UP') as picked_up,
                               min(at) filter (where code = 'DELIVERED') as delivered
                          from jsonb_to_recordset(cast(:told as jsonb)) as told(waybill text, code text, at timestamptz)
                         group by waybill) scan
                 where s.shop_id = :shop and s.waybill = scan.waybill
                """).param("shop", shop).param("told", told).update();
    }

    private List<ParcelScanned> seen(String shop, String told) {
        return sql.sql("""
                select told.waybill, told.code, told.at, s.order_id
                  from jsonb_to_recordset(cast(:told as jsonb)) as told(waybill text, code text, at timestamptz)
                  left join orders.shipment s on s.shop_id = :shop and s.waybill = told.waybill
                 order by told.at
                """).param("shop", shop).param("told", told)
                .query((result, n) -> new ParcelScanned(shop, result.getString("order_id"), result.getString("waybill"),
                        ParcelScanned.Code.valueOf(result.getString("code")),
                        result.getObject("at", OffsetDateTime.class).toInstant())).list();
    }
}
