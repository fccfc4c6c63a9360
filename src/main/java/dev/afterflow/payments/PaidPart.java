package dev.afterflow.payments;

import dev.afterflow.money.Money;

/** One payment of an order as our order tables know it: where it was taken and how much was captured. */
public record PaidPart(String provider, String paymentId, Money captured) {
}
