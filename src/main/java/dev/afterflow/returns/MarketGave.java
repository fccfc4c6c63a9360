package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a marketplace gave a buyer of itself, out of payments it holds, stands in the money book like any refund, each giving once: nobody can give it
 * a second time. A case of several requests may be given several times.
 */
@Component
class MarketGave {

    private final Cases cases;
    private final Gathering gathering;
    private final Payments payments;
    private final JdbcClient jdbc;

    MarketGave(Cases cases, Gathering gathering, Payments payments, JdbcClient jdbc) {
        this.cases = cases;
        this.gathering = gathering;
        this.payments = payments;
        this.jdbc = jdbc;
    }

    /** Answers the request with its decisions counted. Nothing is booked of an order whose money the marketplace does not hold: then it gave its own. */
    Return book(Return known) {
        Return now = known;
        List<Cases.Given> fresh = fresh(known, known.refundSeq() + 1);
        for (Cases.Given gave : fresh) {
            List<PaidPart> held = held(known, gave);
            if (!held.isEmpty() && gave.paid().isPositive() && counts(gave, fresh)) {
                now = now.counted();
                give(now, held, gave.paid());
            }
        }
        return now;
    }

    /** What ended a case as a whole is one giving, under however many names it was told. */
    private static boolean counts(Cases.Given gave, List<Cases.Given> fresh) {
        return gave.over() || fresh.stream().filter(each -> !each.over()).reduce((before, later) -> later).filter(gave::equals).isPresent();
    }

    /** Those nobody has looked at yet; from now on somebody has. */
    List<Cases.Given> fresh(Return known, int seq) {
        List<Cases.Given> fresh = new ArrayList<>();
        for (Cases.Given gave : cases.given(known.caseNumber())) {
            if (first(known, gave, seq + fresh.size())) {
                fresh.add(gave);
            }
        }
        return fresh;
    }

    private boolean first(Return known, Cases.Given gave, int seq) {
        return jdbc.sql("""
                insert into returns.market_gave (case_number, shop_id, source, external_id, seq) values (:case, :shop, :source, :id, :seq)
                on conflict do nothing""").param("case", known.caseNumber()).param("shop", known.shop()).param("source", gave.source())
                .param("id", gave.externalId()).param("seq", seq).update() == 1;
    }

    private List<PaidPart> held(Return known, Cases.Given gave) {
        Set<String> markets = Stream.concat(Stream.of(gave.source()), cases.asked(known.caseNumber()).stream().map(Cases.NewCase::source)).collect(Collectors.toSet());
        return gathering.of(known.caseNumber()).order().received().stream()
                .filter(part -> markets.contains(part.provider()) && part.paid().currency().equals(gave.paid().currency()))
                .map(part -> new PaidPart(part.provider(), part.paymentId(), part.paid())).toList();
    }

    private void give(Return now, List<PaidPart> held, Money paid) {
        Money most = held.stream().map(PaidPart::captured).reduce(Money::plus).orElseThrow();
        payments.given(new RefundDecision(now.shop(), now.caseNumber(), now.refundSeq(), now.orderId(), held, paid.min(most), "平台判定退款 " + now.caseNumber(),
                "buyer:" + gathering.of(now.caseNumber()).asked().buyerId(), "platform:" + held.get(0).provider(), null));
    }

    /** Whether requests of the case go on beside all that was given. */
    boolean goesOn(String caseNumber) {
        return !cases.asked(caseNumber).isEmpty() && cases.given(caseNumber).stream().allMatch(Cases.Given::over);
    }
}
