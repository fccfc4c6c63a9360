package dev.afterflow.complaints;

import java.time.Instant;

/**
 * How a parcel that went wrong stands.
 *
 * @param said the buyer's statement as a word, empty while nobody said anything
 * @param byHouse found by the product before the buyer asked
 * @param found what the trace and the table found; its type is null before
 * @param way how it is made good, by {@code logistics-remedy}; null before
 * @param proof empty before proof of delivery was asked for, then PROVED, OBJECTED or NONE
 * @param remedy refund, reship, none or done once it is agreed
 */
public record Complaint(String caseNumber, String shop, String orderId, String carrier, String waybill, State state, String said, boolean byHouse,
                        Address address, Found found, Way way, String proof, String claimNo, int chases, String remedy, String outcome,
                        Instant openedAt) {

    /**
     * WAITING for news of a delay, PROVING delivery, SHOWN the proof to the buyer; REMEDY under way, OFFERED to the buyer, AGREED;
     * ARRIVED after all, ENDED.
     */
    public enum State {
        OPEN, WAITING, PROVING, SHOWN, REMEDY, OFFERED, AGREED, ARRIVED, ENDED;

        boolean isUndecided() {
            return this == REMEDY || this == OFFERED;
        }
    }

    /** The buyer's statement and the label as a person read them, and what comparing them with the order said. */
    public record Address(String verdict, String stated, String statedPhone, String label) {

        boolean isBuyersFault() {
            return "BUYER_WRONG".equals(verdict);
        }
    }

    /** What is known of the parcel, what it is called, and why; {@code by} is rule or a login. */
    public record Found(String traceState, String traceCode, Instant lastScanAt, String carrierSays, String type, String ground, String by) {
    }

    /** The answer of {@code logistics-remedy}. */
    public record Way(String way, String compensation, String ground) {
    }

    /** The word options and refunds are asked with. */
    String reasonType() {
        return found.type() == null ? "NOT_RECEIVED" : switch (found.type()) {
            case "DAMAGED" -> "DAMAGED";
            case "SHORT" -> "SHORT";
            default -> "NOT_RECEIVED";
        };
    }

    /** As {@link #reasonType()} where liability is asked: what this room found undelivered is, whatever a scan says. */
    String liabilityReason() {
        return reasonType().equals("NOT_RECEIVED") && !address.isBuyersFault() ? "NOT_DELIVERED" : reasonType();
    }

    /** Where the goods are for the buyer's rights: what came broken or incomplete is there, what came late is kept, all else is not delivered. */
    String stage() {
        return found.type() == null ? "SHIPPED" : switch (found.type()) {
            case "DAMAGED", "SHORT" -> "RECEIVED";
            case "DELIVERED" -> "LATE";
            default -> "SHIPPED";
        };
    }

    boolean isSeized() {
        return "SECURITY_SEIZED".equals(found.type());
    }
}
