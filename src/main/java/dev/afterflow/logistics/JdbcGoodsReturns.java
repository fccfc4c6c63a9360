package dev.afterflow.logistics;

import dev.afterflow.logistics.GoodsReturn.Count;
import dev.afterflow.logistics.GoodsReturn.Inspection;
import dev.afterflow.logistics.GoodsReturn.Line;
import dev.afterflow.logistics.GoodsReturn.State;
import dev.afterflow.logistics.GoodsReturn.Way;
import dev.afterflow.money.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
                .param("case", caseNumber).query(this::read).optional();
    }

    private List<Line> lines(String returnNo) {
        return sql.sql("select * from logistics.goods_return_line where return_no = :no order by line_id").param("no", returnNo)
                .query((row, number) -> new Line(row.getString("line_id"), row.getString("product_id"), row.getString("sku"),
                        row.getString("title"), row.getInt("quantity"), row.getObject("counted", Integer.class), row.getString("grade"),
                        row.getObject("told_quantity", Integer.class), row.getString("told_grade"))).list();
    }

    private GoodsReturn read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        Long deduct = row.getObject("deduct", Long.class);
        return new GoodsReturn(row.getString("return_no"), row.getString("shop_id"), row.getString("case_number"),
                row.getString("order_id"), State.valueOf(row.getString("state")), row.getString("freight_payer"), currency,
                row.getString("address"), instant(row, "opened_at"), instant(row, "ship_back_by"), row.getInt("reminders"), way(row),
                new Count(row.getObject("packed_grams", Integer.class), row.getObject("weight_grams", Integer.class),
                        row.getBoolean("other_goods"), instant(row, "received_at"), row.getString("received_by"),
                        texts(row.getArray("pictures"))),
                new Inspection(texts(row.getArray("findings")), row.getString("serial"), row.getString("words"),
                        row.getString("outcome"), row.getObject("intact", Boolean.class), row.getString("ground"),
                        deduct == null ? null : new Money(deduct, currency), row.getString("inspected_by")),
                lines(row.getString("return_no")));
    }

    private static Way way(ResultSet row) throws SQLException {
        return new Way(row.getString("carrier"), row.getString("waybill"), instant(row, "sent_at"), instant(row, "arrival_by"),
                row.getString("last_scan"), instant(row, "arrived_at"), instant(row, "confirm_by"), instant(row, "escalate_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
