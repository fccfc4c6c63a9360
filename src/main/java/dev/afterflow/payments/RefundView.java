package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.time.Instant;

/** What a person may know of one refund; {@code state} is one of the names of the refund's state machine. */
public record RefundView(String refundNo, int seq, int part, Money amount, String state, String provider,
        String approvedBy, String approved2By, Instant decidedAt, Instant sentAt, Instant settledAt) {
}
