package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.intake.Intake;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One provider that hangs or fails stops no other: not its refunds, not its statements. */
@RoomTest
class ProviderIsolationRoomTest {

    private static final int MANY = 24;

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Shops shops;
    @Autowired
    private JdbcStatements days;
    @Autowired
    private Book book;
    @Autowired
    private Intake intake;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;

    @Test
    void refundsThroughOneGoOnWhileAnotherNeverAnswers() throws IOException {
        String shop = ProviderTill.shop(shops);
        Payouts payouts = new Payouts(shop, payments, engine, outbox, jdbc, tx);
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            connectStripe(shop, "http://127.0.0.1:" + silent.getLocalPort());
            for (int each = 0; each < MANY; each++) {
                started(payouts, "stripe");
            }
            long start = System.nanoTime();
            List<String> numbers = new ArrayList<>();
            for (int each = 0; each < 4; each++) {
                numbers.add(started(payouts, "wechat"));
                numbers.add(started(payouts, "alipay"));
            }
            await().atMost(Duration.ofSeconds(40)).until(() -> numbers.stream().allMatch(payouts::ended));
            assertThat(numbers).allSatisfy(number -> assertThat(payouts.state(number)).isEqualTo("SUCCEEDED"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("less than the hanging ones take").isLessThan(Duration.ofSeconds(35));
        } finally {
            tx.executeWithoutResult(status -> jdbc.sql("update dispatch.outbox set done = true, done_at = now() where shop_id = :shop and not done")
                .param("shop", shop).update());
        }
    }

    @Test
    void statementsOfTheOthersAreTakenThoughOneThrows() {
        List<LocalDate> asked = new ArrayList<>();
        Statements statements = new Statements(List.of(new Told("broken", true, asked), new Told("halting", false, asked), new Told("well", false, asked)),
            days, book, shops, intake, json, Clock.systemUTC());
        statements.everyDay();
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        assertThat(asked).contains(yesterday);
        assertThat(days.taken("well", "house", yesterday)).isTrue();
        assertThat(days.taken("halting", "house", yesterday)).isFalse();
    }

    private String started(Payouts payouts, String provider) {
        String caseNumber = Payouts.aCase();
        new ProviderTill(port).pays(provider, "PAY-" + caseNumber, Payouts.AMOUNT);
        String number = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(provider, caseNumber))).get(0);
        payouts.start(caseNumber, 1, 0);
        return number;
    }

    private void connectStripe(String shop, String base) {
        Visitor.Answer put = Visitor.as("admin", port).put("/api/connections/" + shop + "/stripe", json.writeValueAsString(
            Map.of("settings", Map.of("base", base), "secrets", Map.of("secretKey", "sk_test_neverAnswered"), "inUse", true)));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    /** A provider whose accounts cannot be read, or whose statement does not come. */
    private record Told(String provider, boolean lost, List<LocalDate> asked) implements StatementSource {

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public int readyHour() {
            return 0;
        }

        @Override
        public List<String> accounts() {
            if (lost) {
                throw new IllegalStateException("the vault is closed");
            }
            return List.of("house");
        }

        @Override
        public List<StatementSource.Told> fetch(String account, LocalDate day) {
            if (provider.equals("halting")) {
                throw new IllegalStateException("no statement");
            }
            asked.add(day);
            return List.of();
        }
    }
}
