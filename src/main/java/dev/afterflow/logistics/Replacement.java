package dev.afterflow.logistics;

import java.time.Instant;
import java.util.List;

/**
 * Goods sent out again.
 *
 * @param purpose exchange, reship, or sendBack for the buyer's own goods
 * @param serial of the device that left, null where it has none
 */
public record Replacement(String orderNo, String shop, String caseNumber, String orderId, String purpose, State state,
                          String carrier, String waybill, String serial, Instant openedAt, Instant shippedAt, Instant deliveredAt,
                          List<Line> lines) {

    /** How far it has come. */
    public enum State { RESERVED, OUT_OF_STOCK, SHIPPED, DELIVERED, WITHDRAWN }

    /**
     * What to pick.
     *
     * @param bin where it lies, null when the warehouse has not said
     */
    public record Line(String lineId, String sku, String title, int quantity, String bin) {
    }

    Replacement with(List<Line> picks) {
        return new Replacement(orderNo, shop, caseNumber, orderId, purpose, state, carrier, waybill, serial, openedAt, shippedAt, deliveredAt, picks);
    }
}
