package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.providers.CardDisputes.Evidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
    private TestPapers papers;
    @Autowired
    private CrashingBank bank;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
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
        bank.holdsBack(number, payouts.shop);
        tx.executeWithoutResult(status -> chargebacks.ask(number, caseNumber, payouts.shop, "stripe", id, Verb.SUBMIT));

        bank.carries(number, step);

        assertThat(one("select verdict from payments.chargeback_request where number = :name", number)).isEqualTo("DONE");
        assertThat(one("select submissions::text from sandbox.stripe_dispute where id = :name", id)).isEqualTo("1");
    }

    private String one(String sql, String name) {
        return tx.execute(status -> jdbc.sql(sql).param("name", name).query(String.class).single());
    }
}
