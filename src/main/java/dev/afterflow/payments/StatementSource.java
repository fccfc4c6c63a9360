package dev.afterflow.payments;

import dev.afterflow.payments.Reconciliation.Line;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Fetches what a provider says it moved on one of its days; throws when it does not say so now. */
interface StatementSource {

    String provider();

    /** The zone in which the provider counts its days. */
    ZoneId zone();

    /** From which hour in that zone yesterday's statement is ready. */
    int readyHour();

    /** The accounts with a statement of their own: shops, or {@code house}. */
    List<String> accounts();

    List<Told> fetch(String account, LocalDate day);

    /** A line, and the shop it belongs to. */
    record Told(String shop, Line line) {
    }
}
