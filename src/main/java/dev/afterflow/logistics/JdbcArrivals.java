package dev.afterflow.logistics;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said to be sent, what was said to be taken in, and what nobody expected. */
@Repository
class JdbcArrivals {

    private final JdbcClient sql;

    JdbcArrivals(JdbcClient sql) {
        this.sql = sql;
    }

    /** A parcel that came and that nobody expected; the case is null until a person says which. */
    record Unknown(long id, String shop, String waybill, String note, String by, Instant at, String caseNumber) {
    }

    /** What a warehouse's system says it took in; lines and pictures as they were told, in JSON. */
    record Receipt(String shop, String receiptId, String waybill, Instant receivedAt, Integer weightGrams, String lines, String pictures) {
    }

    void keep(SentParcel parcel) {
        sql.sql("""
                insert into logistics.sent_parcel as old (shop_id, parcel_id, order_id, case_number, carrier, waybill, sent_at,
                  freight_minor, freight_currency)
                values (:shop, :id, :order, :case, :carrier, :waybill, :sent, :minor, :currency)
                on conflict (shop_id, parcel_id) do update
                  set order_id = excluded.order_id, case_number = excluded.case_number, carrier = excluded.carrier,
                      waybill = excluded.waybill, sent_at = excluded.sent_at, freight_minor = excluded.freight_minor,
                      freight_currency = excluded.freight_currency, recorded_at = now()
                """).param("shop", parcel.shop()).param("id", parcel.parcelId()).param("order", parcel.orderId())
                .param("case", parcel.caseNumber()).param("carrier", parcel.carrier()).param("waybill", parcel.waybill())
                .param("sent", JdbcGoodsReturns.time(parcel.sentAt()))
                .param("minor", parcel.freight() == null ? null : parcel.freight().minor())
                .param("currency", parcel.freight() == null ? null : parcel.freight().currency()).update();
    }

    /** Parcels that wait for a return of this case or order, the earliest first. */
    List<SentParcel> waiting(String shop, String orderId, String caseNumber) {
        return sql.sql("""
                select * from logistics.sent_parcel
                 where shop_id = :shop and return_no is null and (case_number = :case or case_number is null and order_id = :order)
                 order by recorded_at for update
                """).param("shop", shop).param("order", orderId).param("case", caseNumber).query(JdbcArrivals::parcel).list();
    }

    void belongs(SentParcel parcel, String returnNo) {
        sql.sql("update logistics.sent_parcel set return_no = :no where shop_id = :shop and parcel_id = :id")
                .param("no", returnNo).param("shop", parcel.shop()).param("id", parcel.parcelId()).update();
    }

    void keep(Receipt receipt, String returnNo) {
        sql.sql("""
                insert into logistics.receipt (shop_id, receipt_id, waybill, received_at, weight_grams, lines, pictures, return_no)
                values (:shop, :id, :waybill, :at, :weight, :lines::jsonb, :pictures::jsonb, :no)
                on conflict (shop_id, receipt_id) do update
                  set waybill = excluded.waybill, received_at = excluded.received_at, weight_grams = excluded.weight_grams,
                      lines = excluded.lines, pictures = excluded.pictures, return_no = excluded.return_no, recorded_at = now()
                """).param("shop", receipt.shop()).param("id", receipt.receiptId()).param("waybill", receipt.waybill())
                .param("at", JdbcGoodsReturns.time(receipt.receivedAt())).param("weight", receipt.weightGrams())
                .param("lines", receipt.lines()).param("pictures", receipt.pictures()).param("no", returnNo).update();
    }

    /** The latest receipt of a parcel. */
    Optional<Receipt> receiptOf(String shop, String waybill) {
        return sql.sql("""
                select * from logistics.receipt where shop_id = :shop and waybill = :waybill order by received_at desc limit 1
                """).param("shop", shop).param("waybill", waybill).query((row, number) -> new Receipt(row.getString("shop_id"),
                        row.getString("receipt_id"), row.getString("waybill"), GoodsReturnRow.instant(row, "received_at"),
                        row.getObject("weight_grams", Integer.class), row.getString("lines"), row.getString("pictures"))).optional();
    }

    /** Keeps a parcel nobody expected, once a waybill and shop. */
    Unknown unknown(String shop, String waybill, String note, String by) {
        sql.sql("""
                insert into logistics.unknown_parcel (shop_id, waybill, note, found_by) values (:shop, :waybill, :note, :by)
                on conflict (shop_id, waybill) do update set note = coalesce(excluded.note, logistics.unknown_parcel.note)
                """).param("shop", shop).param("waybill", waybill).param("note", note).param("by", by).update();
        return unknownOf(shop, waybill).orElseThrow();
    }

    Optional<Unknown> unknownOf(String shop, String waybill) {
        return sql.sql("select * from logistics.unknown_parcel where shop_id = :shop and waybill = :waybill for update")
                .param("shop", shop).param("waybill", waybill).query(JdbcArrivals::unknown).optional();
    }

    Optional<Unknown> lock(long id) {
        return sql.sql("select * from logistics.unknown_parcel where id = :id for update").param("id", id)
                .query(JdbcArrivals::unknown).optional();
    }

    void attach(long id, String shop, String caseNumber, String by) {
        sql.sql("""
                update logistics.unknown_parcel set shop_id = :shop, case_number = :case, attached_by = :by, attached_at = now()
                 where id = :id
                """).param("id", id).param("shop", shop).param("case", caseNumber).param("by", by).update();
    }

    /** Parcels no case is known for, the newest first. */
    List<Unknown> unattached(long before, int most) {
        return sql.sql("""
                select * from logistics.unknown_parcel where case_number is null and id < :before order by id desc limit :most
                """).param("before", before).param("most", most).query(JdbcArrivals::unknown).list();
    }

    private static Unknown unknown(ResultSet row, int number) throws SQLException {
        return new Unknown(row.getLong("id"), row.getString("shop_id"), row.getString("waybill"), row.getString("note"),
                row.getString("found_by"), GoodsReturnRow.instant(row, "at"), row.getString("case_number"));
    }

    private static SentParcel parcel(ResultSet row, int number) throws SQLException {
        Long minor = row.getObject("freight_minor", Long.class);
        return new SentParcel(row.getString("shop_id"), row.getString("parcel_id"), row.getString("order_id"),
                row.getString("case_number"), row.getString("carrier"), row.getString("waybill"), GoodsReturnRow.instant(row, "sent_at"),
                minor == null ? null : new Money(minor, row.getString("freight_currency")));
    }
}
