package dev.afterflow.care;

import dev.afterflow.money.Money;

/**
 * Money of a case on its way to the buyer.
 *
 * @param seq the decision's number at payments
 * @param role the role that must approve, NONE for a rule; null before that is known
 */
record Payout(String caseNumber, int seq, String shop, String orderId, Kind kind, Money amount, String role, String approver,
              String note, State state) {

    /** A refund of what cannot be shipped, or compensation for a broken promise. */
    enum Kind { CANCEL, COMPENSATION }

    /** OTHERWISE was paid outside the product, with proof. */
    enum State { AGREED, DENIED, PAID, OTHERWISE }
}
