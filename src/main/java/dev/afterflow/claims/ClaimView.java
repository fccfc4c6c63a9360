package dev.afterflow.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.money.Money;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;

/** A claim against a carrier as it stands; amounts in one currency, times that have not come are null. */
public record ClaimView(String claimNo, String caseNumber, String shop, String carrier, String waybill, Fault fault, String region,
                        State state, Sheet money, Times times, Basis basis, Facts facts, String reference, String complaintNo,
                        String outcome, String openedBy, boolean conflict, String foundWords) {

    /**
     * Where a claim stands. TO_DECIDE: the carrier denied it, gave a part or kept silent, and a person says what next. DROPPED: never
     * filed, or nothing is owed. TO_RETURN: taken back since its parcel turned up, and the carrier has not got its money again. PAID,
     * WRITTEN_OFF, DROPPED and WITHDRAWN are its ends.
     */
    public enum State {
        OPEN, FILED, MORE_ASKED, TO_DECIDE, COMPLAINED, AGREED, PAID, WRITTEN_OFF, DROPPED, TO_RETURN, WITHDRAWN;

        public boolean ended() {
            return this == PAID || this == WRITTEN_OFF || this == DROPPED || this == WITHDRAWN;
        }
    }

    /** What was lost, what we claim, what the carrier agreed to, what came in by statement, what was given up of the agreed. */
    public record Sheet(Money loss, Money value, Money declared, Money freight, Money claimed, Money agreed, Money received, Money writtenOff) {

        /** What the carrier still owes by its own word; never below zero. */
        public Money outstanding() {
            long open = agreed.minor() - received.minor() - writtenOff.minor();
            return new Money(Math.max(0, open), agreed.currency());
        }

        /** What came in beyond what was agreed. */
        public Money surplus() {
            return new Money(Math.max(0, received.minor() - agreed.minor()), agreed.currency());
        }
    }

    /** When what happened and what is due. {@code dueAt} is the end of the present step. */
    public record Times(Instant postedAt, Instant discoveredAt, Instant openedAt, Instant fileBy, Instant filedAt, Instant answerBy,
                        Instant answeredAt, Instant payBy, Instant complainBy, Instant authorityBy, Instant dueAt, Instant closedAt, Instant foundAt) {
    }

    /** Why we claim what we claim: the row of {@code carrier-claim-amount} and its words; null until it is reckoned. */
    public record Basis(String rule, String ground, boolean complaint, Long contract) {

        /** The ground in one language, without the tags of its sources, which stand behind both. */
        String words(boolean chinese) {
            return Vocabulary.half(ground, chinese).replaceAll("\\s*\\[[A-Z].*$", "");
        }
    }

    /** What people said about the fault: the limit cannot be used (gross fault, or nobody told of it), or it is our own side's fault. */
    public record Facts(boolean limitOff, boolean shipperFault) {
    }

    @JsonIgnore
    public boolean ended() {
        return state.ended();
    }

    /** Whether it was taken back: then nothing is owed, whatever its carrier says or pays. */
    @JsonIgnore
    boolean takenBack() {
        return state == State.TO_RETURN || state == State.WITHDRAWN;
    }

    @JsonIgnore
    String currency() {
        return money.loss().currency();
    }
}
