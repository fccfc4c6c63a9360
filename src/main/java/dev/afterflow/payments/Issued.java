package dev.afterflow.payments;

/** The answer of writing a refund down: its number, and whether its payment could not cover it. */
record Issued(String refundNo, boolean overRefund) {
}
