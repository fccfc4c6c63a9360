package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Orders that are late, on a real database: warned in time, told the truth, paid once. */
@RoomTest
class LateShipmentRoomTest extends QuayRoom {

    @Autowired
    LateSweep late;
    @Autowired
    OrderSweep orders;

    @BeforeAll
    void promise() {
        quay.promises(30, "TAOBAO", "SHOP", 10_000);
    }

    @Test
    void theWarehouseIsWarnedBeforeThePromiseAndAnOrderThatLeavesAMinuteEarlyOwesNothing() {
        String order = quay.paid("early", 44, 20_000);
        String fresh = quay.paid("fresh", 30, 20_000);
        late.look();
        String number = quay.caseOf(order, "LATE_SHIPMENT");
        assertThat(quay.caseOf(fresh, "LATE_SHIPMENT")).as("there is time left").isNull();
        JsonNode task = quay.task(number, "hurryShipment");
        assertThat(task.path("team").asString()).isEqualTo("warehouse");
        assertThat(Instant.parse(task.path("dueAt").asString())).isAfter(Instant.now());
        quay.until("the warehouse's system hears it", () -> quay.told(number).contains("ORDER_HURRIED"));

        quay.shipped(order, 44, 20_000, Instant.parse(task.path("dueAt").asString()).minus(Duration.ofMinutes(1)));
        ends(quay, number, "SHIPPED");
        assertThat(quay.timeline(number)).contains("按规则无需赔付");
        assertThat(quay.refunds(number)).isEmpty();
    }

    @Test
    void aLateOrderIsToldToTheBuyerAndPaidOnceByTheRuleSet() {
        String order = quay.paid("late", 60, 20_000);
        String number = late(order);
        quay.shipped(order, 60, 20_000, Instant.now());
        ends(quay, number, "COMPENSATED");
        assertThat(quay.refunds(number)).containsExactly("2000 SUCCEEDED");
        quay.until("the buyer hears of it", () -> quay.messages(order).contains("赔付已支付"));

        orders.look(quay.shop);
        late.look();
        assertThat(quay.cases(order, "LATE_SHIPMENT")).isEqualTo(1);
        assertThat(quay.rows("select state from care.compensation where order_id = :key", order)).containsExactly("PAID");
    }

    @Test
    void whatWasPromisedOnTheDayOfPaymentCountsAndNotWhatTheShopPromisesToday() {
        Quay dated = quay("taobao");
        dated.promises(30, "TAOBAO_2015", "SHOP", 10_000);
        dated.promises(1, "TMALL", "SHOP", 10_000);
        String order = dated.paid("dated", 60, 20_000);
        late.look();
        String number = dated.caseOf(order, "LATE_SHIPMENT");
        dated.shipped(order, 60, 20_000, Instant.now());
        ends(dated, number, "COMPENSATED");
        assertThat(dated.refunds(number)).containsExactly("1000 SUCCEEDED");
        assertThat(dated.rows("select rule_set || ' ' || percent from care.compensation where order_id = :key", order)).containsExactly("TAOBAO_2015 5");
    }

    @Test
    void twoNodesThatLookAtOnceOpenOneCase() throws Exception {
        String order = quay.paid("twice", 50, 20_000);
        AtOnce.all(Collections.nCopies(4, () -> {
            late.look();
            return true;
        }));
        assertThat(quay.cases(order, "LATE_SHIPMENT")).isEqualTo(1);
        assertThat(quay.rows("select kind from care.matter where order_id = :key", order)).containsExactly("LATE");
    }

    @Test
    void compensationAboveWhatTheRuleMayPayWaitsForSomebodyWhoMayAndDeniedStaysUnpaid() {
        Quay small = quay("taobao");
        small.promises(30, "TAOBAO", "SHOP", 100);
        String order = small.paid("big", 60, 30_000);
        late.look();
        String number = small.caseOf(order, "LATE_SHIPMENT");
        small.shipped(order, 60, 30_000, Instant.now());
        orders.look(small.shop);
        assertThat(small.task(number, "approveRefund").path("team").asString()).isEqualTo("returns-leads");
        assertThat(small.completes("zhou", number, "approveRefund", Map.of("approval", "sentBack")).status()).as("a reason is asked for").isEqualTo(422);
        small.done("zhou", number, "approveRefund", Map.of("approval", "sentBack", "note", "买家自己要求晚发，聊天记录已附"));
        small.ends(number, "SOLVED");
        assertThat(small.refunds(number)).isEmpty();
        assertThat(small.rows("select state from care.compensation where order_id = :key", order)).containsExactly("DENIED");
    }

    @Test
    void aBuyerWhoseParcelsCameBackEmptyIsLookedAtThoughTheRuleMightPay() {
        String order = quay.paid("suspect", 60, 20_000);
        quay.suspects(order);
        late.look();
        String number = quay.caseOf(order, "LATE_SHIPMENT");
        quay.shipped(order, 60, 20_000, Instant.now());
        orders.look(quay.shop);
        assertThat(quay.task(number, "approveRefund").path("team").asString()).isEqualTo("returns-leads");
        quay.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        ends(quay, number, "COMPENSATED");
        assertThat(quay.rows("select approved_by || ' ' || approved2_by from payments.decision where case_number = :key", number))
                .containsExactly("rule:shipPromise zhou");
    }

    @Test
    void whatThePlatformDeductsItselfIsOnlyBooked() {
        Quay tmall = quay("tmall");
        tmall.promises(30, "TMALL", "PLATFORM", 10_000);
        String order = tmall.paid("deducted", 60, 20_000);
        late.look();
        String number = tmall.caseOf(order, "LATE_SHIPMENT");
        tmall.shipped(order, 60, 20_000, Instant.now());
        ends(tmall, number, "COMPENSATED");
        assertThat(tmall.refunds(number)).isEmpty();
        assertThat(tmall.rows("select state || ' ' || amount_minor from care.compensation where order_id = :key", order)).containsExactly("DEDUCTED 6000");
    }

    @Test
    void anExcuseNeedsItsProofAndThenNothingIsOwed() {
        String order = quay.paid("excused", 60, 20_000);
        String number = late(order);
        Map<String, Object> said = Map.of("shipAnswer", "willShip", "shipDays", 2, "excuse", "BUYER_LATER");
        assertThat(quay.completes("he", number, "hurryShipment", said).json().at("/errors/0/field").asString()).isEqualTo("evidence");
        quay.done("he", number, "hurryShipment", Map.of("shipAnswer", "willShip", "shipDays", 2, "excuse", "BUYER_LATER",
                "evidence", List.of(quay.attaches("he", number))));
        quay.until("the new day is told", () -> quay.messages(order).contains("订单预计发出的时间"));
        quay.shipped(order, 60, 20_000, Instant.now());
        ends(quay, number, "SHIPPED");
        assertThat(quay.rows("select amount_minor::text from care.compensation where order_id = :key", order)).isEmpty();
    }

    @Test
    void withoutStockTheBuyerIsAskedInAnExceptionOfItsOwn() {
        String order = quay.paid("nostock", 60, 20_000);
        String number = late(order);
        quay.done("he", number, "hurryShipment", Map.of("shipAnswer", "noStock", "excuse", "NONE"));
        quay.ends(number, "HANDED_OVER");
        String exception = quay.caseOf(order, "ORDER_EXCEPTION");
        assertThat(quay.task(exception, "assessException").path("team").asString()).isEqualTo("care-desk");
    }

    @Test
    void aManagerSaysWhatTheShopPromisesFromADayOnAndNobodyElse() {
        String path = "/api/ship-promise/" + quay.shop;
        String terms = "{\"ruleSet\":\"INTERNAL\",\"promiseHours\":24,\"warnHours\":4,\"late\":{\"percent\":8,\"least\":300,\"most\":1000},\"payer\":\"SHOP\",\"autoMost\":5000,"
                + "\"confirmCod\":true,\"validFrom\":\"%s\"}";
        assertThat(quay.as("lin").send("PUT", path, terms.formatted("2027-01-01T00:00:00Z")).status()).isEqualTo(403);
        assertThat(quay.as("manager").send("PUT", path, terms.formatted("2020-01-01T00:00:00Z")).json().at("/errors/0/field").asString()).isEqualTo("validFrom");
        Answer set = quay.as("manager").send("PUT", path, terms.formatted("2027-01-01T00:00:00Z"));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        JsonNode shown = quay.as("lin").get(path).json();
        assertThat(shown.at("/now/ruleSet").asString()).as("not yet").isEqualTo("TAOBAO");
        assertThat(shown.at("/all/0/ruleSet").asString() + shown.at("/all/0/late/most").asInt()).isEqualTo("INTERNAL1000");
        assertThat(quay.as("lin").get("/api/ship-promise/elsewhere").status()).isEqualTo(404);
    }

    @Test
    void whoLooksAtTheListSeesWhatIsOverduePageByPage() {
        quay.paid("list-1", 70, 20_000);
        quay.paid("list-2", 71, 20_000);
        late.look();
        JsonNode first = quay.as("lin").get("/api/order-matters?kind=LATE&limit=1").json();
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(first.at("/items/0/kind").asString()).isEqualTo("LATE");
        JsonNode second = quay.as("lin").get("/api/order-matters?kind=LATE&limit=1&after=" + first.path("next").asString()).json();
        assertThat(second.at("/items/0/caseNumber").asString()).isNotEqualTo(first.at("/items/0/caseNumber").asString());
        assertThat(quay.as("lin").get("/api/order-matters?kind=LATE&after=nonsense").status()).isEqualTo(400);
    }

    /** The case of an order whose promise has passed, once its buyer was told. */
    private String late(String order) {
        late.look();
        String number = quay.caseOf(order, "LATE_SHIPMENT");
        quay.until("the promise that has passed is told", () -> {
            quay.rings("late-shipment", number, "promisePassed");
            return quay.messages(order).contains("订单没有按时发出，向您致歉");
        });
        return number;
    }

    /** The sweep looks until the case has heard: one that meets the timer at work leaves it to the next look. */
    private void ends(Quay at, String number, String outcome) {
        at.until(number + " ends as " + outcome, () -> {
            orders.look(at.shop);
            return outcome.equals(at.outcome(number));
        });
    }
}
