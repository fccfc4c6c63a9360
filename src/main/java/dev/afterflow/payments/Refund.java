package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import java.time.Instant;

/** One refund as the table knows it; {@code asOf} is the database's clock when it was read. */
record Refund(String refundNo, String shop, String caseNumber, int seq, int part, String orderId, String provider,
        String paymentId, Money amount, String request, RefundState state, int sends, Instant firstSent,
        Instant lastSent, Instant settledAt, String settledBy, Instant asOf) {

    Provider.Ask ask() {
        return new Provider.Ask(shop, refundNo, request);
    }

    boolean wasSent() {
        return lastSent != null;
    }
}
