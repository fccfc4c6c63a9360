package dev.afterflow.logistics;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.Locale;

/**
 * A parcel somebody says is on its way to us.
 *
 * @param freight what the way cost the buyer, null when not told
 */
record SentParcel(String shop, String parcelId, String orderId, String caseNumber, String carrier, String waybill, Instant sentAt,
                  Money freight) {

    /** A waybill as it is kept: without spaces, in capitals, as scanners and people write it differently. */
    static String waybill(String written) {
        return written.replaceAll("[\\s\\u3000]+", "").toUpperCase(Locale.ROOT);
    }
}
