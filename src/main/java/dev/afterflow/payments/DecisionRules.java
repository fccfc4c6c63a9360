package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.util.Map;
import java.util.Objects;

/** What a refund decision must hold before it is written: covered by what was paid, and seen by different people. */
final class DecisionRules {

    private DecisionRules() {
    }

    static void check(RefundDecision decision) {
        Money amount = decision.amount();
        if (decision.payments().isEmpty()) {
            throw Problem.invalid("payments", "required", "订单没有可退的付款", "The order has no payment to give back");
        }
        if (decision.payments().stream().anyMatch(payment -> !payment.captured().currency().equals(amount.currency()))) {
            throw Problem.invalid("amount", "currency", "退款币种须与付款币种一致", "Use the currency that was paid");
        }
        Money paid = decision.payments().stream().map(PaidPart::captured).reduce(Money::plus).orElseThrow();
        if (!amount.isPositive() || amount.compareTo(paid) > 0) {
            throw Problem.invalid("amount", "range", "退款金额须大于零且不超过实付金额", "Give back more than nothing and at most what was paid");
        }
        if (!fourEyes(decision)) {
            throw Problem.forbidden("payments.fourEyes", "申请人与审批人不能是同一人", "The one who asks and those who approve are different people");
        }
    }

    static Map<String, Object> told(RefundDecision decision) {
        return Map.of("seq", decision.seq(), "amount", decision.amount().minor(), "currency", decision.amount().currency(),
            "requestedBy", decision.requestedBy(), "approvedBy", decision.approvedBy(),
            "approved2By", Objects.requireNonNullElse(decision.approved2By(), ""));
    }

    private static boolean fourEyes(RefundDecision decision) {
        String second = decision.approved2By();
        return !decision.requestedBy().equals(decision.approvedBy())
            && (second == null || !second.equals(decision.requestedBy()) && !second.equals(decision.approvedBy()));
    }
}
