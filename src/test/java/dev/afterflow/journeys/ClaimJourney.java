package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost parcel is claimed from its carrier, by hand in a portal or by machine beside the buyer's refund, refused, appealed, agreed to in part, paid and booked. */
@RoomTest
class ClaimJourney extends Journey {

    private static final String CARRIER = "qinglu";
    private Stall stall;

    @BeforeEach
    void aShop() {
        stall = new Stall(this, "claims-j", "CLJ", "理赔小铺");
        stall.sells("CJ2611300001", "诸葛失物");
    }

    @Test
    void aLostParcelIsClaimedRefusedAppealedPaidInPartAndBooked() {
        String number = as("lin").send("POST", "/api/cases", """
                {"shop":"claims-j","kind":"LOGISTICS","orderId":"CJ2611300001","reasonCode":"NOT_RECEIVED","reasonText":"来电：包裹丢了","goodsReceived":false}
                """, "Idempotency-Key", "claim-journey").json().path("number").asString();
        Visit lin = comes("lin", "/cases/" + number);
        opensAClaim(lin);
        filesByHand(lin, number, "QL-1001");

        lin.open("/claims?carrier=" + CARRIER);
        assertThat(lin.page().locator("table tbody tr")).hasCount(1);
        lin.page().locator("table tbody tr a").first().click();
        lin.page().waitForURL("**/claims/C*");
        String claim = lin.page().url();
        lin.picture("claim-filed");
        hears(lin, "拒绝", null, "QL-D1");
        lin.reads("待决定");

        decides(lin, number, "申诉");
        filesByHand(lin, number, "QL-1002");
        lin.page().navigate(claim);
        hears(lin, "部分同意", "80.00", "QL-P1");
        lin.reads("待决定");
        decides(lin, number, "接受已同意的金额");

        stall.tell("settlements", """
                {"carrier":"%s","lineId":"QL-PAY-1","reference":"QL-P1","amount":{"minor":8000,"currency":"CNY"},"paidAt":"%s"}
                """.formatted(CARRIER, Stall.from(Duration.ZERO)));
        lin.page().navigate(claim);
        assertThat(lin.page().locator(".page-head .tag").first()).hasText("已到账");
        assertThat(lin.part("金额").first()).containsText("¥80.00");
        lin.picture("claim-paid");
        assertThat(as("lin").get("/api/cases/" + number + "/claims").json().at("/0/outcome").asString()).isEqualTo("PART_PAID");
        lin.nothingWentWrong("401");
    }

    @Test
    void aLostParcelIsRefundedAtOnceAndItsClaimIsDeniedAppealedPaidInPartAndBooked() {
        String order = "CJ2611300002";
        lost(order);
        String number = caseOf(order);
        done("lin", number, "checkAddress", "\"said\":\"NOT_RECEIVED\",\"verdict\":\"SAME\"");
        until("the buyer is asked", () -> as("lin").get("/api/cases/" + number + "/parcel").json().at("/complaint/way").asString().equals("choice"));
        stall.tell("messages", """
                {"messageId":"M-%s","caseNumber":"%s","from":"BUYER","text":"2","sentAt":"%s"}""".formatted(order, number, Stall.from(Duration.ofSeconds(1))));
        done("zhou", number, "approveRefund", "\"approval\":\"approved\"");
        until("the buyer has the money", () -> as("lin").get("/api/cases/" + number + "/parcel").json().at("/complaint/outcome").asString().equals("REFUNDED"));
        String claim = as("lin").get("/api/cases/" + number + "/claims").json().at("/0/claimNo").asString();
        answers(claim, "{\"outcome\":\"DENY\",\"id\":");

        Visit lin = comes("lin", "/claims/" + claim);
        lin.reads("待决定");
        assertThat(lin.page().locator("main")).containsText("不予赔付");
        decides(lin, number, "申诉");
        answers(claim + "-2", "{\"outcome\":\"PART\",\"minor\":4000,\"id\":");
        lin.open("/claims/" + claim);
        lin.reads("待决定");
        assertThat(lin.part("金额").first()).containsText("¥40.00");
        decides(lin, number, "接受已同意的金额");
        as("lin").post("/sandbox/world/carriers/post", "{\"numbers\":[\"" + claim + "\",\"" + claim + "-2\"]}").json().path("settlements")
                .forEach(line -> stall.tell("settlements", line.toString()));
        lin.open("/claims/" + claim);
        assertThat(lin.page().locator(".page-head .tag").first()).hasText("已到账");
        assertThat(lin.part("金额").first()).containsText("¥40.00");
        lin.picture("claim-automatic");
        assertThat(as("lin").get("/api/cases/" + number + "/claims").json().at("/0/outcome").asString()).isEqualTo("PART_PAID");
        lin.nothingWentWrong("401");
    }

    @Test
    void aParcelThatTurnsUpTakesItsPaidClaimBackAndTheMoneyReturns() {
        stall.sells("CJ2611300003", "欧阳复得");
        String number = as("lin").send("POST", "/api/cases", """
                {"shop":"claims-j","kind":"LOGISTICS","orderId":"CJ2611300003","reasonCode":"NOT_RECEIVED","reasonText":"来电：包裹丢了","goodsReceived":false}
                """, "Idempotency-Key", "claim-journey-found").json().path("number").asString();
        Visit lin = comes("lin", "/cases/" + number);
        opensAClaim(lin);
        filesByHand(lin, number, "QL-2001");
        String claim = as("lin").get("/api/cases/" + number + "/claims").json().at("/0/claimNo").asString();
        stall.tell("settlements", """
                {"carrier":"%s","lineId":"QL-PAY-2","claimNo":"%s","amount":{"minor":9900,"currency":"CNY"},"paidAt":"%s"}
                """.formatted(CARRIER, claim, Stall.from(Duration.ZERO)));

        Visit chen = comes("chen", "/claims/" + claim);
        assertThat(chen.page().locator(".page-head .tag").first()).hasText("已到账");
        chen.press("包裹已找到");
        chen.page().getByLabel("在哪里、怎么找到的").fill("网点来电：在中转站找到，明天派送");
        chen.picture("claim-found");
        chen.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记").setExact(true)).click();
        chen.reads("已登记");

        lin.open("/cases/" + number);
        lin.reads("网点来电：在中转站找到，明天派送");
        task(lin, "决定理赔去留").click();
        lin.press("认领");
        lin.page().getByLabel("撤回理赔（已到账的赔款随后退回）").check();
        lin.picture("claim-settle-found");
        lin.press("完成");
        lin.reads(number + " 已完成");

        Visit xu = comes("xu", "/desk/" + taskOf(number, "returnClaimMoney").path("taskId").asString() + "?view=all");
        xu.press("认领");
        xu.page().getByLabel("已转账退回承运商").check();
        xu.page().getByLabel("付款流水号").fill("BK-20261130-7");
        xu.picture("claim-return-money");
        xu.press("完成");
        xu.reads(number + " 已完成");
        chen.open("/claims/" + claim);
        assertThat(chen.page().locator(".page-head .tag").first()).hasText("已撤回");
        chen.picture("claim-withdrawn");
        List.of(lin, chen, xu).forEach(each -> each.nothingWentWrong("401"));
    }

    /** A parcel that stands still for twelve days at a carrier who takes work orders, and a buyer who asks for it. */
    private void lost(String order) {
        String left = Stall.from(Duration.ofDays(-20));
        stall.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"司马失物","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","quantity":1,"productId":"P-1","sku":"S-1","title":"羊毛毯 150×200cm","paid":{"minor":9900,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":9900,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"yto","waybill":"YT%1$s","shippedAt":"%2$s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, left));
        stall.tell("tracking", """
                {"eventId":"S-%1$s","carrier":"yto","waybill":"YT%1$s","code":"IN_TRANSIT","at":"%2$s","place":"杭州","text":"到达转运中心"}
                """.formatted(order, Stall.from(Duration.ofDays(-12))));
        stall.tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"LOGISTICS","askedRemedy":null,"reasonCode":null,"reasonText":"一直没收到，物流十几天没更新",
                 "goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%2$s","platformDeadline":null,"status":"OPEN"}
                """.formatted(order, Stall.from(Duration.ZERO)));
    }

    private void done(String login, String number, String task, String data) {
        String path = "/api/tasks/" + taskOf(number, task).path("taskId").asString();
        int revision = as(login).get(path).json().at("/item/revision").asInt();
        Visitor.Answer answer = as(login).post(path + "/complete", "{\"revision\":" + revision + ",\"data\":{" + data + "}}");
        assertThat(answer.status()).as(task + " " + answer.body()).isEqualTo(200);
    }

    /** The played carrier answers the work order of this filing, once it has come. */
    private void answers(String filing, String wish) {
        until("work order " + filing, () -> workOrder(filing).isPresent());
        assertThat(as("lin").post("/sandbox/world/carriers/answer", wish + workOrder(filing).orElseThrow() + "}").status()).isEqualTo(200);
    }

    private Optional<String> workOrder(String filing) {
        return as("lin").get("/sandbox/world/carriers").json().path("orders").valueStream().filter(order -> order.path("reference").asString("").equals(filing))
                .map(order -> order.path("id").asString()).findFirst();
    }

    private static void opensAClaim(Visit lin) {
        lin.press("发起理赔");
        Locator dialog = lin.page().getByRole(AriaRole.DIALOG);
        lin.pick("承运商", CARRIER);
        dialog.getByLabel("损失（CNY）").fill("99.00");
        lin.picture("claim-open");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发起").setExact(true)).click();
        lin.reads("理赔已发起");
    }

    private static void filesByHand(Visit lin, String number, String reference) {
        lin.open("/cases/" + number);
        task(lin, "人工提交").click();
        lin.press("认领");
        lin.page().getByLabel("对方给的受理编号").fill(reference);
        lin.picture("claim-by-hand");
        lin.press("完成");
        lin.reads(number + " 已完成");
    }

    private static void decides(Visit lin, String number, String what) {
        lin.open("/cases/" + number);
        task(lin, "决定下一步").click();
        lin.press("认领");
        lin.page().getByLabel(what, new Page.GetByLabelOptions().setExact(true)).check();
        lin.press("完成");
        lin.reads(number + " 已完成");
    }

    private static Locator task(Visit lin, String name) {
        return lin.page().locator(".open-task").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void hears(Visit lin, String verdict, String amount, String reference) {
        lin.press("登记承运商答复");
        lin.pick("答复", verdict);
        Locator dialog = lin.page().getByRole(AriaRole.DIALOG);
        if (amount != null) {
            dialog.getByLabel("同意金额（CNY）").fill(amount);
        }
        dialog.getByLabel("承运商的编号").fill(reference);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记").setExact(true)).click();
        lin.reads("答复已登记");
    }
}
