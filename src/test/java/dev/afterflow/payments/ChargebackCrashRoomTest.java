package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.security.Audit;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A node dies, or an answer is lost, around the one submission of a dispute's evidence: the bank reads it once all the same. */
@RoomTest
class ChargebackCrashRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private Chargebacks chargebacks;
    @Autowired
    private JdbcChargebacks rows;
    @Autowired
    private List<CardDisputes> desks;
    @Autowired
    private ObjectProvider<Chargebacks.Papers> found;
    @Autowired
    private TestPapers papers;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Parcels parcels;
    @Autowired
    private Audit audit;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "crash at {0}")
    @ValueSource(strings = {"sent", "answered", "lost", "settled"})
    void aSubmissionThatIsCutOffIsFoundAndNeverMadeTwice(String step) {
        Payouts payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        String caseNumber = Payouts.aCase();
        String number = "E-" + UUID.randomUUID().toString().substring(0, 30);
        ProviderTill till = new ProviderTill(port);
        till.pays("stripe", "PAY-" + caseNumber, Payouts.AMOUNT);
        payouts.decide(payouts.decision(caseNumber, 1, new Money(100, "CNY"), Payouts.payment("stripe", caseNumber)));
        String id = till.disputes("PAY-" + caseNumber, "product_not_received");
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();
        papers.keep(number, new Evidence(Map.of("uncategorized_text", "once"), List.of()));
        outbox.put(ChargebackCourier.KIND, "test/" + number, number, payouts.shop);
        tx.executeWithoutResult(status -> chargebacks.ask(number, caseNumber, payouts.shop, "stripe", id, Verb.SUBMIT));

        round(number, step);
        for (int again = 0; again < 3; again++) {
            tx.executeWithoutResult(status -> jdbc.sql("""
                update dispatch.outbox set next_at = now(), lease_until = now() - interval '1 second' where kind = 'chargeback' and ref = :no and not done""")
                .param("no", number).update());
            round(number, "none");
        }

        assertThat(one("select verdict from payments.chargeback_request where number = :name", number)).isEqualTo("DONE");
        assertThat(one("select submissions::text from sandbox.stripe_dispute where id = :name", id)).isEqualTo("1");
    }

    private void round(String number, String step) {
        ChargebackCourier courier = new ChargebackCourier(rows, chargebacks, step.equals("lost") ? List.of(deaf()) : desks, found, outbox, audit, crashing(step), events, tx);
        try {
            parcels.claim("test/" + number).forEach(courier::carry);
        } catch (Crash crashed) {
            assertThat(crashed).hasMessage(step);
        }
    }

    /** The real desk, whose answer to a submission never arrives. */
    private CardDisputes deaf() {
        CardDisputes real = desks.get(0);
        return (CardDisputes) Proxy.newProxyInstance(CardDisputes.class.getClassLoader(), new Class<?>[] {CardDisputes.class}, (proxy, method, words) -> {
            Object answer = method.invoke(real, words);
            return method.getName().equals("submit") ? CardDisputes.Heard.unknown("NO_ANSWER") : answer;
        });
    }

    private String one(String sql, String name) {
        return tx.execute(status -> jdbc.sql(sql).param("name", name).query(String.class).single());
    }

    private static final class Crash extends Error {
        Crash(String step) {
            super(step);
        }
    }

    private static CrashPoint crashing(String at) {
        return new CrashPoint() {
            @Override
            public void reached(String step) {
                if (step.equals(at)) {
                    throw new Crash(step);
                }
            }
        };
    }
}
