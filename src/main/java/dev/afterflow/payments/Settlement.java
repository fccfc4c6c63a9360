package dev.afterflow.payments;

/** How the latest refund decision of a case stands: all money back, some still on its way, or some refused. */
public enum Settlement {
    ALL_PAID, PENDING, FAILED
}
