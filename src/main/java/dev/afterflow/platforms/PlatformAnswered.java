package dev.afterflow.platforms;

import java.time.Instant;

/**
 * A marketplace answered a request; published in the transaction that settles it, at least once. {@code (number, verdict)} tells a repeat.
 *
 * @param code the marketplace's own word for why, or a word of ours in capitals; null where it is done
 * @param reference the marketplace's number of what was made, such as a submitted paper; null when it gave none
 * @param words why, in the reader's words, Chinese first; empty where it is done
 */
public record PlatformAnswered(String number, String caseNumber, String shop, PlatformRequest.Kind kind, String matter, Verdict verdict,
                               String code, String reference, Said words, Instant at) {

    /** What a person reads. */
    public record Said(String zh, String en) {
    }

    /** What became of it; only {@code NEEDS_CODE} and {@code NEEDS_PERSON} leave it open. */
    public enum Verdict {
        /** It is so at the marketplace now, by us or by somebody before us. */
        DONE,
        /** The marketplace does not allow it; asking again would be refused again. */
        REFUSED,
        /** The matter is not what was decided on any more: read it again and decide again. */
        CHANGED,
        /** A code was sent to the shop's telephone: a person types it in. */
        NEEDS_CODE,
        /** No machine can do it, or nobody knows whether it was done: a person does it in the seller's centre and says so. */
        NEEDS_PERSON;

        public boolean ends() {
            return this == DONE || this == REFUSED || this == CHANGED;
        }
    }
}
