package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a marketplace gives of itself, whole, in parts or after everything was over, stands in the money book once; what it does not give calls a person. */
@RoomTest
class MarketGaveRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private final String tid = "76" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);

    private String refund(MarketFloor floor, Map<String, ?> more) {
        Map<String, Object> words = new HashMap<>(Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00"));
        words.putAll(more);
        return floor.act("refunds", words).path("name").asString();
    }

    private String booked(MarketFloor floor, String caseNumber) {
        return floor.row("""
            select state || ' ' || provider || ' ' || (select count(*) || ' lines, sum ' || sum(amount) from payments.ledger_entry l where l.ref = r.refund_no)
            from payments.refund r where shop_id = :shop and case_number = :key""", caseNumber);
    }

    private String paid(MarketFloor floor) {
        return floor.row("select captured || ' ' || reserved || ' ' || refunded from payments.paid_order where shop_id = :shop and payment_id = :key", tid);
    }

    @Test
    void whatTheMarketplaceGaveAfterTheCaseWasClosedIsBookedOnceInADisputeThatKnowsItsVerdict() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        String refund = refund(floor, Map.of("reason", "未收到货"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        floor.act("act", Map.of("name", refund, "what", "CLOSE"));
        floor.read();
        floor.untilClosed(number, "WITHDRAWN");
        floor.act("act", Map.of("name", refund, "what", "FOR_BUYER"));
        floor.read();
        floor.until("a dispute of its own", () -> floor.row("select number from cases.case_file where shop_id = :shop and order_id = :key and kind = 'DISPUTE'", tid) != null);
        String dispute = floor.row("select number from cases.case_file where shop_id = :shop and order_id = :key and kind = 'DISPUTE'", tid);
        floor.task(dispute, "decideAppeal");
        assertThat(booked(floor, dispute)).isEqualTo("SUCCEEDED taobao 2 lines, sum 0");
        assertThat(paid(floor)).isEqualTo("5000 0 5000");
        floor.done("lin", dispute, "decideAppeal", Map.of("answer", "no", "note", "没有新事实"));
        floor.done("lin", dispute, "executeVerdict", Map.of("note", "平台已退款，无需动作"));
        floor.untilClosed(dispute, "LOST");
        floor.read();
        assertThat(floor.rows("select refund_no from payments.refund where shop_id = :shop and order_id = :key", tid)).as("once, and nobody pays again").hasSize(1);
        assertThat(floor.deeds(refund)).isEmpty();
    }

    @Test
    void oneOfTwoRequestsThatTheMarketplacePaidIsBookedAndTheOtherGoesOnToItsEnd() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        String one = refund(floor, Map.of("reason", "未收到货", "fee", "30.00"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        String two = refund(floor, Map.of("reason", "未收到货", "fee", "20.00"));
        floor.read();
        floor.until("both are asked", () -> floor.rows("select request_id from cases.request where shop_id = :shop and case_number = :key and state = 'LIVE'", number).size() == 2);
        floor.act("act", Map.of("name", one, "what", "FOR_BUYER"));
        floor.read();
        floor.until("the first is booked", () -> "5000 0 3000".equals(paid(floor)));
        floor.until("the case says so", () -> floor.timeline(number).stream().anyMatch(line -> line.contains("其余申请继续处理")));
        assertThat(floor.stateOf(number)).isNotEqualTo("CLOSED");
        floor.task(number, "reviewRequest");
        floor.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "20.00"));
        floor.untilClosed(number, "REFUNDED");
        assertThat(floor.deeds(two)).containsExactly("GIVEN");
        assertThat(floor.deeds(one)).isEmpty();
        assertThat(paid(floor)).isEqualTo("5000 0 5000");
        assertThat(floor.rows("select seq::text || ' ' || state || ' ' || amount from payments.refund where shop_id = :shop and case_number = :key order by seq", number))
            .containsExactly("1 SUCCEEDED 3000", "2 SUCCEEDED 2000");
    }

    @Test
    void twoRequestsThatTheMarketplacePaidBothEndTheCaseAndEachIsBookedOnce() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        String one = refund(floor, Map.of("reason", "未收到货", "fee", "30.00"));
        String two = refund(floor, Map.of("reason", "未收到货", "fee", "20.00"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.until("both are asked", () -> floor.rows("select request_id from cases.request where shop_id = :shop and case_number = :key and state = 'LIVE'", number).size() == 2);
        floor.task(number, "reviewRequest");
        floor.act("act", Map.of("name", one, "what", "FOR_BUYER"));
        floor.act("act", Map.of("name", two, "what", "FOR_BUYER"));
        floor.read();
        floor.untilClosed(number, "PLATFORM_PAID");
        assertThat(paid(floor)).isEqualTo("5000 0 5000");
        assertThat(floor.rows("select amount::text from payments.refund where shop_id = :shop and case_number = :key and state = 'SUCCEEDED' order by amount", number)).containsExactly("2000", "3000");
    }

    @Test
    void anAmountTheBuyerNeverAskedForCallsFinanceWithWordsForWhatToDoAndGoesOnceBothAgree() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        floor.sells(tid, 5_000, true);
        String refund = refund(floor, Map.of("reason", "未收到货"));
        floor.read();
        String number = floor.caseOf(tid);
        floor.task(number, "reviewRequest");
        floor.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "30.00", "buyerConsents", true, "evidence", List.of(floor.attaches("lin", number))));
        floor.task(number, "chaseRefund");
        String advice = floor.opened("xu", number, "chaseRefund").at("/data/advice").asString();
        assertThat(advice).contains("¥30.00", "¥50.00", refund, "改为", "不要另行打款");
        floor.done("xu", number, "chaseRefund", Map.of("found", "NOT_FOUND", "note", "已请买家把申请改为 30 元"));
        floor.act("act", Map.of("name", refund, "what", "MODIFY", "value", "30.00"));
        floor.read();
        floor.until("known here", () -> floor.matter(refund).amount().minor() == 3_000);
        floor.pays(floor.row("select refund_no from payments.refund where shop_id = :shop and case_number = :key", number), Duration.ofMinutes(2));
        floor.untilClosed(number, "REFUNDED");
        assertThat(floor.deeds(refund)).containsExactly("GIVEN");
        assertThat(paid(floor)).isEqualTo("5000 0 3000");
    }
}
