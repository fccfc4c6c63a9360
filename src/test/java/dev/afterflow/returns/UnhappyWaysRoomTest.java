package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.sla.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Buyers who stay silent or send nothing, parcels that are lost, faulty goods, and an approver who wants another look. */
@RoomTest
class UnhappyWaysRoomTest extends CounterRoom {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Clocks clocks;
    GoodsCounter goods;

    @BeforeAll
    void list() {
        goods = new GoodsCounter(counter);
        goods.lists("U-1", "STANDARD");
    }

    private void passes(String process, String number, String timer) {
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(number)
                .singleResult().getId();
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance).timers().activityId(timer).singleResult().getId());
    }

    @Test
    void anOfferNobodyAnswersIsRemindedTwiceAndClosedByTemplate() {
        goods.delivered("S1", "U-1", 5_000);
        String number = goods.asks("S1", "REFUND_ONLY", "七天无理由", 2, "OPEN");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "offer", "offers", List.of("returnRefund")));
        passes("agree-remedy", number, "choiceOverdue");
        passes("agree-remedy", number, "choiceOverdue");
        counter.until("reminded", () -> counter.messages("S1").stream().filter("还在等您的选择"::equals).count() == 2);
        assertThat(counter.stateOf(number)).isEqualTo("WAITING_BUYER");
        passes("agree-remedy", number, "choiceOverdue");

        counter.untilClosed(number, "SILENT");
        counter.until("told", () -> counter.messages("S1").contains("您的售后申请已结束"));
        assertThat(counter.moneyLog("S1")).isEmpty();
    }

    @Test
    void aRightfulDemandGoesBackToAPersonHoweverLongTheBuyerIsSilent() {
        counter.sells("S2", 9_900, true);
        String number = counter.asks("S2", "未收到货", "1", "OPEN");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "offer", "offers", List.of("refund")));
        for (int time = 0; time < 3; time++) {
            passes("agree-remedy", number, "choiceOverdue");
        }

        assertThat(counter.has("lin", number, "reviewRequest")).isTrue();
        assertThat(counter.stateOf(number)).isEqualTo("OPEN");
        assertThat(returns.find(number).orElseThrow().term().answerBy()).isAfter(Instant.now());
    }

    @Test
    void whoSendsNothingBackIsClosedAfterTheTerm() {
        goods.delivered("S3", "U-1", 5_000);
        String number = goods.asks("S3", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        passes("goods-return", number, "shipBackOver");

        counter.untilClosed(number, "NOTHING_SENT");
        assertThat(counter.moneyLog("S3")).isEmpty();
    }

    @Test
    void aParcelLostOnTheWayBackIsPaidAtOnce() {
        goods.delivered("S4", "U-1", 5_000);
        String number = goods.asks("S4", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.underWay("S4");
        counter.tell("tracking", "{\"eventId\":\"E-S4\",\"waybill\":\"BACKS4\",\"code\":\"EXCEPTION\",\"at\":\"%s\"}".formatted(Counter.days(0)));
        counter.until("traced", () -> counter.has("lin", number, "traceReturn"));
        goods.done("lin", number, "traceReturn", Map.of("trace", "lost", "note", "承运商确认丢失", "evidence", List.of(counter.attaches("lin", number))));
        counter.until("approval", () -> counter.has("zhou", number, "approveRefund") || "CLOSED".equals(counter.stateOf(number)));
        if (counter.has("zhou", number, "approveRefund")) {
            goods.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        }

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("S4")).containsExactly(10_000L);
        counter.until("told", () -> counter.messages("S4").contains("退回的包裹途中丢失，退款已到账"));
    }

    @Test
    void faultyGoodsArePaidWithTheFreightTheBuyerAdvancedAndTheApproverMayWantAnotherLook() {
        goods.delivered("S5", "U-1", 5_000);
        String number = goods.asks("S5", "RETURN_REFUND", "质量问题", 1, "OPEN");
        counter.attaches("lin", number);
        counter.until("liability or goods", () -> counter.has("lin", number, "settleLiability") || state(number) == Return.State.GOODS);
        if (counter.has("lin", number, "settleLiability")) {
            goods.done("lin", number, "settleLiability", Map.of("party", "SUPPLIER", "note", "批次缺陷，供应商责任"));
        }
        assertThat(state(number)).as("faulty goods within seven days").isEqualTo(Return.State.GOODS);
        goods.sendsBack("S5", 1);
        goods.counted(number, 1, "C");
        goods.inspected(number, "OPENED");
        counter.until("approval", () -> counter.has("zhou", number, "approveRefund"));
        assertThat(clocks.of(number)).anySatisfy(clock -> {
            assertThat(clock.kind()).isEqualTo("refund");
            assertThat(Duration.between(Instant.now(), clock.dueAt())).as("seven days by law").isBetween(Duration.ofDays(6), Duration.ofDays(7));
        });
        goods.done("zhou", number, "approveRefund", Map.of("approval", "sentBack", "note", "请核对等级"));
        goods.done("zhou", number, "reviewReturn", Map.of("ruling", "accept"));

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("S5")).as("one piece and the way back").containsExactly(6_200L);
    }

    private Return.State state(String number) {
        return returns.find(number).orElseThrow().state();
    }
}
