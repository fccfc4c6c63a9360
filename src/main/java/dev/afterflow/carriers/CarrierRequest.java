package dev.afterflow.carriers;

import dev.afterflow.money.Money;

/**
 * What we ask of a carrier.
 *
 * @param number the asker's own stable number, at most 40 letters and digits: the same number twice is one request
 * @param carrier the carrier's word, such as {@code yto}
 * @param amount what is claimed; null where no money is asked for
 * @param words what the carrier reads, without personal data beyond what it needs
 */
public record CarrierRequest(String number, String caseNumber, String shop, String carrier, String waybill, Kind kind, Money amount,
                             String words) {

    /** Look for it, bring it back, pay for it, look at your refusal again; the claim is taken back, which needs no answer. */
    public enum Kind {
        CHASE, INTERCEPT, CLAIM, APPEAL, WITHDRAW;

        boolean isAnswered() {
            return this != WITHDRAW;
        }
    }

    public CarrierRequest {
        if (number == null || !number.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A request has a number of letters, digits and dashes: " + number);
        }
        if (kind == Kind.CLAIM && amount == null) {
            throw new IllegalArgumentException("A claim names its amount: " + number);
        }
    }
}
