package dev.afterflow.disputes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks;
import dev.afterflow.payments.Chargebacks.Booked;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.providers.CardDisputes.Status;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Disputes that a card provider tells of itself: how they stand there, and what they cost by the one book there is of them, which the
 * payments keep. What a bank writes by letter only is none of these.
 */
@Component
class DisputeCards {

    private static final String WITHHELD = "withheld/";
    private static final String FEES = "fees/";
    private static final String LOST = "chargebacks";
    private static final String TAKEN = "chargeback";

    private final Chargebacks chargebacks;
    private final Cases cases;
    private final JdbcClient jdbc;

    DisputeCards(Chargebacks chargebacks, Cases cases, JdbcClient jdbc) {
        this.chargebacks = chargebacks;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** As the provider last told it. */
    Optional<Chargeback> of(Dispute of) {
        return chargebacks.find(of.shop(), of.platform(), of.matter());
    }

    boolean has(Dispute of) {
        return of(of).isPresent();
    }

    /** The one a new case was told of; alone with it until the transaction ends, so that no news of it is missed meanwhile. */
    Optional<Chargeback> opening(Case asked) {
        return cases.told(asked.number()).stream().flatMap(told -> {
            alone(told.source(), told.externalId());
            return chargebacks.find(asked.shop(), told.source(), told.externalId()).stream();
        }).findFirst();
    }

    void alone(String provider, String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text").param("name", "disputes/" + provider + "/" + id).query(String.class).single();
    }

    /** A bank reads evidence once by machine, and an inquiry is ended by a refund: the rest a person does. */
    boolean byHand(Chargeback now, boolean accepts) {
        return accepts ? now.status() == Status.INQUIRY : now.submissions() > 0;
    }

    void send(Dispute of, String number) {
        chargebacks.ask(number, of.caseNumber(), of.shop(), of.platform(), of.matter(), of.accepted() ? Verb.ACCEPT : Verb.SUBMIT);
    }

    /** With the provider's money where there is some. */
    Dispute counted(Dispute of) {
        return of(of).map(now -> of.with(sheet(now))).orElse(of);
    }

    private Dispute.Sheet sheet(Chargeback now) {
        List<Booked> book = chargebacks.booked(now.shop(), now.provider(), now.id());
        String currency = book.stream().findFirst().map(line -> line.amount().currency()).orElse(now.amount().currency());
        return new Dispute.Sheet(now.amount(), sum(book, currency, line -> held(line) && line.amount().minor() > 0),
                sum(book, currency, line -> held(line) && line.amount().minor() < 0).times(-1), sum(book, currency, line -> line.account().equals(LOST)),
                sum(book, currency, line -> line.account().startsWith(FEES)));
    }

    private static boolean held(Booked line) {
        return line.kind().equals(TAKEN) && line.account().startsWith(WITHHELD);
    }

    private static Money sum(List<Booked> book, String currency, Predicate<Booked> which) {
        return new Money(book.stream().filter(which).mapToLong(line -> line.amount().minor()).sum(), currency);
    }

    List<DisputeBooks.Line> book(Dispute of) {
        return chargebacks.booked(of.shop(), of.platform(), of.matter()).stream()
                .map(line -> new DisputeBooks.Line(line.txn(), line.account(), line.amount(), line.kind(), line.at())).toList();
    }

    /** Verdicts and money of these come from the provider only; {@link Problem} 409 where a person would say them. */
    void refuseByHand(Dispute of) {
        if (has(of)) {
            throw Problem.conflict("disputes.toldByProvider", "这起拒付的判定和钱以支付渠道为准，自动登记和入账", "Verdict and money of this chargeback come from the payment provider and are booked by themselves");
        }
    }

    /** The bank's grounds, in its own words. */
    static String grounds(Chargeback now) {
        String words = Stream.of(now.reason(), now.bankReason()).filter(word -> word != null && !word.isBlank()).collect(Collectors.joining(" · "));
        return words.isEmpty() ? null : words;
    }

    /** Its verdict with its grounds. */
    static String verdict(Chargeback now) {
        return Stream.of(now.provider(), now.word(), grounds(now)).filter(word -> word != null).collect(Collectors.joining(" · "));
    }
}
