package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a repair stands.
 *
 * @param claim what the buyer may ask for by the table repair-right: goOn, exchange, exchangeOrRefund or giveBack
 * @param bench what diagnosis and work found
 * @param quote the price outside the warranty, null where none was named
 * @param failures how often the same fault came back after a repair
 * @param fixed whether the last work repaired it
 * @param ended how it ended, null while it has not
 */
record Repair(String caseNumber, String shop, String orderId, String currency, Place place, Instant answerBy, Instant escalateAt, String cover,
              String coverBasis, String claim, String claimBasis, Wish wish, LocalDate installedOn, Instant cameAt, Instant repairBy, Bench bench,
              int failures, int repairs, boolean fixed, int daysInRepair, Quote quote, Instead instead, Owed refund, Instant provedBy, String why, String ended) {

    /** Where the goods are; WRONG is other goods or an empty parcel. */
    enum Place { AT_BUYER, HERE, LOST, NOT_SENT, WRONG, SENT_BACK }

    enum Wish { REPAIR, EXCHANGE, REFUND, SOLVED }

    enum Found { FAULT, ABUSE, NONE }

    enum Instead { EXCHANGE, REFUND, WAIT }

    /** What lies on the bench; late and partsLate once a term of the law is over. */
    record Bench(Found found, boolean abuseProved, boolean mainPart, String faultWords, boolean repairable, boolean waitsPart, boolean late,
                 boolean partsLate, String serialIn, String serialOut, String spareSerial) {
    }

    /** A price named to the buyer. */
    record Quote(Money price, String words, State state, Instant until, int reminders) {

        /** ACCEPTED waits for a person who confirms the payment. */
        enum State { OPEN, ACCEPTED, PAID, REFUSED, LAPSED }

        boolean isOver() {
            return state == State.REFUSED || state == State.LAPSED;
        }
    }

    /** Money agreed instead of a repair, and who agreed to it. */
    record Owed(Money amount, String words, String note, String by, String roles) {
    }

    boolean isDiagnosed() {
        return bench.found() != null;
    }

    boolean covered() {
        return !"outside".equals(cover);
    }
}
