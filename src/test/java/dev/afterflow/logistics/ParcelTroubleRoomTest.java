package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.cases.Cases;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Parcels that come twice, late, out of order, from nowhere or never: one effect each, and nothing is lost. */
@RoomTest
class ParcelTroubleRoomTest extends YardRoom {

    @Autowired
    Cases cases;
    @Autowired
    SendingBack sendingBack;
    @Autowired
    HearingSweep sweep;

    private String awaited(String order, String waybill) {
        String number = yard.sold(order, "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack(order, waybill);
        return number;
    }

    private static Map<String, Object> one() {
        return Map.of("lines", List.of(Map.of("counted", 1, "grade", "A")));
    }

    @Test
    void receiptsAndScansManyTimesAtOnceHaveOneEffect() {
        String number = awaited("T1", "MANY1");
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String receipt = "K-T1-" + i;
            all.add(CompletableFuture.runAsync(() -> yard.takenIn(receipt, "MANY1", 1, 900), crowd));
            all.add(CompletableFuture.runAsync(() -> yard.scan("MANY1", "DELIVERED"), crowd));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        crowd.shutdown();

        yard.task(number, "receiveParcel");
        assertThat(yard.timeline(number)).filteredOn("退货包裹已到仓"::equals).hasSize(1);
        yard.done("he", number, "receiveParcel", one());
        yard.takenIn("K-T1-late", "MANY1", 0, 100);
        yard.scan("MANY1", "DELIVERED");
        assertThat(yard.goods(number).at("/goods/received/0/quantity").asInt()).as("what a person counted stays").isEqualTo(1);
        assertThat(yard.tasks(number)).doesNotContain("receiveParcel");
    }

    @Test
    void aParcelNobodyExpectsIsKeptUntilAPersonSaysWhoseItIs() {
        String number = yard.sold("T2", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        Visitor.Answer scanned = yard.as("he").get("/api/receiving?waybill=NOBODY2");
        assertThat(scanned.status()).isEqualTo(404);
        assertThat(scanned.json().path("code").asString()).isEqualTo("logistics.unknownWaybill");
        assertThat(scanned.json().path("detail").asString()).contains("无主包裹");

        String body = "{\"waybill\":\"nobody2\",\"shop\":\"%s\",\"note\":\"红色胶带\"}".formatted(yard.shop);
        Visitor.Answer kept = yard.as("he").post("/api/receiving/unknown", body);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        long id = kept.json().path("id").asLong();
        assertThat(yard.as("he").post("/api/receiving/unknown", body).json().path("id").asLong()).isEqualTo(id);

        String to = "/api/receiving/unknown/" + id + "/attach";
        assertThat(yard.as("he").post(to, "{\"caseNumber\":\"" + number + "\"}").status()).isEqualTo(200);
        yard.task(number, "receiveParcel");
        assertThat(yard.as("he").post(to, "{\"caseNumber\":\"" + number + "\"}").status()).as("whose it is, is said once").isEqualTo(409);
    }

    @Test
    void aCarriersTroubleIsTracedByAPersonAndAFoundParcelIsCounted() {
        String number = awaited("T3", "TROUBLE3");
        yard.until("underway", () -> yard.state(number).equals("SENT"));
        yard.scan("TROUBLE3", "EXCEPTION");
        assertThat(yard.opened("lin", number, "traceReturn").at("/data/lastScan").asString()).isEqualTo("承运商报告异常");
        yard.done("lin", number, "traceReturn", Map.of("trace", "arrived", "note", "在仓库角落"));
        yard.done("he", number, "receiveParcel", one());
        assertThat(yard.tasks(number)).contains("inspectGoods");
    }

    @Test
    void aParcelThatIsLostEndsTheReturnAndOneThatComesAfterwardsIsKept() {
        String number = awaited("T4", "LOST4");
        yard.until("underway", () -> yard.state(number).equals("SENT"));
        yard.scan("LOST4", "EXCEPTION");
        yard.done("lin", number, "traceReturn", Map.of("trace", "lost", "note", "承运商确认遗失"));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("lost");

        yard.takenIn("K-T4", "LOST4", 1, 900);
        assertThat(yard.as("he").get("/api/receiving/unknown").body()).contains("LOST4");
        assertThat(yard.timeline(number)).contains("退货结束后包裹才到仓，已登记待处理");
    }

    @Test
    void aParcelThatStillMovesIsWaitedForAndAFurtherScanMovesTheDay() {
        String number = awaited("T5", "SLOW5");
        yard.until("underway", () -> yard.walks("goods-return", number) && yard.state(number).equals("SENT"));
        yard.until("awaits arrival", () -> waitsAt(number, "arrivalOverdue"));
        yard.scan("SLOW5", "IN_TRANSIT");
        yard.timeComes("goods-return", number, "arrivalOverdue");
        assertThat(yard.tasks(number)).doesNotContain("traceReturn");
        yard.scan("SLOW5", "DELIVERED");
        yard.task(number, "receiveParcel");
    }

    private boolean waitsAt(String number, String activity) {
        return jobs.createJobQuery().activityId(activity).timers().list().stream().anyMatch(job -> number.equals(
                runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey()));
    }

    @Test
    void aBuyerIsRemindedTwiceAndNoMoreAndTheReturnEndsByTemplate() {
        String number = yard.sold("T6", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        yard.timeComes("goods-return", number, "remindDue");
        yard.timeComes("goods-return", number, "remindDue");
        assertThat(yard.goods(number).at("/goods/reminders").asInt()).isEqualTo(2);
        assertThat(jobs.createJobQuery().activityId("remindDue").timers().list().stream().filter(job -> number.equals(
                runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())))
                .allMatch(job -> job.getDuedate().toInstant().isAfter(Instant.parse(yard.goods(number).at("/goods/shipBackBy").asString())));

        yard.timeComes("goods-return", number, "shipBackOver");
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("nothingSent");
        yard.until("buyer told", () -> yard.messages("T6").contains("退货已到期"));
        yard.until("warehouse told", () -> yard.told(number).contains("events RETURN_CANCELLED-" + number + "-R1"));
        yard.until("both reminders told", () -> yard.messages("T6").stream().filter("提醒：退货还没有寄出"::equals).count() == 2);
    }

    @Test
    void aReturnWhoseCaseIsClosedIsCancelledAtTheWarehouse() {
        String number = yard.sold("T7", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        transaction.executeWithoutResult(status -> cases.close(number, "WITHDRAWN"));
        assertThat(yard.state(number)).isEqualTo("WITHDRAWN");
        yard.until("warehouse told", () -> yard.told(number).contains("events RETURN_CANCELLED-" + number + "-R1"));
    }

    @Test
    void onlyWhoAnswersForTheShopChangesItsReturnAddress() {
        String path = "/api/return-address/" + yard.shop;
        String address = "{\"zh\":\"杭州市西湖区一号仓 李收 13800000000\",\"en\":\"Li, Warehouse 1, Xihu, Hangzhou, 13800000000\"}";
        assertThat(yard.as("he").put(path, address).status()).isEqualTo(403);
        assertThat(yard.as("manager").put(path, "{\"zh\":\"无\",\"en\":\"none\"}").status()).isEqualTo(422);
        assertThat(yard.as("manager").put(path, address).json().path("zh").asString()).contains("一号仓");
        String number = yard.sold("T8", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        assertThat(yard.goods(number).at("/goods/address").asString()).contains("一号仓");
    }

    @Test
    void newsThatComeBeforeTheProcessWaitForIt() {
        String number = yard.sold("T9", "P-1", 1);
        transaction.executeWithoutResult(status -> sendingBack.open(number, "buyer", "NO_REASON"));
        yard.sendsBack("T9", "BEFORE9");
        yard.takenIn("K-T9", "BEFORE9", 1, 900);
        assertThat(yard.state(number)).isEqualTo("ARRIVED");
        yard.returnAgreed(number, "NO_REASON");
        yard.task(number, "receiveParcel");
    }

    @Test
    void aProcessThatMissedTheNewsIsToldAgain() {
        String number = yard.sold("T10", "P-1", 1);
        yard.returnAgreed(number, "NO_REASON");
        transaction.executeWithoutResult(status -> sql.sql("""
                update logistics.goods_return set state = 'ARRIVED', waybill = 'MISSED10', arrived_at = now(), confirm_by = now() + interval '3 days',
                  escalate_at = now() + interval '2 days', changed_at = now() - interval '5 minutes' where case_number = :number
                """).param("number", number).update());
        assertThat(yard.tasks(number)).doesNotContain("receiveParcel");
        sweep.look();
        yard.task(number, "receiveParcel");
        sweep.look();
        assertThat(yard.tasks(number)).containsOnlyOnce("receiveParcel");
    }

    @Test
    void goodsOfNoLineAreShownToWhoCounts() {
        String number = awaited("T11", "OTHER11");
        yard.tell("receipts", """
                {"receiptId":"K-T11","waybill":"OTHER11","receivedAt":"%s","lines":[{"sku":"STRANGE","quantity":1}]}""".formatted(Yard.days(0)));
        assertThat(yard.opened("he", number, "receiveParcel").at("/data/otherGoods").asBoolean()).isTrue();
        yard.done("he", number, "receiveParcel", Map.of("lines", List.of(Map.of("counted", 0)), "otherGoods", true,
                "evidence", List.of(yard.attaches("he", number))));
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("NONE")));
        assertThat(yard.goods(number).at("/goods/outcome").asString()).isEqualTo("wrongGoods");
    }
}
