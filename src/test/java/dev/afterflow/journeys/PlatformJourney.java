package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.afterflow.RoomTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Custom-made goods do not go back without a reason; the buyer takes it to the platform, and the house answers in time. */
@RoomTest
class PlatformJourney extends Journey {

    private static final String ORDER = "PL2611210001";

    @Test
    void aLawfulRefusalIsStoodByBeforeThePlatform() {
        Stall stall = new Stall(this, "platform", "PLT", "定制小铺");
        madeToMeasure(stall);
        asks(stall, 1, "");
        String number = caseOf(ORDER);
        Visit chen = comes("chen", "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=all");
        refuses(chen, number);

        asks(stall, 2, ",\"platform\":{\"step\":\"STEPPED_IN\",\"deadline\":\"%s\",\"words\":\"请商家在期限内举证\"}".formatted(Stall.from(Duration.ofDays(3))));
        answers(number);
        asks(stall, 3, ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"SELLER\"}");

        until("closed", () -> as("chen").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        chen.open("/cases/" + number);
        chen.reads("工单已结案：平台支持商家");
        assertThat(chen.part("平台介入")).containsText("平台裁定：支持商家");
        assertThat(as("chen").get("/api/cases/" + number).json().path("refunds")).isEmpty();
        chen.picture("platform-closed");
        chen.nothingWentWrong("401");
    }

    private static void refuses(Visit chen, String number) {
        chen.press("认领");
        assertThat(chen.button("放回")).isVisible();
        chen.page().getByLabel("拒绝", new Page.GetByLabelOptions().setExact(true)).check();
        chen.page().getByLabel("给买家的说明").fill("按尺寸裁剪的定制商品，下单时您已勾选确认不适用七天无理由退货。");
        chen.choose("法定拒绝理由", "不符合退货条件（见资格判定）");
        chen.picture("platform-refused");
        chen.press("完成");
        chen.reads(number + " 已完成");
    }

    private void answers(String number) {
        Visit zhao = comes("zhao", "/desk/" + taskOf(number, "answerPlatform").path("taskId").asString() + "?view=all");
        assertThat(zhao.part("平台介入")).containsText("最晚举证");
        assertThat(zhao.part("平台介入")).containsText("请商家在期限内举证");
        zhao.press("认领");
        assertThat(zhao.button("放回")).isVisible();
        zhao.page().getByLabel("举证说明我方处理有据").check();
        zhao.page().getByLabel("给平台的说明").fill("商品按买家尺寸裁剪；下单页单独确认记录见凭证。");
        zhao.picture("platform-answer");
        zhao.press("完成");
        zhao.reads(number + " 已完成");
        zhao.nothingWentWrong("401");
    }

    /** Curtains cut to the buyer's size, arrived yesterday; the buyer confirmed that they do not go back. */
    private static void madeToMeasure(Stall stall) {
        stall.tell("products", """
                {"productId":"P-CUT","title":"定制窗帘","category":"home-textile","class":"CUSTOM","noReasonExcluded":true,
                 "exclusionConfirmedAt":"%s","exclusionProof":"下单页单独勾选，记录 77","warrantyDays":0,"warrantyFrom":"DELIVERY","durable":false}
                """.formatted(Stall.from(Duration.ofDays(-9))));
        stall.tell("orders", """
                {"orderId":"%1$s","version":"1","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"司马相如","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","quantity":1,"productId":"P-CUT","sku":"CUT-1","title":"定制窗帘 2.7×3.1 米",
                   "paid":{"minor":68800,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":68800,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%1$s","shippedAt":"%3$s","deliveredAt":"%4$s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(ORDER, Stall.from(Duration.ofDays(-9)), Stall.from(Duration.ofDays(-4)), Stall.from(Duration.ofDays(-1))));
    }

    private static void asks(Stall stall, int version, String platform) {
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"%2$d","orderId":"%1$s","kind":"RETURN_REFUND","askedRemedy":"RETURN_REFUND","reasonCode":"NO_REASON",
                 "reasonText":"颜色和家里不搭，想退","goodsReceived":true,"lines":[{"lineId":"1","quantity":1}],"askedAmount":{"minor":68800,"currency":"CNY"},
                 "createdAt":"%3$s","platformDeadline":"%4$s","status":"OPEN"%5$s}
                """.formatted(ORDER, version, Stall.from(Duration.ZERO), Stall.from(Duration.ofDays(5)), platform));
    }
}
