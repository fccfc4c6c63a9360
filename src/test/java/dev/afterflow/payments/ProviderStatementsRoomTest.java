package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A day's statement of WeChat Pay and Stripe against our books, fetched over HTTP by the job's own way. */
@RoomTest
class ProviderStatementsRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Shops shops;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @Autowired
    private Statements statements;
    @Autowired
    private JdbcStatements days;
    @Autowired
    private Environment environment;
    @LocalServerPort
    private int port;
    private Payouts payouts;
    private final String caseNumber = Payouts.aCase();
    private final String payment = "PAY-" + caseNumber;

    @BeforeEach
    void aShop() {
        payouts = new Payouts(ProviderTill.shop(shops), payments, engine, outbox, jdbc, tx);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void aRefundThatTheStatementShowsMatchesHoweverOftenItIsTaken(String provider) {
        refunded(provider);
        StatementSource source = statements.source(provider).orElseThrow();
        Statements.Taken first = statements.take(source, "house", statements.today(source));
        Statements.Taken again = statements.take(source, "house", statements.today(source));

        assertThat(verdicts()).containsExactly("MATCH");
        assertThat(first.accepted()).isPositive();
        assertThat(again.duplicate()).isGreaterThanOrEqualTo(first.lines());
        assertThat(days.taken(provider, "house", statements.today(source))).as("the day is not over").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void whatTheProviderMovedTwiceAndWhatItMovedWithoutUsAreFound(String provider) {
        String number = refunded(provider);
        moved(provider, number, 12950);
        if (provider.equals("wechat")) {
            moved(provider, "R-nobody-asked-" + caseNumber.substring(2, 10), 700);
        }
        StatementSource source = statements.source(provider).orElseThrow();
        statements.take(source, "house", statements.today(source));

        List<String> expected = provider.equals("wechat") ? List.of("MATCH", "DUPLICATE_THEIRS", "ONLY_THEIRS") : List.of("MATCH", "DUPLICATE_THEIRS");
        assertThat(verdicts()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void aDayWithoutMovementsHasNoLines(String provider) {
        StatementSource source = statements.source(provider).orElseThrow();
        Statements.Taken taken = statements.take(source, "house", statements.today(source).minusDays(401));
        assertThat(taken.lines()).isZero();
        assertThat(days.taken(provider, "house", statements.today(source).minusDays(401))).isTrue();
    }

    private String refunded(String provider) {
        new ProviderTill(port).pays(provider, payment, Payouts.AMOUNT);
        String number = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(provider, caseNumber))).get(0);
        payouts.start(caseNumber, 1, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));
        return number;
    }

    /** Money moved in the played bank's log behind everybody's back. */
    private void moved(String provider, String number, long amount) {
        Map<String, String> merchants = Map.of("wechat", environment.getRequiredProperty("afterflow.sandbox.wechat.merchant"), "stripe", "acct_played_stripe");
        tx.executeWithoutResult(status -> jdbc.sql("""
            insert into sandbox.money_log (merchant, payment_no, refund_no, refund_id, amount, currency)
            values (:merchant, :payment, :no, :id, :amount, 'CNY')""")
            .param("merchant", merchants.get(provider)).param("payment", payment).param("no", number)
            .param("id", UUID.randomUUID().toString()).param("amount", amount).update());
    }

    private List<String> verdicts() {
        return tx.execute(status -> jdbc.sql("select verdict from payments.recon_item where shop_id = :shop").param("shop", payouts.shop).query(String.class).list());
    }
}
