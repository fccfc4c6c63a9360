package dev.afterflow.logistics;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Goods a buyer was asked to send back, and what became of them.
 *
 * @param freightPayer seller, buyer or insurer
 * @param reasonType why it comes back, as the case found it
 * @param freightAdvanced what the buyer said the way back cost, null when not told
 */
public record GoodsReturn(String returnNo, String shop, String caseNumber, String orderId, State state, String freightPayer,
                          String reasonType, Money freightAdvanced, String currency, String address, Instant openedAt, Instant shipBackBy, int reminders, Way way,
                          Count count, Inspection inspection, List<Line> lines) {

    /** Where the goods are: not sent, on their way, at the door, counted; the last four are ends. */
    public enum State {
        OPEN, SENT, ARRIVED, RECEIVED, INSPECTED, NOTHING_SENT, LOST, WITHDRAWN;

        public boolean isEnd() {
            return compareTo(INSPECTED) >= 0;
        }

        /** Whether somebody may hold the parcel in their hands. */
        public boolean isHere() {
            return this == ARRIVED || this == RECEIVED || this == INSPECTED;
        }
    }

    /**
     * How the parcel travels.
     *
     * @param arrivalBy until when it should have come
     * @param lastScan the carrier's latest word
     * @param confirmBy until when the platform wants to hear that the goods are here
     */
    public record Way(String carrier, String waybill, Instant sentAt, Instant arrivalBy, String lastScan, Instant arrivedAt,
                      Instant confirmBy, Instant escalateAt) {
    }

    /**
     * What was taken in.
     *
     * @param packedGrams what the same goods weighed when they left, null when unknown or when not all of them were to return
     * @param otherGoods whether something lay in it that is not of this order; before anybody looked, what the warehouse's system told
     * @param pictures ids of evidence
     */
    public record Count(Integer packedGrams, Integer weightGrams, boolean otherGoods, Instant receivedAt, String by,
                        List<String> pictures, String note) {

        /** Much lighter than what left: seven tenths of it or less. */
        public boolean light() {
            return packedGrams != null && weightGrams != null && weightGrams * 10L <= packedGrams * 7L;
        }
    }

    /**
     * What inspection found.
     *
     * @param outcome intact, deduct, notIntact, wrongGoods, empty, part, nothingSent, lost or withdrawn; null before the end
     * @param ground why, as Chinese / English
     * @param deduct what may be taken off, zero when nothing
     */
    public record Inspection(List<String> findings, String serial, String words, String outcome, Boolean intact, String ground,
                             Money deduct, String by) {
    }

    /**
     * One line of the order on its way back.
     *
     * @param counted pieces that came, null before anybody counted
     * @param grade A like new, B resellable, C flawed, D worthless; null before anybody looked
     */
    public record Line(String lineId, String productId, String sku, String title, int quantity, Integer counted, String grade,
                       Integer toldQuantity, String toldGrade) {
    }

    /** All pieces that should come back. */
    public int expected() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** All pieces that did. */
    public int counted() {
        return lines.stream().mapToInt(line -> line.counted() == null ? 0 : Math.min(line.counted(), line.quantity())).sum();
    }

    /** What came back, in the word of the table: RIGHT, PART, WRONG or EMPTY. */
    String contents() {
        if (counted() == 0) {
            return count.otherGoods() ? "WRONG" : "EMPTY";
        }
        return counted() < expected() ? "PART" : "RIGHT";
    }

    GoodsReturn counted(Count now, List<Line> pieces) {
        return new GoodsReturn(returnNo, shop, caseNumber, orderId, state, freightPayer, reasonType, freightAdvanced, currency, address,
                openedAt, shipBackBy, reminders, way, now, inspection, pieces);
    }

    GoodsReturn inspected(Inspection now) {
        return new GoodsReturn(returnNo, shop, caseNumber, orderId, state, freightPayer, reasonType, freightAdvanced, currency, address,
                openedAt, shipBackBy, reminders, way, count, now, lines);
    }
}
