package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a marketplace gave a buyer of itself, out of payments it holds, stands in the money book like any refund: nobody can give it a second time. */
@Component
class MarketGave {

    private final Cases cases;
    private final Gathering gathering;
    private final Payments payments;

    MarketGave(Cases cases, Gathering gathering, Payments payments) {
        this.cases = cases;
        this.gathering = gathering;
        this.payments = payments;
    }

    /** Nothing is booked of an order whose money the marketplace does not hold: then it gave its own. */
    void book(Return known, Money paid) {
        Set<String> markets = cases.asked(known.caseNumber()).stream().map(Cases.NewCase::source).collect(Collectors.toSet());
        Facts facts = gathering.of(known.caseNumber());
        List<PaidPart> held = facts.order().received().stream().filter(part -> markets.contains(part.provider()) && part.paid().currency().equals(paid.currency()))
                .map(part -> new PaidPart(part.provider(), part.paymentId(), part.paid())).toList();
        if (held.isEmpty() || !paid.isPositive()) {
            return;
        }
        Money most = held.stream().map(PaidPart::captured).reduce(Money::plus).orElseThrow();
        payments.given(new RefundDecision(known.shop(), known.caseNumber(), known.refundSeq() + 1, known.orderId(), held, paid.min(most), "平台判定退款 " + known.caseNumber(),
                "buyer:" + facts.asked().buyerId(), "platform:" + held.get(0).provider(), null));
    }
}
