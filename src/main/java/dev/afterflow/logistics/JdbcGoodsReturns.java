package dev.afterflow.logistics;

import dev.afterflow.logistics.GoodsReturn.Line;
import dev.afterflow.logistics.GoodsReturn.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goods on their way back, in PostgreSQL. */
@Repository
class JdbcGoodsReturns {

    private final JdbcClient sql;

    JdbcGoodsReturns(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest return of a case. */
    Optional<GoodsReturn> latest(String caseNumber) {
        return sql.sql("select * from logistics.goods_return where case_number = :case order by round desc limit 1")
                .param("case", caseNumber).query(GoodsReturnRow::read).optional().map(this::full);
    }

    /** The latest return of a case, held until the transaction ends. */
    Optional<GoodsReturn> lock(String caseNumber) {
        return sql.sql("select * from logistics.goods_return where case_number = :case order by round desc limit 1 for update")
                .param("case", caseNumber).query(GoodsReturnRow::read).optional().map(this::full);
    }

    /** The return a parcel belongs to, by its waybill as told by the buyer, or by our own number; the latest one. */
    Optional<GoodsReturn> of(String shop, String waybill) {
        return sql.sql("""
                select r.* from logistics.goods_return r
                 where r.shop_id = :shop and r.return_no in (select cast(:waybill as text)
                   union all select return_no from logistics.goods_return where shop_id = :shop and waybill = :waybill
                   union all select return_no from logistics.sent_parcel where shop_id = :shop and waybill = :waybill)
                 order by r.opened_at desc limit 1 for update of r
                """).param("shop", shop).param("waybill", waybill).query(GoodsReturnRow::read).optional().map(this::full);
    }

    /** All returns with this waybill or number behind the asker's fence, the latest first. */
    List<GoodsReturn> everywhere(String waybill) {
        return sql.sql("""
                select r.* from logistics.goods_return r
                 where r.return_no in (select cast(:waybill as text)
                   union all select return_no from logistics.goods_return where waybill = :waybill
                   union all select return_no from logistics.sent_parcel where waybill = :waybill and return_no is not null)
                 order by r.opened_at desc limit 10
                """).param("waybill", waybill).query(GoodsReturnRow::read).list().stream().map(this::full).toList();
    }

    /** The open return of an order, held until the transaction ends. */
    Optional<GoodsReturn> openOf(String shop, String orderId) {
        return sql.sql("""
                select * from logistics.goods_return where shop_id = :shop and order_id = :order
                   and state in ('OPEN','SENT','ARRIVED','RECEIVED') order by opened_at desc limit 1 for update
                """).param("shop", shop).param("order", orderId).query(GoodsReturnRow::read).optional().map(this::full);
    }

    int rounds(String caseNumber) {
        return sql.sql("select count(*) from logistics.goods_return where case_number = :case").param("case", caseNumber)
                .query(Integer.class).single();
    }

    void insert(GoodsReturn begun, int round) {
        sql.sql("""
                insert into logistics.goods_return (return_no, shop_id, case_number, round, order_id, state, freight_payer,
                  reason_type, currency, address, opened_at, ship_back_by, packed_grams)
                values (:no, :shop, :case, :round, :order, 'OPEN', :payer, :reason, :currency, :address, :at, :by, :grams)
                """).param("no", begun.returnNo()).param("shop", begun.shop()).param("case", begun.caseNumber()).param("round", round)
                .param("order", begun.orderId()).param("payer", begun.freightPayer()).param("reason", begun.reasonType())
                .param("currency", begun.currency()).param("address", begun.address()).param("at", time(begun.openedAt()))
                .param("by", time(begun.shipBackBy())).param("grams", begun.count().packedGrams()).update();
        begun.lines().forEach(line -> insert(begun, line));
    }

    private void insert(GoodsReturn begun, Line line) {
        sql.sql("""
                insert into logistics.goods_return_line (return_no, shop_id, line_id, sku, title, product_id, quantity)
                values (:no, :shop, :line, :sku, :title, :product, :quantity)
                """).param("no", begun.returnNo()).param("shop", begun.shop()).param("line", line.lineId()).param("sku", line.sku())
                .param("title", line.title()).param("product", line.productId()).param("quantity", line.quantity()).update();
    }

    void reminded(String returnNo) {
        sql.sql("update logistics.goods_return set reminders = reminders + 1, changed_at = now() where return_no = :no")
                .param("no", returnNo).update();
    }

    /** The buyer's parcel; a later one before arrival takes the place of the first. */
    void sent(String returnNo, SentParcel parcel, Instant arrivalBy, Instant confirmBy, Instant escalateAt) {
        sql.sql("""
                update logistics.goods_return
                   set state = case when state = 'OPEN' then 'SENT' else state end, carrier = :carrier, waybill = :waybill,
                       sent_at = :sent, arrival_by = :arrival, confirm_by = :confirm, escalate_at = :escalate,
                       freight_advanced = coalesce(:freight, freight_advanced), changed_at = now()
                 where return_no = :no and state in ('OPEN','SENT')
                """).param("no", returnNo).param("carrier", parcel.carrier()).param("waybill", parcel.waybill())
                .param("sent", time(parcel.sentAt())).param("arrival", time(arrivalBy)).param("confirm", time(confirmBy))
                .param("escalate", time(escalateAt)).param("freight", parcel.freight() == null ? null : parcel.freight().minor()).update();
    }

    /** The carrier's word, unless a newer one is known; only news moves the day by which it should be here. */
    void scanned(String returnNo, String code, Instant at, Instant arrivalBy, boolean trouble) {
        sql.sql("""
                update logistics.goods_return
                   set last_scan = :code, last_scan_at = :at, arrival_by = greatest(arrival_by, :arrival),
                       trouble_at = case when :trouble then :at else trouble_at end, changed_at = now()
                 where return_no = :no and state = 'SENT' and coalesce(last_scan_at, '-infinity') <= :at
                """).param("no", returnNo).param("code", code).param("at", time(at)).param("arrival", time(arrivalBy))
                .param("trouble", trouble).update();
    }

    void waitUntil(String returnNo, Instant arrivalBy) {
        sql.sql("update logistics.goods_return set arrival_by = :by, changed_at = now() where return_no = :no and state = 'SENT'")
                .param("no", returnNo).param("by", time(arrivalBy)).update();
    }

    void arrived(String returnNo, Instant at) {
        sql.sql("""
                update logistics.goods_return
                   set state = 'ARRIVED', arrived_at = :at, confirm_by = coalesce(confirm_by, :at), escalate_at = coalesce(escalate_at, :at),
                       changed_at = now()
                 where return_no = :no and state in ('OPEN','SENT')
                """).param("no", returnNo).param("at", time(at)).update();
    }

    void confirmBy(String returnNo, Instant confirmBy, Instant escalateAt) {
        sql.sql("update logistics.goods_return set confirm_by = :by, escalate_at = :escalate where return_no = :no and confirm_by is null")
                .param("no", returnNo).param("by", time(confirmBy)).param("escalate", time(escalateAt)).update();
    }

    /** What the warehouse's own system counted, shown to who counts. */
    void told(String returnNo, Integer weight, boolean otherGoods, Map<String, ToldLine> lines) {
        sql.sql("""
                update logistics.goods_return
                   set weight_grams = coalesce(:weight, weight_grams), told_other = :other, changed_at = now() where return_no = :no
                """).param("no", returnNo).param("weight", weight).param("other", otherGoods).update();
        lines.forEach((line, told) -> sql.sql("""
                update logistics.goods_return_line set told_quantity = :quantity, told_grade = :grade where return_no = :no and line_id = :line
                """).param("no", returnNo).param("line", line).param("quantity", told.quantity()).param("grade", told.grade()).update());
    }

    /** One line as the warehouse's system told it. */
    record ToldLine(int quantity, String grade) {
    }

    void received(GoodsReturn counted) {
        GoodsReturn.Count count = counted.count();
        sql.sql("""
                update logistics.goods_return
                   set state = 'RECEIVED', weight_grams = :weight, other_goods = :other, received_at = :at, received_by = :by,
                       pictures = :pictures, note = :note, changed_at = now()
                 where return_no = :no
                """).param("no", counted.returnNo()).param("weight", count.weightGrams()).param("other", count.otherGoods())
                .param("at", time(count.receivedAt())).param("by", count.by()).param("note", count.note())
                .param("pictures", count.pictures().toArray(String[]::new)).update();
        counted.lines().forEach(line -> sql.sql("""
                update logistics.goods_return_line set counted = :counted, grade = :grade where return_no = :no and line_id = :line
                """).param("no", counted.returnNo()).param("line", line.lineId()).param("counted", line.counted())
                .param("grade", line.grade()).update());
    }

    /** What inspection found, before anybody or anything judges it. */
    void found(String returnNo, GoodsReturn.Inspection found, List<String> pictures) {
        sql.sql("""
                update logistics.goods_return
                   set findings = :findings, serial = :serial, words = :words, inspected_by = :by, other_goods = other_goods or :other,
                       deduct = :deduct, pictures = pictures || :pictures, changed_at = now()
                 where return_no = :no
                """).param("no", returnNo).param("findings", found.findings().toArray(String[]::new)).param("serial", found.serial())
                .param("words", found.words()).param("by", found.by()).param("other", "wrongGoods".equals(found.outcome()))
                .param("deduct", found.deduct() == null ? null : found.deduct().minor())
                .param("pictures", pictures.toArray(String[]::new)).update();
    }

    void judged(String returnNo, GoodsReturn.Inspection judged) {
        sql.sql("""
                update logistics.goods_return
                   set state = 'INSPECTED', outcome = :outcome, intact = :intact, ground = :ground, deduct = :deduct, changed_at = now()
                 where return_no = :no
                """).param("no", returnNo).param("outcome", judged.outcome()).param("intact", judged.intact())
                .param("ground", judged.ground()).param("deduct", judged.deduct().minor()).update();
    }

    void end(String returnNo, State state, String outcome) {
        sql.sql("update logistics.goods_return set state = :state, outcome = :outcome, changed_at = now() where return_no = :no")
                .param("no", returnNo).param("state", state.name()).param("outcome", outcome).update();
    }

    private GoodsReturn full(GoodsReturnRow row) {
        return row.with(sql.sql("select * from logistics.goods_return_line where return_no = :no order by line_id")
                .param("no", row.returnNo()).query((line, number) -> new Line(line.getString("line_id"), line.getString("product_id"),
                        line.getString("sku"), line.getString("title"), line.getInt("quantity"), line.getObject("counted", Integer.class),
                        line.getString("grade"), line.getObject("told_quantity", Integer.class), line.getString("told_grade"))).list());
    }

    static java.time.OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
