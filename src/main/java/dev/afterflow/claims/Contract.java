package dev.afterflow.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shop agreed with a carrier; null is "nobody knows yet" and is asked for.
 *
 * @param id null for terms the product found for a carrier of this name, which no shop wrote
 * @param region a province as orders spell it, or empty for everywhere
 * @param windowFrom DISCOVERED or POSTED: what the claim window counts from
 * @param multiple of the freight an uninsured parcel is paid at most
 * @param cap the most an uninsured parcel is paid, in minor units
 * @param insuredRule PROPORTION or UP_TO_DECLARED for a part lost of an under-insured parcel
 * @param channel PORTAL when people file by hand whatever connection there is; null for the connection the shop has
 * @param approveAbove claims above this many minor units are approved by a lead first; 0 approves all, null none for their amount
 */
record Contract(Long id, String shop, String carrier, String region, LocalDate validFrom, Clause clause, Integer windowHours, String windowFrom,
                Integer answerDays, Integer payDays, Integer multiple, Long cap, String currency, String insuredRule, String channel,
                Long approveAbove, String note, Boolean ended, String by, Instant at) {

    Contract {
        ended = Boolean.TRUE.equals(ended);
    }

    /** What the contract says of a parcel that was not insured. */
    enum Clause { MONTHLY_ACCOUNT, OTHER_SENDER, FRANCHISE, REGISTERED_MAIL, NONE }

    /** The carrier must answer within seven days (快递暂行条例 28). [A][L-EXP] */
    static final int LAWFUL_ANSWER_DAYS = 7;
    /** Carriers quote three to five working days after their word. [B][CAR-YTO] */
    static final int USUAL_PAY_DAYS = 7;

    Instant fileBy(Instant posted, Instant discovered) {
        Instant from = "POSTED".equals(windowFrom) ? posted : discovered;
        return windowHours == null || from == null ? null : from.plus(Duration.ofHours(windowHours));
    }

    Duration answerTerm() {
        return Duration.ofDays(answerDays == null ? LAWFUL_ANSWER_DAYS : answerDays);
    }

    Duration payTerm() {
        return Duration.ofDays(payDays == null ? USUAL_PAY_DAYS : payDays);
    }

    boolean byHand() {
        return "PORTAL".equals(channel);
    }

    /** What nobody has told us yet and a manager is asked for. */
    List<String> missing() {
        List<String> fields = new ArrayList<>();
        if (windowHours == null) {
            fields.add("windowHours");
        }
        if (payDays == null) {
            fields.add("payDays");
        }
        if (clause != Clause.NONE && multiple == null && cap == null) {
            fields.add("multiple");
        }
        if (insuredRule == null) {
            fields.add("insuredRule");
        }
        return fields;
    }
}
