package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer asks for their money; an agent agrees, a supervisor approves, the provider pays once, the buyer is told. */
@RoomTest
class RefundJourney extends Journey {

    @Test
    void aRequestFromTheSandboxBecomesMoneyOnceAndABuyerWhoKnows() {
        DemoShop shop = new DemoShop(as("lin"));
        JsonNode order = shop.untouched("SHIPPED", 20_000, 50_000, 1);
        String id = order.path("orderId").asString();
        long paid = order.at("/paid/minor").asLong();

        Visit lin = comes("lin", "/");
        pushes(lin, id);
        String number = caseOf(id);
        reviews(lin, number);
        approves(comes("zhou", "/desk?view=team"), number);

        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        until("buyer told", () -> shop.messages(id).contains("退款已到账"));
        assertThat(shop.paidBack(id).stream().mapToLong(Long::longValue).sum()).isEqualTo(paid);
        assertThat(shop.paidBack(id)).hasSize(order.path("payments").asInt());
        sandboxTellsIt(lin, id, order.path("payments").asInt());
        casePageTellsIt(lin, number);
        lin.nothingWentWrong("401");
    }

    private static void pushes(Visit lin, String order) {
        lin.follow("沙箱");
        Locator line = lin.page().locator("li.world-order").filter(new Locator.FilterOptions().setHasText(order));
        line.getByRole(AriaRole.BUTTON).first().click();
        lin.reads("已为订单 " + order + " 推送仅退款申请");
        assertThat(lin.part("买家申请")).containsText(order);
    }

    private void reviews(Visit lin, String number) {
        taskOf(number, "reviewRequest");
        lin.keys("KeyG", "KeyD", "Digit2");
        lin.walkTo(number);
        assertThat(lin.text("认领后即可填写")).isVisible();
        lin.keys("KeyC");
        assertThat(lin.button("放回")).isVisible();
        lin.stepsIntoTheForm();
        lin.keys("Space");
        assertThat(lin.page().getByLabel("同意退款")).isChecked();
        assertThat(lin.page().getByLabel("退款金额")).not().hasValue("");
        lin.picture("refund-agreed");
        lin.keys("Control+Enter");
        lin.reads(number + " 已完成");
    }

    private void approves(Visit zhou, String number) {
        taskOf(number, "approveRefund");
        zhou.row(number).click();
        zhou.press("认领");
        zhou.page().getByLabel("批准").check();
        zhou.press("完成");
        zhou.reads(number + " 已完成");
        zhou.nothingWentWrong("401");
    }

    private static void sandboxTellsIt(Visit lin, String order, int payments) {
        lin.follow("沙箱");
        assertThat(lin.part("资金流水（支付渠道实付）").getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("PAY-" + order))).hasCount(payments);
        assertThat(lin.part("买家收到的消息").getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(order)).filter(new Locator.FilterOptions().setHasText("退款已到账")))
                .hasCount(1);
        lin.picture("refund-sandbox");
    }

    private static void casePageTellsIt(Visit lin, String number) {
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已退款");
        assertThat(lin.page().locator(".timeline")).containsText("审核同意退款");
        lin.picture("refund-case-timeline");
        lin.page().getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText("流程位置")).click();
        lin.reads("流程已走完");
        assertThat(lin.page().locator(".picture .flow-done").first()).isVisible();
        lin.showsWatermark(".bjs-powered-by");
        lin.picture("refund-case-flow");
    }
}
