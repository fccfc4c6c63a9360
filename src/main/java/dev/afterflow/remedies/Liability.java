package dev.afterflow.remedies;

import java.time.Instant;

/**
 * Who is liable in a case and why; for the house only, never for a message to the buyer.
 *
 * @param reasonType the type of reason it was weighed for, such as QUALITY
 * @param party null until it is determined
 * @param freight who bears the freights, null until settled
 * @param by a person's login, or {@code rule} for the table; null until determined
 * @param evidenceAskedAt when the buyer was asked for evidence, null if never
 */
public record Liability(String caseNumber, String shop, String orderId, State state, String reasonType, Party party,
                        String basisZh, String basisEn, Freight freight, String by, String byName, Instant evidenceAskedAt,
                        Instant at) {

    /** Who answers for what happened; OPERATIONS is the shop's own listing, UNCLEAR what nobody could find out. */
    public enum Party { SELLER, BUYER, CARRIER, WAREHOUSE, SUPPLIER, OPERATIONS, PLATFORM, UNCLEAR }

    /** Who bears a freight. */
    public enum Payer { SELLER, BUYER, INSURER }

    /** Who bears the freight to the buyer, the one back, and the one of a replacement. */
    public record Freight(Payer outbound, Payer wayBack, Payer replacement) {
    }

    /** How far it is; SETTLED and WITHDRAWN end one weighing, another request of the case begins the next. */
    public enum State { WEIGHED, AWAITING_EVIDENCE, UNCLEAR, DETERMINED, SETTLED, WITHDRAWN }

    /** What was found, by whom and why. */
    record Finding(Party party, String basisZh, String basisEn, String by, String byName) {
    }

    static Liability weighed(Circumstances now, String reasonType, Instant askedAt) {
        return new Liability(now.asked().number(), now.shop().id(), now.order().orderId(), State.WEIGHED, reasonType, null, null, null,
                null, null, null, askedAt, now.now());
    }

    Liability awaiting(Instant now) {
        return new Liability(caseNumber, shop, orderId, State.AWAITING_EVIDENCE, reasonType, party, basisZh, basisEn, freight, by, byName,
                now, now);
    }

    /** @param open whether somebody has to look at it before it counts */
    Liability found(Finding finding, boolean open, Instant now) {
        return new Liability(caseNumber, shop, orderId, open ? State.UNCLEAR : State.DETERMINED, reasonType, finding.party(),
                finding.basisZh(), finding.basisEn(), null, finding.by(), finding.byName(), evidenceAskedAt, now);
    }

    Liability settled(Freight borne, Instant now) {
        return new Liability(caseNumber, shop, orderId, State.SETTLED, reasonType, party, basisZh, basisEn, borne, by, byName,
                evidenceAskedAt, now);
    }

    Liability withdrawn(Instant now) {
        return new Liability(caseNumber, shop, orderId, State.WITHDRAWN, reasonType, party, basisZh, basisEn, freight, by, byName,
                evidenceAskedAt, now);
    }

    /** Is it known who bears what? */
    public boolean settled() {
        return state == State.SETTLED;
    }
}
