package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods are gone: an agent writes it down, the buyer is told the truth and chooses, the money is back; a manager sets what late orders cost. */
@RoomTest
class CareJourney extends Journey {

    private Stall stall;

    @BeforeEach
    void aShop() {
        stall = new Stall(this, "care-journey", "CJY", "关怀小铺");
    }

    @Test
    void aBuyerWhoseGoodsAreGoneChoosesTheRefundAndGetsIt() {
        waits("KJ2611300001", "上官待发");
        Visit lin = comes("lin", "/cases");
        lin.keys("Control+KeyK");
        assertThat(lin.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("命令面板"))).isFocused();
        lin.page().keyboard().type("新建工单");
        lin.keys("Enter");
        assertThat(lin.page().getByLabel("查找订单")).isFocused();
        lin.page().keyboard().type("KJ2611300001");
        lin.page().locator(".order-hit").filter(new Locator.FilterOptions().setHasText("KJ2611300001")).click();
        lin.pick("类型", "订单异常");
        lin.pick("原因", "无货");
        lin.page().getByLabel("买家原话").fill("仓库来电：盘点发现这一件没有了");
        lin.picture("care-new");
        lin.press("创建工单");
        lin.page().waitForURL("**/cases/CJY*");
        String number = lin.page().url().substring(lin.page().url().lastIndexOf('/') + 1);

        assesses(lin);
        until("the buyer is asked", () -> new DemoShop(as("lin")).messages("KJ2611300001").contains("您的订单遇到问题，请您选择"));
        stall.tell("messages", "{\"messageId\":\"M-%s\",\"caseNumber\":\"%s\",\"from\":\"BUYER\",\"text\":\"1\",\"sentAt\":\"%s\"}"
                .formatted(number, number, Stall.from(Duration.ZERO)));
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        assertThat(new DemoShop(as("lin")).paidBack("KJ2611300001")).containsExactly(Stall.PRICE);
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已退款");
        assertThat(lin.page().locator(".timeline")).containsText("买家选择：退款");
        lin.picture("care-closed");
        lin.page().getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText("流程位置")).click();
        lin.reads("流程已走完");
        lin.showsWatermark(".bjs-powered-by");
        lin.picture("care-flow");
        lin.nothingWentWrong("401");
    }

    @Test
    void aManagerSetsWhatALateOrderCosts() {
        Visit manager = comes("manager", "/admin?tab=promise&shop=care-journey");
        manager.reads("还没有设定");
        manager.page().getByLabel("赔付规则").selectOption("INTERNAL");
        manager.page().getByLabel("付款后几小时内发货").fill("24");
        manager.picture("care-promise");
        manager.press("保存");
        manager.reads("发货承诺已保存");
        assertThat(manager.part("各日期的设定")).containsText("企业标准");
        assertThat(as("manager").get("/api/ship-promise/care-journey").json().at("/now/promiseHours").asInt()).isEqualTo(24);
        manager.nothingWentWrong("401");
    }

    @Test
    void aManagerSeesHowManyOrdersPaidAtTheDoorWereConfirmedAndWhyOthersWereNot() {
        String order = "KJ2611300002";
        String now = Stall.from(Duration.ofHours(-1));
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"CREATED","currency":"CNY","createdAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"慕容到付","phone":"13800001234","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-CJ","title":"羊毛毯","quantity":1,"paid":{"minor":%3$d,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"cod","method":"cod","paid":{"minor":%3$d,"currency":"CNY"}}],"shipments":[]}
                """.formatted(order, now, Stall.PRICE));
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"COD","reasonCode":"COD","reasonText":"货到付款，送之前先打个电话",
                 "goodsReceived":false,"lines":[],"createdAt":"%2$s","status":"OPEN"}
                """.formatted(order, now));
        String number = caseOf(order);
        Visit lin = comes("lin", "/cases/" + number);
        lin.page().locator(".open-task").click();
        lin.press("认领");
        lin.page().getByLabel("不要了").check();
        lin.choose("不要的原因", "价格");
        lin.press("完成");
        lin.reads(number + " 已完成");

        Visit manager = comes("manager", "/cockpit?shop=care-journey");
        assertThat(manager.part("货到付款确认")).containsText("价格");
        assertThat(manager.part("货到付款确认")).containsText("电话确认");
        manager.part("货到付款确认").scrollIntoViewIfNeeded();
        manager.picture("care-cod");
        manager.nothingWentWrong("401");
    }

    private static void assesses(Visit lin) {
        lin.page().locator(".open-task").click();
        lin.press("认领");
        lin.page().getByLabel("发不了，请买家选择").check();
        lin.page().getByLabel("可以改发的商品（没有就不填）").fill("灰色同款");
        lin.field("说明").locator("textarea").fill("供应商断货，无法确定到货日期");
        lin.picture("care-assess");
        lin.press("完成");
        lin.reads("已完成");
    }

    private void waits(String order, String buyer) {
        String paid = Stall.from(Duration.ofHours(-2));
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"PAID","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"%3$s","phone":"13800001234","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-CJ","title":"羊毛毯","quantity":1,"paid":{"minor":%4$d,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":%4$d,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[]}
                """.formatted(order, paid, buyer, Stall.PRICE));
    }
}
