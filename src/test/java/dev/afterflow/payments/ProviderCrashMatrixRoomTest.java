package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.Partner.Manner;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same crashes with the real adapters, their SDKs and the played providers over HTTP; no notice helps out. */
@RoomTest
class ProviderCrashMatrixRoomTest extends CrashMatrix {

    private static final Map<Manner, String> FAULTS = Map.of(Manner.PAYS, "NONE", Manner.LOSES_THE_REPLY, "LOSE_REPLY",
        Manner.FAILS_BEFORE_PAYING, "FAIL_BEFORE", Manner.PAYS_LATE, "LATE", Manner.PROCESSES_FIRST, "PROCESSING");

    @Autowired
    private Providers providers;
    @Autowired
    private JsonMapper json;
    @LocalServerPort
    private int port;

    static Stream<Arguments> providersBoundariesAndManners() {
        return Stream.of("alipay", "wechat", "stripe").flatMap(provider -> boundariesAndManners().map(each ->
            Arguments.of(provider, each.get()[0], each.get()[1])));
    }

    @ParameterizedTest(name = "{0}, crash at {1}, it {2}")
    @MethodSource("providersBoundariesAndManners")
    void aCrashAnywherePaysOnceAndLeavesNothingStuck(String code, String step, Manner manner) {
        Payouts payouts = payouts();
        String caseNumber = Payouts.aCase();
        ProviderTill till = new ProviderTill(port);
        till.pays(code, "PAY-" + caseNumber, Payouts.AMOUNT);
        till.plans("PAY-" + caseNumber, FAULTS.get(manner));
        Provider provider = new Deaf(providers.find(code).orElseThrow(), this::withoutNotices);
        String refundNo = issued(payouts, caseNumber, provider, step);

        crashing(() -> round(payouts, provider, refundNo, step));
        untilSettled(payouts, provider, () -> finish(refundNo), refundNo);

        assertThat(moved(refundNo)).containsExactly(refundNo);
        assertThat(payouts.state(refundNo)).isEqualTo("SUCCEEDED");
        payouts.assertHolds(moved(refundNo));
    }

    /** Stripe's form names no address. */
    private String withoutNotices(String request) {
        if (!request.startsWith("{")) {
            return request;
        }
        ObjectNode words = (ObjectNode) json.readTree(request);
        words.remove("notify_url");
        return json.writeValueAsString(words);
    }

    /** What the provider still works on is done now: well within its window. */
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
