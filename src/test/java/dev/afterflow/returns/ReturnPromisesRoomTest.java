package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.logistics.Replacement;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.security.Visitor;
import dev.afterflow.sla.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.IncompleteEventPublications;

/** What the law, a shop and a buyer may count on while a request is on its way. */
@RoomTest
class ReturnPromisesRoomTest extends CounterRoom {

    @Autowired
    Clocks clocks;
    @Autowired
    Replacements replacements;
    @Autowired
    IncompleteEventPublications publications;
    GoodsCounter goods;

    @BeforeAll
    void list() {
        goods = new GoodsCounter(counter);
        goods.lists("R-1", "STANDARD");
    }

    @Test
    void theLawsFifteenDaysRunFromTheDemandUntilAPersonRefusesOrTheCaseEnds() {
        counter.sells("D1", 9_900, true, List.of("1"), Counter.days(1));
        String refused = counter.asks("D1", "未收到货", "1", "OPEN");
        assertThat(demand(refused)).get().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(Clocks.Reading.State.RUNNING);
            assertThat(Duration.between(Instant.now(), clock.dueAt())).isBetween(Duration.ofDays(14), Duration.ofDays(15));
        });
        assertThat(counter.as("lin").get("/api/cases/" + refused).json().path("clocks").toString()).contains("\"demand\"");
        goods.done("lin", refused, "settleLiability", Map.of("party", "UNCLEAR", "note", "签收信息待核实"));
        goods.done("lin", refused, "reviewRequest", Map.of("decision", "refuse", "ground", "DELIVERY_PROOF", "words", "已签收，附签收凭证",
                "evidence", List.of(counter.attaches("lin", refused))));
        assertThat(demand(refused)).get().extracting(Clocks.Reading::state).isEqualTo(Clocks.Reading.State.KEPT);

        counter.sells("D2", 4_900, true);
        String paid = counter.asks("D2", "未收到货", "1", "OPEN");
        goods.done("lin", paid, "reviewRequest", Map.of("decision", "agree", "amount", "49.00"));
        counter.untilClosed(paid, "REFUNDED");
        assertThat(demand(paid)).get().extracting(Clocks.Reading::state).isEqualTo(Clocks.Reading.State.KEPT);
    }

    private Optional<Clocks.Reading> demand(String number) {
        return clocks.of(number).stream().filter(clock -> clock.kind().equals(AnswerTerms.DEMAND)).findFirst();
    }

    @Test
    void whatWasReservedIsFreeAsSoonAsTheBuyerWantsSomethingElse() {
        goods.delivered("F1", "R-1", 5_000);
        goods.stock("R-1", 1);
        String number = goods.asks("F1", "RESHIP", "少件", 1, "OPEN");
        counter.until("proof is asked for", () -> "AWAITING_EVIDENCE".equals(
                counter.row("select state from remedies.liability where shop_id = :shop and case_number = :key", number)));
        counter.attaches("lin", number);
        counter.until("picking", () -> {
            publications.resubmitIncompletePublications(event -> event.getEvent().toString().contains(number));
            answers(number, "settleLiability", Map.of("party", "SELLER", "note", "打包漏放"));
            answers(number, "reviewRequest", Map.of("decision", "agree", "remedy", "reship"));
            return counter.has("he", number, "pickGoods");
        });
        assertThat(state(number)).isEqualTo(Replacement.State.RESERVED);

        goods.asks("F1", "REFUND_ONLY", "少件", 1, "OPEN");
        counter.until("freed", () -> state(number) == Replacement.State.WITHDRAWN);
        assertThat(counter.stateOf(number)).as("long before the case closes").isEqualTo("OPEN");
        assertThat(counter.has("he", number, "pickGoods")).isFalse();
    }

    private void answers(String number, String task, Map<String, Object> data) {
        if (counter.has("lin", number, task)) {
            goods.done("lin", number, task, data);
        }
    }

    private Replacement.State state(String number) {
        return replacements.of(number).orElseThrow().state();
    }

    @Test
    void freightAboveWhatIsLeftOfThePaymentIsSaidOnTheCaseNotSilentlyCut() {
        goods.delivered("C1", "R-1", 5_000);
        String number = goods.asks("C1", "RETURN_REFUND", "质量问题", 2, "OPEN");
        counter.attaches("lin", number);
        counter.until("liability or goods", () -> counter.has("lin", number, "settleLiability") || returns.find(number).orElseThrow().state() == Return.State.GOODS);
        if (counter.has("lin", number, "settleLiability")) {
            goods.done("lin", number, "settleLiability", Map.of("party", "SUPPLIER", "note", "批次缺陷"));
        }
        goods.sendsBack("C1", 2);
        goods.counted(number, 2, "C");
        goods.inspected(number, "OPENED");
        counter.until("approval", () -> counter.has("zhou", number, "approveRefund"));

        String told = counter.row("select string_agg(text_zh || ' ' || text_en, E'\n') from cases.timeline_entry where shop_id = :shop and case_number = :key", number);
        assertThat(told).contains("应退款 ¥100.00").contains("¥12.00 超出订单剩余可退金额").contains("make it good in another way");
    }

    @Test
    void whoClaimsMoreThanThePriceIsLookedAtByLegalBeforeMoneyLeaves() {
        counter.sells("M1", 4_900, true);
        String number = counter.asks("M1", "未收到货", "1", "OPEN");
        counter.writes(number, "你们这是欺诈，要求退一赔三");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "49.00"));
        counter.until("legal", () -> counter.has("gu", number, "approveRefund"));
        assertThat(counter.has("zhou", number, "approveRefund") && counter.completes("zhou", number, "approveRefund", Map.of("approval", "approved")).status() == 200)
                .as("a supervisor is not enough").isFalse();
        assertThat(counter.moneyLog("M1")).isEmpty();
    }

    @Test
    void aShopSaysItselfWithHowFewHoursLeftASupervisorLooks() {
        Counter own = new Counter(shops, intake, json, sql, transaction, port);
        Visitor owner = own.as("owner");
        String path = "/api/refund-urgency/" + own.shop;
        assertThat(owner.get(path).json().path("urgentHours").asInt()).isEqualTo(12);
        assertThat(own.as("lin").put(path, "{\"urgentHours\":1}").status()).isEqualTo(403);
        assertThat(owner.put(path, "{\"urgentHours\":241}").status()).isEqualTo(422);
        assertThat(owner.put(path, "{}").status()).isEqualTo(422);
        assertThat(owner.put(path, "{\"urgentHours\":48}").status()).isEqualTo(200);

        own.sells("H1", 4_900, true);
        own.tell("requests", """
                {"requestId":"Q-H1","version":"1","orderId":"H1","kind":"REFUND_ONLY","askedRemedy":"refund","reasonCode":"未收到货","reasonText":"没收到",
                 "goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s","platformDeadline":"%s","status":"OPEN"}
                """.formatted(Counter.days(0), Instant.now().plus(Duration.ofHours(30))));
        String number = own.row("select number from cases.case_file where shop_id = :shop and order_id = :key", "H1");
        own.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "49.00"));
        own.until("a supervisor looks", () -> own.has("zhou", number, "approveRefund"));
    }
}
