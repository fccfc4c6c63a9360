package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.Partner.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The same crashes with Alipay's adapter, its SDK and the played gateway over HTTP; no notice helps out. */
@RoomTest
class AlipayCrashMatrixRoomTest extends CrashMatrix {

    private static final Map<Manner, String> FAULTS = Map.of(Manner.PAYS, "NONE", Manner.LOSES_THE_REPLY, "LOSE_REPLY",
        Manner.FAILS_BEFORE_PAYING, "FAIL_BEFORE", Manner.PAYS_LATE, "LATE", Manner.PROCESSES_FIRST, "PROCESSING");

    @Autowired
    private AlipaySettings settings;
    @Autowired
    private AlipayAccounts accounts;
    @Autowired
    private AlipayNotices notices;
    @Autowired
    private Environment environment;
    @Autowired
    private JsonMapper json;
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "crash at {0}, Alipay {1}")
    @MethodSource("boundariesAndManners")
    void aCrashAnywherePaysOnceThroughAlipayAndLeavesNothingStuck(String step, Manner manner) {
        Payouts payouts = payouts();
        String caseNumber = Payouts.aCase();
        AlipayTill till = new AlipayTill(port);
        till.pays("PAY-" + caseNumber, Payouts.AMOUNT);
        till.plans("PAY-" + caseNumber, FAULTS.get(manner));
        Provider alipay = withoutNotices();
        String refundNo = issued(payouts, caseNumber, alipay, step);

        crashing(() -> round(payouts, alipay, refundNo, step));
        untilSettled(payouts, alipay, () -> finish(refundNo), refundNo);

        assertThat(moved(refundNo)).containsExactly(refundNo);
        assertThat(payouts.state(refundNo)).isEqualTo("SUCCEEDED");
        payouts.assertHolds(moved(refundNo));
    }

    private Provider withoutNotices() {
        MockEnvironment deaf = new MockEnvironment().withProperty("afterflow.payments.alipay.gateway",
            environment.getRequiredProperty("afterflow.payments.alipay.gateway"));
        return new AlipayProvider(settings, accounts, new AlipayGateway(settings, accounts, deaf, json), notices, json);
    }

    /** What Alipay still works on is done now: well within its window. */
    private void finish(String refundNo) {
        tx.executeWithoutResult(status -> jdbc.sql("update sandbox.refund set due_at = now() where refund_no = :no and due_at is not null")
            .param("no", refundNo).update());
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> tx.execute(status -> jdbc.sql(
            "select not exists (select 1 from sandbox.refund where refund_no = :no and due_at is not null)")
            .param("no", refundNo).query(Boolean.class).single()));
    }

    private List<String> moved(String refundNo) {
        return tx.execute(status -> jdbc.sql("select refund_no from sandbox.money_log where refund_no = :no").param("no", refundNo)
            .query(String.class).list());
    }
}
