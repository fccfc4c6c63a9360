package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At the workshop's counter: a shortage that the scales prove, and a device that fails again and again. */
@RoomTest
class WorkshopJourney extends Journey {

    private Stall stall;
    private String number;

    @BeforeEach
    void open() {
        stall = new Stall(this, "workshop-journey", "WSJ", "修修小铺");
        stall.tell("products", """
                {"productId":"WJ-1","title":"电动牙刷","category":"小家电","class":"STANDARD","noReasonExcluded":false,"warrantyDays":365,
                 "warrantyFrom":"DELIVERY","supplier":"北方电器","durable":true,"weightGrams":400,"serials":[]}""");
    }

    private void sold(String order, int daysAgo) {
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"张三","phone":"13800001234","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"WJ-1","sku":"WJ-1-A","title":"电动牙刷","quantity":2,"paid":{"minor":20000,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":20000,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%3$s","deliveredAt":"%4$s","lines":[{"lineId":"1","quantity":2}]}]}
                """.formatted(order, Stall.from(Duration.ofDays(-daysAgo - 3)), Stall.from(Duration.ofDays(-daysAgo - 2)), Stall.from(Duration.ofDays(-daysAgo))));
    }

    private void asks(String order, String kind, String words) {
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"%2$s","askedRemedy":"","reasonCode":"","reasonText":"%3$s","goodsReceived":true,
                 "lines":[{"lineId":"1","quantity":1}],"askedAmount":null,"createdAt":"%4$s","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, kind, words, Stall.from(Duration.ZERO)));
        number = caseOf(order);
    }

    @Test
    void aShortShipmentProvedByWeightIsSentAgain() {
        sold("WSJ2611300001", 1);
        stall.tell("packing", """
                {"waybill":"OUTWSJ2611300001","version":"1","weightGrams":480,"packedAt":"%s","packedBy":"he","pictures":[],"lines":[{"lineId":"1","quantity":2}]}
                """.formatted(Stall.from(Duration.ofDays(-3))));
        asks("WSJ2611300001", "SHORT", "打开只有一支");
        Visit lin = comes("lin", "/");
        opens(lin, "decideShortage");
        assertThat(lin.field("重量对照").locator("textarea")).hasValue("商品自重 800 克；出库 480 克；承运商 未知");
        assertThat(lin.part("少发错发")).containsText("仓库");
        lin.page().getByLabel("补寄缺件").check();
        lin.picture("workshop-short");
        lin.press("完成");
        lin.reads(number + " 已完成");
        picks(comes("he", "/"), "NEWWSJ1");

        isClosed();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已换货或补寄");
        assertThat(lin.part("少发错发")).containsText("追偿");
        lin.picture("workshop-short-closed");
        lin.nothingWentWrong("401");
    }

    @Test
    void aRepairThatFailsTwiceEndsInAnExchange() {
        sold("WSJ2611300002", 100);
        asks("WSJ2611300002", "REPAIR", "充不进电");
        Visit lin = comes("lin", "/");
        opens(lin, "reviewRepair");
        lin.page().getByLabel("寄来检测维修").check();
        lin.picture("workshop-repair-taken-in");
        lin.press("完成");
        lin.reads(number + " 已完成");
        Visit he = comes("he", "/");
        Dock dock = new Dock(comes("he", "/receiving"));
        for (String round : List.of("A", "B", "C")) {
            comesIn(dock, "WSJ2611300002", round);
            diagnoses(he, !round.equals("A"));
            if (!round.equals("C")) {
                repairs(he);
                picks(he, "HOMEWSJ" + round);
                failsAgain(lin);
            }
        }
        opens(lin, "chooseInstead");
        assertThat(lin.part("维修")).containsText("修后又坏 2 次");
        lin.page().getByLabel("换同款新机").check();
        lin.picture("workshop-repair-instead");
        lin.press("完成");
        lin.reads(number + " 已完成");
        picks(he, "NEWWSJ2");

        isClosed();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已换货或补寄");
        lin.picture("workshop-repair-closed");
        lin.nothingWentWrong("401");
        he.nothingWentWrong("401");
    }

    private void failsAgain(Visit lin) {
        until("vouched for", () -> as("lin").get("/api/cases/" + number + "/workshop").json().at("/repair/mayFail").asBoolean());
        lin.open("/cases/" + number);
        lin.press("买家说又坏了");
        lin.page().getByLabel("买家怎么说").fill("还是充不进电");
        lin.press("记下");
        assertThat(lin.page().getByLabel("买家怎么说")).hasCount(0);
    }

    private void opens(Visit visit, String task) {
        visit.open("/desk/" + taskOf(number, task).path("taskId").asString() + "?view=all");
        visit.press("认领");
        assertThat(visit.button("放回")).isVisible();
        assertThat(visit.page().locator(".task-form-readonly")).hasCount(0);
    }

    /** The buyer's parcel is counted and looked at where the warehouse takes parcels in. */
    private void comesIn(Dock dock, String order, String round) {
        until("the return is open", () -> as("lin").get("/api/cases/" + number + "/goods").json().at("/goods/state").asString("").equals("OPEN"));
        String waybill = "BACK" + order + round;
        stall.tell("parcels", """
                {"parcelId":"P-%1$s%2$s","version":"1","orderId":"%1$s","carrier":"sf","waybill":"%4$s","sentAt":"%3$s","freight":{"minor":0,"currency":"CNY"}}
                """.formatted(order, round, Stall.from(Duration.ZERO), waybill));
        dock.countsAndGrades(waybill, "B 可再售", "WJ-1-A");
        dock.findsOpened(waybill, "SN-" + order);
    }

    private void diagnoses(Visit he, boolean sameFault) {
        opens(he, "diagnoseGoods");
        he.page().getByLabel("有故障", new Page.GetByLabelOptions().setExact(true)).check();
        if (sameFault) {
            he.page().getByLabel("与上次是同一故障").check();
        }
        he.page().getByLabel("故障与原因").fill("电池不充电");
        he.picture("workshop-diagnosed");
        finishes(he);
    }

    private void repairs(Visit he) {
        opens(he, "repairGoods");
        he.page().getByLabel("修好了").check();
        he.page().getByLabel("零件成本").fill("12.00");
        he.page().getByLabel("人工成本").fill("8.00");
        he.picture("workshop-repaired");
        finishes(he);
    }

    /** Goods are picked, scanned and sent, and they arrive. */
    private void picks(Visit he, String waybill) {
        opens(he, "pickGoods");
        he.page().getByLabel("已拣齐并打包").check();
        he.page().getByLabel("已拣件数").fill("1");
        he.page().getByLabel("扫到的货号").fill("WJ-1-A");
        he.page().getByLabel("承运商").fill("sf");
        he.page().getByLabel("新运单号").fill(waybill);
        he.picture("workshop-picked");
        finishes(he);
        stall.tell("tracking", "{\"eventId\":\"D-%1$s\",\"waybill\":\"%1$s\",\"code\":\"DELIVERED\",\"at\":\"%2$s\"}".formatted(waybill, Stall.from(Duration.ZERO)));
    }

    private void finishes(Visit visit) {
        visit.press("完成");
        visit.reads(number + " 已完成");
    }

    private void isClosed() {
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
    }
}
