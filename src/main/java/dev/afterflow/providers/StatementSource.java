package dev.afterflow.providers;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Fetches what a provider says it moved on one of its days; throws when it does not say so now. */
public interface StatementSource {

    String provider();

    /** The zone in which the provider counts its days. */
    ZoneId zone();

    /** From which hour in that zone yesterday's statement is ready. */
    int readyHour();

    /** The accounts with a statement of their own: shops, or {@link Accounts#HOUSE}. */
    List<String> accounts();

    List<Told> fetch(String account, LocalDate day);

    /** Where a line of the house's account belongs that names nothing of ours; null means the first shop. */
    default String nobodys() {
        return null;
    }

    /** A line, and the shop it belongs to; null where our own books must tell. */
    record Told(String shop, Line line) {
    }

    /** Money given back; {@code refundNo} is ours, {@code paymentId} the payment's, and both may be missing. */
    record Line(String provider, String lineId, String refundNo, Money amount, Instant movedAt, String paymentId) {

        public Line(String provider, String lineId, String refundNo, Money amount, Instant movedAt) {
            this(provider, lineId, refundNo, amount, movedAt, null);
        }
    }
}
