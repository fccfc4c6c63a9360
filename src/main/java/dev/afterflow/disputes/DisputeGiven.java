package dev.afterflow.disputes;

import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import dev.afterflow.payments.RefundView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What whoever decides a dispute gave the buyer out of payments it holds itself stands in the money book like any refund, once: no other case gives
 * it a second time. What came back of it afterwards, such as by an appeal, is taken back there.
 */
@Component
class DisputeGiven {

    private static final String BY_HAND = "hand:";

    private final Cases cases;
    private final Orders orders;
    private final Payments payments;

    DisputeGiven(Cases cases, Orders orders, Payments payments) {
        this.cases = cases;
        this.orders = orders;
        this.payments = payments;
    }

    /** {@code lost} is all that is with the buyer now by this dispute; nothing is booked of payments that others hold. */
    void book(Dispute of, Money lost) {
        List<PaidPart> held = lost.isPositive() && of.orderId() != null ? held(of) : List.of();
        if (lost.isPositive() && held.isEmpty()) {
            return;
        }
        Money target = held.isEmpty() ? lost : lost.min(held.stream().map(PaidPart::captured).reduce(Money::plus).orElseThrow());
        List<RefundView> latest = latest(of.caseNumber());
        if (!sum(latest, of.currency()).equals(target)) {
            int seq = latest.isEmpty() ? 0 : latest.get(0).seq();
            payments.cameBack(of.caseNumber(), seq);
            if (target.isPositive()) {
                payments.given(decision(of, seq + 1, held, target));
            }
        }
    }

    private static RefundDecision decision(Dispute of, int seq, List<PaidPart> held, Money amount) {
        return new RefundDecision(of.shop(), of.caseNumber(), seq, of.orderId(), held, amount, "争议判定退款 " + of.caseNumber(),
                "buyer:" + (of.buyerId() == null ? of.orderId() : of.buyerId()), "platform:" + held.get(0).provider(), null);
    }

    /** Of the newest booking of this case; none when all of it came back. */
    private List<RefundView> latest(String caseNumber) {
        List<RefundView> all = payments.of(caseNumber);
        int seq = all.stream().mapToInt(RefundView::seq).max().orElse(0);
        return all.stream().filter(refund -> refund.seq() == seq).toList();
    }

    private static Money sum(List<RefundView> booked, String currency) {
        return new Money(booked.stream().filter(refund -> !refund.state().equals("RETURNED")).mapToLong(refund -> refund.amount().minor()).sum(), currency);
    }

    /** Payments that whoever told of the dispute took, or the shop's own marketplace where a person wrote it down. */
    private List<PaidPart> held(Dispute of) {
        Set<String> tellers = cases.tellers(of.caseNumber()).stream().map(teller -> teller.startsWith(BY_HAND) ? of.platform() : teller).collect(Collectors.toSet());
        return orders.find(of.shop(), of.orderId()).map(Order::received).orElse(List.of()).stream()
                .filter(part -> tellers.contains(part.provider()) && part.paid().currency().equals(of.currency()))
                .map(part -> new PaidPart(part.provider(), part.paymentId(), part.paid())).toList();
    }
}
