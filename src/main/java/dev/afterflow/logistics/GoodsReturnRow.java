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

/** A row of goods_return before its lines are known. */
record GoodsReturnRow(String returnNo, GoodsReturn bare) {

    static GoodsReturnRow read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        Money deduct = money(row, "deduct", currency);
        GoodsReturn bare = new GoodsReturn(row.getString("return_no"), row.getString("shop_id"), row.getString("case_number"),
                row.getString("order_id"), State.valueOf(row.getString("state")), row.getString("freight_payer"),
                row.getString("reason_type"), money(row, "freight_advanced", currency), currency, row.getString("address"),
                instant(row, "opened_at"), instant(row, "ship_back_by"), row.getInt("reminders"), way(row),
                new Count(row.getObject("packed_grams", Integer.class), row.getObject("weight_grams", Integer.class),
                        row.getBoolean(row.getTimestamp("received_at") == null ? "told_other" : "other_goods"), instant(row, "received_at"), row.getString("received_by"),
                        texts(row.getArray("pictures")), row.getString("note")),
                new Inspection(texts(row.getArray("findings")), row.getString("serial"), row.getString("words"),
                        row.getString("outcome"), row.getObject("intact", Boolean.class), row.getString("ground"),
                        deduct == null ? new Money(0, currency) : deduct, row.getString("inspected_by")), List.of());
        return new GoodsReturnRow(bare.returnNo(), bare);
    }

    GoodsReturn with(List<Line> lines) {
        return new GoodsReturn(returnNo, bare.shop(), bare.caseNumber(), bare.orderId(), bare.state(), bare.freightPayer(),
                bare.reasonType(), bare.freightAdvanced(), bare.currency(), bare.address(), bare.openedAt(), bare.shipBackBy(),
                bare.reminders(), bare.way(), bare.count(), bare.inspection(), lines);
    }

    private static Way way(ResultSet row) throws SQLException {
        return new Way(row.getString("carrier"), row.getString("waybill"), instant(row, "sent_at"), instant(row, "arrival_by"),
                row.getString("last_scan"), instant(row, "arrived_at"), instant(row, "confirm_by"), instant(row, "escalate_at"));
    }

    private static Money money(ResultSet row, String column, String currency) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : new Money(minor, currency);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
