package dev.afterflow.remedies;

import java.time.Instant;

/**
 * Who is liable in a case and why; for the house only, never for a message to the buyer.
 *
 * @param reasonType the type of reason it was weighed for, such as QUALITY
 * @param party null until it is determined
 * @param outbound who bears the freight to the buyer, null until settled
 * @param wayBack who bears the freight back, null until settled
 * @param by a person's login, or {@code rule} for the table; null until determined
 */
public record Liability(String caseNumber, String shop, String orderId, State state, String reasonType, Party party,
                        String basisZh, String basisEn, Payer outbound, Payer wayBack, String by, String byName,
                        Instant evidenceAskedAt, Instant at) {

    /** Who answers for what happened; OPERATIONS is the shop's own listing, UNCLEAR what nobody could find out. */
    public enum Party {
        SELLER, BUYER, CARRIER, WAREHOUSE, SUPPLIER, OPERATIONS, PLATFORM, UNCLEAR;

        boolean isOfOthers() {
            return this == SUPPLIER || this == CARRIER || this == WAREHOUSE;
        }
    }

    /** Who bears a freight. */
    public enum Payer { SELLER, BUYER, INSURER }

    /** How far it is; SETTLED and WITHDRAWN end one weighing, another request of the case begins the next. */
    public enum State { WEIGHED, AWAITING_EVIDENCE, UNCLEAR, DETERMINED, SETTLED, WITHDRAWN }

    static Liability weighed(String caseNumber, String shop, String orderId, String reasonType, Instant askedAt, Instant now) {
        return new Liability(caseNumber, shop, orderId, State.WEIGHED, reasonType, null, null, null, null, null, null, null, askedAt, now);
    }

    Liability awaiting(Instant now) {
        return new Liability(caseNumber, shop, orderId, State.AWAITING_EVIDENCE, reasonType, party, basisZh, basisEn, outbound, wayBack,
                by, byName, now, now);
    }

    Liability determined(Party found, String zh, String en, String who, String name, boolean byPerson, Instant now) {
        return new Liability(caseNumber, shop, orderId, byPerson || found != Party.UNCLEAR ? State.DETERMINED : State.UNCLEAR, reasonType,
                found, zh, en, null, null, who, name, evidenceAskedAt, now);
    }

    Liability settled(Payer out, Payer back, Instant now) {
        return new Liability(caseNumber, shop, orderId, State.SETTLED, reasonType, party, basisZh, basisEn, out, back, by, byName,
                evidenceAskedAt, now);
    }

    Liability withdrawn(Instant now) {
        return new Liability(caseNumber, shop, orderId, State.WITHDRAWN, reasonType, party, basisZh, basisEn, outbound, wayBack, by, byName,
                evidenceAskedAt, now);
    }

    /** Does anybody wait for something that the buyer or a person has to say? */
    boolean waits() {
        return state == State.AWAITING_EVIDENCE || state == State.UNCLEAR;
    }
}
