package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.util.List;

/**
 * A decision to give money back, taken by people or by a named rule. {@code seq} counts the decisions of one case from 1;
 * the requester, the approver and the second approver are three different names (the second may be absent).
 */
public record RefundDecision(String shop, String caseNumber, int seq, String orderId, List<PaidPart> payments,
        Money amount, String reason, String requestedBy, String approvedBy, String approved2By) {

    public RefundDecision {
        payments = List.copyOf(payments);
    }
}
