package dev.afterflow.carriers;

import dev.afterflow.money.Money;
import java.time.Instant;

/**
 * A carrier answered a request; published in the transaction that settles it, at least once. {@code (number, verdict, reference)}
 * tells a repeat.
 *
 * @param amount what the carrier agrees to pay; null when it says nothing of money
 * @param reference the carrier's own number of the matter; null when it gave none
 * @param at when the carrier said it
 */
public record CarrierAnswered(String number, String caseNumber, String shop, CarrierRequest.Kind kind, Verdict verdict, Money amount,
                              String reference, String words, Instant at) {

    /** RECEIVED and ASKS_MORE leave the request open; FAILED says that the carrier cannot have it this way (wrong number, not its parcel). */
    public enum Verdict {
        RECEIVED, AGREED, PART, DENIED, ASKS_MORE, FAILED;

        boolean ends() {
            return this != RECEIVED && this != ASKS_MORE;
        }
    }
}
