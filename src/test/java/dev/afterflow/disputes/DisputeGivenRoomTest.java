package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that whoever decides a dispute gave the buyer out of payments it holds: in the money book once, and taken back there when it came back. */
@RoomTest
class DisputeGivenRoomTest extends Household {

    private static final String FOR_BUYER = ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"BUYER\",\"paid\":{\"minor\":%d,\"currency\":\"CNY\"}}";
    /** Who tells these stories, and holds their money. */
    private static final String TELLER = "test";

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Payments payments;
    DisputeStand stand;

    @BeforeAll
    void open() {
        stand = new DisputeStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private List<String> refunds(String number) {
        return stand.rows("select seq::text || ' ' || state || ' ' || amount from payments.refund where shop_id = :shop and case_number = :key order by seq", number);
    }

    private String paid(String order) {
        return stand.row("select captured || ' ' || reserved || ' ' || refunded from payments.paid_order where shop_id = :shop and order_id = :key", order);
    }

    private Money left(String order) {
        return payments.left(stand.shop, order, new Money(9_900, "CNY"));
    }

    private String decided(String order, long paid) {
        stand.arrived(order, 9_900, TELLER);
        String number = stand.disputed(order, "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.told(order, "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48), FOR_BUYER.formatted(paid));
        stand.until("appeal is open", () -> paid < 9_900 ? stand.tasks(number).contains("executeVerdict") : stand.tasks(number).contains("decideAppeal"));
        return number;
    }

    @Test
    void whatThePlatformGaveIsBookedOnceHoweverOftenItIsTold() {
        String number = decided("DG1", 9_900);
        assertThat(refunds(number)).containsExactly("1 SUCCEEDED 9900");
        assertThat(paid("DG1")).isEqualTo("9900 0 9900");
        assertThat(left("DG1")).isEqualTo(new Money(0, "CNY"));
        assertThat(stand.rows("select l.account || ' ' || l.amount from payments.ledger_entry l join payments.refund r on r.refund_no = l.ref where r.shop_id = :shop and r.case_number = :key order by l.account", number))
            .containsExactly("provider/test -9900", "refunds 9900");
        stand.told("DG1", "3", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48), FOR_BUYER.formatted(9_900));
        stand.done("lin", number, "decideAppeal", Map.of("answer", "no", "note", "没有新事实"));
        stand.done("lin", number, "executeVerdict", Map.of("note", "平台已退"));
        stand.untilClosed(number, "LOST");
        assertThat(refunds(number)).hasSize(1);
        assertThat(stand.moneyLog("DG1")).as("nothing left the house").isEmpty();
    }

    @Test
    void aPartIsBookedAsThePart() {
        String number = decided("DG2", 4_000);
        assertThat(refunds(number)).containsExactly("1 SUCCEEDED 4000");
        assertThat(left("DG2")).isEqualTo(new Money(5_900, "CNY"));
    }

    @Test
    void whatAnAppealWonBackIsWithUsAgainAndOnlyTheRestStaysGiven() {
        stand.arrived("DG3", 9_900, TELLER);
        String number = stand.disputed("DG3", "CHARGEBACK", "product_not_received", Duration.ofDays(7));
        assertThat(refunds(number)).as("withheld is not given yet").isEmpty();
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有底单"));
        handedIn(number, "底单");
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"LOST\",\"words\":\"签名不符\"}").status()).isEqualTo(204);
        assertThat(refunds(number)).containsExactly("1 SUCCEEDED 9900");
        stand.done("lin", number, "decideAppeal", Map.of("answer", "yes", "note", "找到照片"));
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "新照片"));
        handedIn(number, "照片");
        assertThat(stand.as("lin").post("/api/cases/" + number + "/dispute/verdict", "{\"verdict\":\"PART\",\"bears\":{\"minor\":4900,\"currency\":\"CNY\"},\"words\":\"各半\"}").status()).isEqualTo(204);
        stand.untilClosed(number, "PART");
        assertThat(refunds(number)).containsExactly("1 RETURNED 9900", "2 SUCCEEDED 4900");
        assertThat(paid("DG3")).isEqualTo("9900 0 4900");
        assertThat(stand.row("select sum(l.amount)::text from payments.ledger_entry l join payments.refund r on r.refund_no = l.ref where r.shop_id = :shop and r.case_number = :key and l.account = 'refunds'", number))
            .isEqualTo("4900");
    }

    private void handedIn(String number, String statement) {
        stand.done("lin", number, "gatherEvidence", Map.of("statement", statement, "incomplete", "承运商未给出底单"));
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        stand.done("lin", number, "submitByHand", Map.of("submitted", true));
    }

    @Test
    void whatFinanceCorrectsIsCorrectedInTheMoneyBookToo() {
        String number = decided("DG4", 9_900);
        String money = "{\"withheld\":{\"minor\":%1$d,\"currency\":\"CNY\"},\"returned\":{\"minor\":0,\"currency\":\"CNY\"},\"lost\":{\"minor\":%1$d,\"currency\":\"CNY\"},\"fee\":{\"minor\":0,\"currency\":\"CNY\"},\"note\":\"对账单\"}";
        assertThat(stand.as("xu").put("/api/cases/" + number + "/dispute/money", money.formatted(9_000)).status()).isEqualTo(204);
        assertThat(refunds(number)).containsExactly("1 RETURNED 9900", "2 SUCCEEDED 9000");
        assertThat(stand.as("xu").put("/api/cases/" + number + "/dispute/money", money.formatted(9_000)).status()).isEqualTo(204);
        assertThat(refunds(number)).hasSize(2);
        assertThat(left("DG4")).isEqualTo(new Money(900, "CNY"));
    }

    @Test
    void whatOurOwnRefundHasTakenAlreadyIsNotBookedTwiceAndFinanceIsCalled() {
        stand.arrived("DG5", 9_900, TELLER);
        transaction.executeWithoutResult(status -> payments.given(new RefundDecision(stand.shop, "OTHER-DG5", 1, "DG5", List.of(new PaidPart(TELLER, "DG5-1", new Money(9_900, "CNY"))),
            new Money(8_000, "CNY"), "售后退款", "buyer:b", "lin", null)));
        String number = stand.disputed("DG5", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.told("DG5", "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48), FOR_BUYER.formatted(9_900));
        stand.until("decided", () -> stand.tasks(number).contains("decideAppeal"));
        assertThat(refunds(number)).containsExactly("1 REJECTED 9900");
        assertThat(paid("DG5")).isEqualTo("9900 0 8000");
        assertThat(stand.row("select kind from payments.alarm where shop_id = :shop and case_number = :key", number)).isEqualTo("CONFLICT");
        stand.until("finance looks", () -> stand.tasks(number).contains("chaseRefund"));
    }

    @Test
    void moneyThatSomebodyElseHoldsIsNotThePlatformsToGiveOutOfIt() {
        stand.arrived("DG6", 9_900);
        String number = stand.disputed("DG6", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.told("DG6", "2", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48), FOR_BUYER.formatted(9_900));
        stand.until("decided", () -> stand.tasks(number).contains("decideAppeal"));
        assertThat(refunds(number)).isEmpty();
        assertThat(left("DG6")).isEqualTo(new Money(9_900, "CNY"));
    }
}
