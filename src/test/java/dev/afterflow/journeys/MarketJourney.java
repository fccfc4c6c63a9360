package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A refund at Tmall is refused here and there with ground and proof, the buyer takes it to the platform, and the platform decides for the house. */
@RoomTest
class MarketJourney extends Journey {

    private static final String SHOP = "market-j";
    private static final String TRADE = "7126113000012";
    private static final Duration READ = Duration.ofSeconds(90);
    private final Bilingual both = new Bilingual(this, "lin");
    private String number;
    private String refund;

    @Test
    void aTmallRefundIsRefusedEscalatedAndDecided() {
        Stall stall = new Stall(this, SHOP, "MKJ", "天猫小铺");
        connected();
        sold(stall);
        refund = happens("refunds", Map.of("shop", SHOP, "tid", TRADE, "type", "REFUND", "fee", "88.00", "reason", "未收到货"));
        until("the refund is read", READ, () -> !as("lin").get("/api/cases?q=" + TRADE).json().path("items").isEmpty());
        number = caseOf(TRADE);
        Visit lin = comes("lin", "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=all");
        refuses(lin);
        until("refused there", READ, () -> deeds().contains("REFUSED"));

        happens("act", Map.of("name", refund, "what", "STEP_IN"));
        until("the platform stepped in", READ, () -> as("lin").get("/api/tasks?case=" + number).body().contains("answerPlatform"));
        contests();
        happens("act", Map.of("name", refund, "what", "FOR_SELLER"));
        until("closed", READ, () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        assertThat(deeds()).containsExactly("REFUSED");
        lin.open("/cases/" + number);
        lin.reads("工单已结案：平台支持商家");
        lin.reads("拒绝已提交平台");
        both.looks(lin, "market-decided");
        lin.nothingWentWrong("401");
    }

    private static void refuses(Visit lin) {
        lin.press("认领");
        assertThat(lin.button("放回")).isVisible();
        lin.page().getByLabel("拒绝", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(lin.field("拒绝同时提交至平台").locator("input")).hasValue(Pattern.compile(".*天猫.*"));
        lin.choose("法定拒绝理由", "有签收证明（附凭证）");
        lin.choose("平台拒绝原因", "未收到退货");
        lin.page().getByLabel("给买家的说明").fill("物流显示本人签收，签收底单见附件。");
        lin.page().locator(".fjs-form-field-evidence input[type=file]").setInputFiles(new FilePayload("签收底单.png", "image/png", Photograph.png("SIGNED AT THE DOOR")));
        assertThat(lin.page().locator(".evidence-strip img")).hasAttribute("alt", "签收底单.png");
        lin.picture("market-refuses");
        lin.press("完成");
        assertThat(lin.button("完成")).hasCount(0);
    }

    private void contests() {
        Visit zhao = comes("zhao", "/desk/" + taskOf(number, "answerPlatform").path("taskId").asString() + "?view=all");
        zhao.press("认领");
        assertThat(zhao.button("放回")).isVisible();
        zhao.page().getByLabel("举证说明我方处理有据").check();
        zhao.page().getByLabel("给平台的说明").fill("签收底单已随拒绝提交。");
        zhao.picture("market-contests");
        zhao.press("完成");
        zhao.reads(number + " 已完成");
        zhao.nothingWentWrong("401");
    }

    private void connected() {
        Visitor.Answer answer = as("admin").put("/api/connections/" + SHOP + "/taobao", json.writeValueAsString(Map.of("inUse", true,
                "settings", Map.of("url", "http://127.0.0.1:" + port + "/sandbox/taobao/router/rest", "appKey", "21000001", "kind", "tmall"),
                "secrets", Map.of("appSecret", "taobao-demo-secret", "session", "demo-session-" + SHOP))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Something happens at the played marketplace; answers the name of what it happened to. */
    private String happens(String what, Map<String, ?> words) {
        Visitor.Answer answer = as("lin").post("/sandbox/world/markets/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("name").asString();
    }

    private List<String> deeds() {
        return as("lin").get("/sandbox/world/markets/deeds?name=" + refund).json().valueStream().map(deed -> deed.path("deed").asString()).toList();
    }

    private static void sold(Stall stall) {
        stall.tell("orders", """
                {"orderId":"%1$s","version":"1","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-%1$s","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","title":"毛毯","quantity":1,"paid":{"minor":8800,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%1$s","provider":"taobao","method":"alipay","paid":{"minor":8800,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%1$s","shippedAt":"%3$s","deliveredAt":null,"lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(TRADE, Stall.from(Duration.ofDays(-4)), Stall.from(Duration.ofDays(-3))));
    }
}
