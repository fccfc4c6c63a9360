package dev.afterflow.payments;

import dev.afterflow.money.Money;

/** The share of a decision that one payment gives back, with the number of its newest generation. */
record Part(String shop, String caseNumber, int seq, int part, int generation, String refundNo, String orderId,
        String provider, String paymentId, Money amount, String reason, String approvedBy, String approved2By) {
}
