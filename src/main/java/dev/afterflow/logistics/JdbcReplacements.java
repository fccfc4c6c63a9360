package dev.afterflow.logistics;

import dev.afterflow.logistics.Replacement.Line;
import dev.afterflow.logistics.Replacement.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replacements in PostgreSQL. */
@Repository
class JdbcReplacements {

    private final JdbcClient sql;

    JdbcReplacements(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest replacement of a case. */
    Optional<Replacement> latest(String caseNumber) {
        return sql.sql("select * from logistics.replacement where case_number = :case order by round desc limit 1")
                .param("case", caseNumber).query(this::bare).optional().map(this::full);
    }

    /** The latest replacement of a case, held until the transaction ends. */
    Optional<Replacement> lock(String caseNumber) {
        return sql.sql("select * from logistics.replacement where case_number = :case order by round desc limit 1 for update")
                .param("case", caseNumber).query(this::bare).optional().map(this::full);
    }

    /** The replacement that travels under this waybill, held until the transaction ends. */
    Optional<Replacement> of(String shop, String waybill) {
        return sql.sql("""
                select * from logistics.replacement where shop_id = :shop and waybill = :waybill order by opened_at desc limit 1 for update
                """).param("shop", shop).param("waybill", waybill).query(this::bare).optional().map(this::full);
    }

    /** Which pieces somebody found to be sent, by line; empty where nobody said so. */
    Map<String, Integer> pieces(String caseNumber) {
        return sql.sql("select line_id, quantity from logistics.piece_to_send where case_number = :case").param("case", caseNumber)
                .query((row, number) -> Map.entry(row.getString("line_id"), row.getInt("quantity"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void pieces(String caseNumber, String shop, Map<String, Integer> byLine) {
        sql.sql("delete from logistics.piece_to_send where case_number = :case").param("case", caseNumber).update();
        byLine.forEach((line, quantity) -> sql.sql("""
                insert into logistics.piece_to_send (case_number, shop_id, line_id, quantity) values (:case, :shop, :line, :quantity)
                """).param("case", caseNumber).param("shop", shop).param("line", line).param("quantity", quantity).update());
    }

    int rounds(String caseNumber) {
        return sql.sql("select count(*) from logistics.replacement where case_number = :case").param("case", caseNumber)
                .query(Integer.class).single();
    }

    void insert(Replacement begun, int round) {
        sql.sql("""
                insert into logistics.replacement (order_no, shop_id, case_number, round, order_id, purpose, state, opened_at)
                values (:no, :shop, :case, :round, :order, :purpose, :state, :at)
                """).param("no", begun.orderNo()).param("shop", begun.shop()).param("case", begun.caseNumber()).param("round", round)
                .param("order", begun.orderId()).param("purpose", begun.purpose()).param("state", begun.state().name())
                .param("at", JdbcGoodsReturns.time(begun.openedAt())).update();
        begun.lines().forEach(line -> sql.sql("""
                insert into logistics.replacement_line (order_no, shop_id, line_id, sku, title, quantity)
                values (:no, :shop, :line, :sku, :title, :quantity)
                """).param("no", begun.orderNo()).param("shop", begun.shop()).param("line", line.lineId()).param("sku", line.sku())
                .param("title", line.title()).param("quantity", line.quantity()).update());
    }

    /** Pieces of a sku taken since it was counted: reserved now, or sent after the count. */
    int taken(String shop, String sku, Instant since) {
        return sql.sql("""
                select coalesce(sum(l.quantity), 0) from logistics.replacement_line l
                  join logistics.replacement r using (order_no)
                 where l.shop_id = :shop and l.sku = :sku and r.purpose <> 'sendBack'
                   and (r.state = 'RESERVED' or r.shipped_at > :since)
                """).param("shop", shop).param("sku", sku).param("since", JdbcGoodsReturns.time(since)).query(Integer.class).single();
    }

    void shipped(String orderNo, String carrier, String waybill, String serial, String by, Instant at) {
        sql.sql("""
                update logistics.replacement set state = 'SHIPPED', carrier = :carrier, waybill = :waybill, serial = :serial,
                       packed_by = :by, shipped_at = :at
                 where order_no = :no and state = 'RESERVED'
                """).param("no", orderNo).param("carrier", carrier).param("waybill", waybill).param("serial", serial).param("by", by)
                .param("at", JdbcGoodsReturns.time(at)).update();
    }

    /** False if it was delivered before or never sent. */
    boolean delivered(String orderNo, Instant at) {
        return sql.sql("""
                update logistics.replacement set state = 'DELIVERED', delivered_at = :at where order_no = :no and state = 'SHIPPED'
                """).param("no", orderNo).param("at", JdbcGoodsReturns.time(at)).update() == 1;
    }

    void end(String orderNo, State state, String note) {
        sql.sql("update logistics.replacement set state = :state, note = coalesce(:note, note) where order_no = :no and state = 'RESERVED'")
                .param("no", orderNo).param("state", state.name()).param("note", note).update();
    }

    /** Whether another parcel of the shop travels under this waybill: an order's own, or one that comes back. */
    boolean waybillUsed(String shop, String waybill) {
        return sql.sql("""
                select exists (select 1 from logistics.replacement where shop_id = :shop and waybill = :waybill)
                    or exists (select 1 from logistics.goods_return where shop_id = :shop and waybill = :waybill)
                    or exists (select 1 from logistics.sent_parcel where shop_id = :shop and waybill = :waybill)
                """).param("shop", shop).param("waybill", waybill).query(Boolean.class).single();
    }

    private Replacement full(Replacement bare) {
        List<Line> lines = sql.sql("select * from logistics.replacement_line where order_no = :no order by line_id").param("no", bare.orderNo())
                .query((row, number) -> new Line(row.getString("line_id"), row.getString("sku"), row.getString("title"),
                        row.getInt("quantity"), row.getString("bin"))).list();
        return bare.with(lines);
    }

    private Replacement bare(ResultSet row, int number) throws SQLException {
        return new Replacement(row.getString("order_no"), row.getString("shop_id"), row.getString("case_number"),
                row.getString("order_id"), row.getString("purpose"), State.valueOf(row.getString("state")), row.getString("carrier"),
                row.getString("waybill"), row.getString("serial"), GoodsReturnRow.instant(row, "opened_at"), GoodsReturnRow.instant(row, "shipped_at"),
                GoodsReturnRow.instant(row, "delivered_at"), List.of());
    }
}
