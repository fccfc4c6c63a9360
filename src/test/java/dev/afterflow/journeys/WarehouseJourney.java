package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods go out again, a parcel is looked for, what came back is judged: three forms that people fill in, in both languages and two widths. */
@RoomTest
class WarehouseJourney extends Journey {

    private static final String SHOP = "warehouse-walk";
    private Stall stall;
    private String number;

    @Test
    void thePickerSendsTheExchangeWithTheRightGoodsOnly() {
        asks("WW1", "EXCHANGE", 5);
        comesBack("WW1", 2);
        String task = taskOf(number, "pickGoods").path("taskId").asString();
        looksRight("he", task, "pickGoods");

        Visit he = claimed("he", task);
        he.page().getByLabel("已拣齐并打包").check();
        he.page().getByLabel("已拣件数").fill("2");
        he.page().getByLabel("扫到的货号").fill("OTHER-1");
        he.page().getByLabel("承运商").fill("sf");
        he.page().getByLabel("新运单号").fill("NEW-WW1-01");
        he.press("完成");
        he.reads("扫到的不是 W-1-A，请换成清单上的商品");
        he.picture("pickGoods-wrong-goods");
        he.page().getByLabel("扫到的货号").fill("W-1-A");
        he.press("完成");
        he.reads(number + " 已完成");
        until("sent again", () -> as("lin").get("/api/cases/" + number + "/goods").json().at("/replacement/state").asString("").equals("SHIPPED"));
        he.nothingWentWrong("401", "422");
    }

    @Test
    void aParcelTheCarrierLostIsTracedWithItsWordsAndItsProofAndTheBuyerIsPaid() {
        asks("WW2", "RETURN_REFUND", 5);
        underWay("WW2");
        stall.tell("tracking", "{\"eventId\":\"E-WW2\",\"waybill\":\"BACKWW2\",\"code\":\"EXCEPTION\",\"at\":\"%s\"}".formatted(Stall.from(Duration.ZERO)));
        String task = taskOf(number, "traceReturn").path("taskId").asString();
        looksRight("lin", task, "traceReturn");

        Visit lin = claimed("lin", task);
        assertThat(lin.field("运单号").locator("input")).hasValue("BACKWW2");
        lin.page().getByLabel("确认丢失").check();
        lin.page().locator(".fjs-form-field-evidence input[type=file]")
                .setInputFiles(new FilePayload("遗失证明.png", "image/png", Photograph.png("LOST  the carrier's statement")));
        lin.reads("遗失证明.png");
        lin.page().getByLabel("承运商的说法").fill("承运商确认丢失，走理赔");
        lin.picture("traceReturn-lost");
        lin.press("完成");
        lin.reads(number + " 已完成");
        approvedIfAsked();
        until("paid", () -> state().equals("CLOSED"));
        lin.nothingWentWrong("401");
    }

    @Test
    void whatCameBackInPartIsJudgedByASupervisorWhoSaysWhyLessIsPaid() {
        asks("WW3", "RETURN_REFUND", 5);
        comesBack("WW3", 1);
        String task = taskOf(number, "reviewReturn").path("taskId").asString();
        looksRight("zhou", task, "reviewReturn");

        Visit zhou = claimed("zhou", task);
        zhou.page().getByLabel("扣款后退款").check();
        zhou.page().getByLabel("退款金额").fill("9999.00");
        zhou.page().getByLabel("给买家的说明").fill("两件只收到一件，按收到的一件退");
        zhou.press("完成");
        assertThat(zhou.field("退款金额").locator(".fjs-form-field-error")).isVisible();
        zhou.picture("reviewReturn-too-much");
        zhou.page().getByLabel("退款金额").fill("50.00");
        zhou.press("完成");
        zhou.reads(number + " 已完成");
        approvedIfAsked();
        until("paid", () -> state().equals("CLOSED"));
        zhou.nothingWentWrong("401", "422");
    }

    @AfterEach
    void chineseAgain() {
        List.of("he", "lin", "zhou").forEach(login -> speaks(login, "zh-CN"));
    }

    /** The open form in both languages and two widths: nothing cut off, nothing untranslated, no rule of access broken. */
    private void looksRight(String login, String task, String name) {
        for (String language : List.of("zh-CN", "en")) {
            speaks(login, language);
            Visit visit = comes(login, "/desk/" + task + "?view=all");
            assertThat(visit.page().locator(".task-form .fjs-powered-by")).isVisible();
            Inspection inspection = new Inspection(visit, language);
            inspection.look(name);
            inspection.nothingFound();
        }
        speaks(login, "zh-CN");
    }

    private void speaks(String login, String language) {
        assertThat(as(login).put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }

    private Visit claimed(String login, String task) {
        Visit visit = comes(login, "/desk/" + task + "?view=all");
        visit.press("认领");
        assertThat(visit.button("放回")).isVisible();
        assertThat(visit.page().locator(".task-form-readonly")).hasCount(0);
        return visit;
    }

    /** Two pieces, delivered yesterday, and their buyer's wish; so many are on the shelf. */
    private void asks(String order, String kind, int stock) {
        stall = new Stall(this, SHOP, "WWK", "仓库小铺");
        stall.tell("products", "{\"productId\":\"W-1\",\"title\":\"羊毛毯\",\"category\":\"家纺\",\"class\":\"STANDARD\",\"noReasonExcluded\":false,\"serials\":[]}");
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"欧阳修","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"W-1","sku":"W-1-A","title":"羊毛毯","quantity":2,"paid":{"minor":10000,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":10000,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%2$s","deliveredAt":"%3$s","lines":[{"lineId":"1","quantity":2}]}]}
                """.formatted(order, Stall.from(Duration.ofDays(-4)), Stall.from(Duration.ofDays(-1))));
        stall.tell("stock", "{\"sku\":\"W-1-A\",\"available\":%d,\"at\":\"%s\"}".formatted(stock, Stall.from(Duration.ofHours(-1))));
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"%2$s","askedRemedy":"","reasonCode":"七天无理由","reasonText":"颜色不合适",
                 "goodsReceived":true,"lines":[{"lineId":"1","quantity":2}],"askedAmount":null,"createdAt":"%3$s","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, kind, Stall.from(Duration.ZERO)));
        number = caseOf(order);
    }

    private void underWay(String order) {
        until("the return is open", () -> as("lin").get("/api/cases/" + number + "/goods").json().at("/goods/state").asString("").equals("OPEN"));
        stall.tell("parcels", """
                {"parcelId":"P-%1$s","version":"1","orderId":"%1$s","carrier":"sf","waybill":"BACK%1$s","sentAt":"%2$s"}
                """.formatted(order, Stall.from(Duration.ZERO)));
    }

    /** So many pieces come, are counted and found as they should be. */
    private void comesBack(String order, int pieces) {
        underWay(order);
        stall.tell("receipts", """
                {"receiptId":"K-%1$s","waybill":"BACK%1$s","receivedAt":"%2$s","weightGrams":900,"lines":[{"lineId":"1","quantity":%3$d,"grade":"A"}]}
                """.formatted(order, Stall.from(Duration.ZERO), pieces));
        does("he", "receiveParcel", Map.of("lines", List.of(Map.of("counted", pieces, "grade", "A"))));
        does("he", "inspectGoods", Map.of("findings", List.of("NONE")));
    }

    private void approvedIfAsked() {
        until("approval or the end", () -> state().equals("CLOSED") || as("zhou").get("/api/tasks?case=" + number).body().contains("\"approveRefund\""));
        if (!state().equals("CLOSED")) {
            does("manager", "approveRefund", Map.of("approval", "approved"));
        }
    }

    private String state() {
        return as("lin").get("/api/cases/" + number).json().at("/case/state").asString();
    }

    /** What this story does not walk itself is handed in at the same door, with a picture. */
    private void does(String login, String task, Map<String, Object> answers) {
        JsonNode item = taskOf(number, task);
        String path = "/api/tasks/" + item.path("taskId").asString();
        Map<String, Object> data = new HashMap<>(answers);
        if (login.equals("he")) {
            Visitor.Answer kept = as(login).upload("/api/cases/" + number + "/evidence",
                    List.of(new Visitor.Part("file", "photo.png", "image/png", Photograph.png(task + " " + number))));
            data.put("evidence", List.of(kept.json().get(0).path("id").asString()));
        }
        Visitor.Answer claim = as(login).post(path + "/claim", "{\"revision\":" + item.path("revision").asLong() + "}");
        long revision = claim.status() == 200 ? claim.json().path("revision").asLong() : item.path("revision").asLong();
        Visitor.Answer done = as(login).post(path + "/complete", json.writeValueAsString(Map.of("revision", revision, "data", data)));
        assertThat(done.status()).as(task + " " + done.body()).isEqualTo(200);
    }
}
