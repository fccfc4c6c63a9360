package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods go back: because a buyer changed their mind, because an exchange cannot be had, because something broke. */
@RoomTest
class ReturnJourney extends Journey {

    private DemoShop shop;
    private String order;
    private String number;
    private long paid;

    @Test
    void whoChangesTheirMindSendsItBackAndIsPaidOnceItIsFoundIntact() {
        Visit lin = asks("RETURN_REFUND", "NO_REASON", 11, "");
        assertThat(lin.part("买家申请")).containsText("退货退款");
        String waybill = sendsBack(lin);
        Dock dock = new Dock(comes("he", "/receiving"));
        dock.counts(waybill, pieces());
        dock.findsIntact(waybill);

        isPaidBack();
        until("buyer told", () -> shop.messages(order).contains("退款已到账"));
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已退款");
        assertThat(lin.part("退回商品")).containsText("完好");
        assertThat(lin.part("退回商品")).containsText(waybill);
        assertThat(lin.part("责任认定")).containsText("买家承担");
        lin.picture("return-mind-changed");
        lin.nothingWentWrong("401");
    }

    @Test
    void anExchangeThatIsOutOfStockBecomesMoney() {
        Visit lin = asks("EXCHANGE", "NO_REASON", 5, "NO_STOCK");
        reviews(lin);
        lin.page().getByLabel("同意退款").check();
        assertThat(lin.field("同意的办法").locator(".fjs-select-display")).hasText("换货");
        lin.press("完成");
        lin.reads(number + " 已完成");
        String waybill = sendsBack(lin);
        Dock dock = new Dock(comes("he", "/receiving"));
        dock.counts(waybill, pieces());
        dock.findsIntact(waybill);

        isPaidBack();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已退款");
        assertThat(lin.page().locator(".timeline")).containsText("缺货");
        assertThat(lin.part("换货发出")).containsText("缺货");
        lin.picture("return-exchange-refunded");
        lin.nothingWentWrong("401");
    }

    @Test
    void aFaultIsProvedPutOnItsSupplierAndTheBuyerChoosesTheWayOut() {
        Visit lin = asks("REFUND_ONLY", "QUALITY", 8, "");
        until("evidence is wanted", () -> remedies().at("/liability/state").asString("").equals("AWAITING_EVIDENCE"));
        lin.open("/cases/" + number);
        FileChooser files = lin.page().waitForFileChooser(() -> lin.press("添加凭证"));
        files.setFiles(new FilePayload("裂纹.png", "image/png", Photograph.png("CRACK  left arm of the lamp")));
        lin.reads("已添加 1 个文件");
        until("liability settled", () -> remedies().at("/liability/party").asString("").equals("SUPPLIER"));
        offersTwoWays(lin);
        theBuyerTakesTheSecond(lin);
        String waybill = sendsBack(lin);
        Dock dock = new Dock(comes("he", "/receiving"));
        dock.counts(waybill, pieces());
        dock.findsIntact(waybill);

        isPaidBack();
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已退款");
        assertThat(lin.part("责任认定")).containsText("兰亭供应链");
        lin.picture("return-supplier");
        lin.nothingWentWrong("401");
    }

    private void offersTwoWays(Visit lin) {
        reviews(lin);
        assertThat(lin.part("责任认定")).containsText("供应商");
        lin.page().getByLabel("给出几种办法供买家选择").check();
        lin.field("供选择的办法").getByLabel("换货").check();
        lin.field("供选择的办法").getByLabel("退货退款").check();
        lin.picture("return-offer");
        lin.press("完成");
        lin.reads(number + " 已完成");
        until("offered", () -> remedies().at("/offer/state").asString("").equals("OPEN"));
        lin.open("/cases/" + number);
        assertThat(lin.part("可选方案")).containsText("等买家选择");
    }

    private void theBuyerTakesTheSecond(Visit lin) {
        next(lin, "选方案 2");
        until("chosen", () -> remedies().at("/offer/chosen").asString("").equals("returnRefund"));
        lin.open("/cases/" + number + "?tab=messages");
        assertThat(lin.part("可选方案")).containsText("已选定");
        assertThat(lin.page().locator(".spoken-IN .bubble")).hasText("2");
        lin.picture("return-chosen");
    }

    /** A buyer of the demo asks on the sandbox page. */
    private Visit asks(String kind, String reason, int remainder, String tag) {
        shop = new DemoShop(as("lin"));
        JsonNode found = shop.untouched("DELIVERED", tag, remainder);
        order = found.path("orderId").asString();
        paid = found.at("/paid/minor").asLong();
        Visit lin = comes("lin", "/sandbox");
        lin.page().getByLabel("申请什么").selectOption(kind);
        lin.page().getByLabel("申请原因").selectOption(reason);
        lin.item("li.world-order", order).getByRole(AriaRole.BUTTON).first().click();
        lin.reads("已为订单 " + order + " 推送");
        number = caseOf(order);
        return lin;
    }

    private void reviews(Visit lin) {
        lin.open("/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=all");
        lin.press("认领");
        assertThat(lin.button("放回")).isVisible();
        assertThat(lin.page().locator(".task-form-readonly")).hasCount(0);
    }

    private String sendsBack(Visit lin) {
        until("the return is open", () -> goods().at("/goods/state").asString("").equals("OPEN"));
        next(lin, "全部寄回");
        until("the parcel is here", () -> goods().at("/goods/state").asString("").equals("ARRIVED"));
        return goods().at("/goods/waybill").asString();
    }

    private void next(Visit lin, String act) {
        lin.open("/sandbox");
        lin.item("li.world-request", order).getByText("接下来").click();
        lin.page().locator(".world-menu").getByText(act, new Locator.GetByTextOptions().setExact(true)).click();
        lin.reads(act + "：订单 " + order);
    }

    /** Each piece of the return by the number on it. */
    private String[] pieces() {
        return goods().at("/goods/expected").valueStream()
                .flatMap(line -> Collections.nCopies(line.path("quantity").asInt(), line.path("sku").asString()).stream()).toArray(String[]::new);
    }

    private void isPaidBack() {
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        assertThat(shop.paidBack(order).stream().mapToLong(Long::longValue).sum()).isEqualTo(paid);
    }

    private JsonNode goods() {
        return as("lin").get("/api/cases/" + number + "/goods").json();
    }

    private JsonNode remedies() {
        return as("lin").get("/api/cases/" + number + "/remedies").json();
    }
}
