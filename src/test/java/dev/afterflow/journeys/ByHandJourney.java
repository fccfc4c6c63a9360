package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer calls: the case is opened by hand from wherever the agent is, and worked to its end. */
@RoomTest
class ByHandJourney extends Journey {

    @BeforeEach
    void aShop() {
        Stall stall = new Stall(this, "by-hand", "BHD", "手工小铺");
        stall.sells("BH2611210001", "司空见惯");
        stall.sells("BH2611210002", "欧阳路人");
    }

    @Test
    void aCallIsWrittenDownFromAnyScreenAndClosed() {
        Visit lin = comes("lin", "/cases");
        begins(lin, "SFBH2611210001");
        lin.page().locator(".order-hit").filter(new Locator.FilterOptions().setHasText("BH2611210001")).click();
        lin.pick("类型", "其他");
        lin.pick("诉求", "无");
        lin.pick("原因", "未收到货");
        lin.page().getByLabel("买家原话").fill("来电：包装盒上的赠品码兑不了");
        lin.picture("by-hand-form");
        lin.keys("Control+Enter");
        String number = arrivesAtCase(lin);

        worksByHand(lin, number);
        lin.open("/cases/" + number);
        lin.reads("工单已结案：已解决");
        assertThat(lin.page().locator(".case-head")).containsText("已结案");
        lin.picture("by-hand-closed");
        lin.nothingWentWrong("401");
    }

    @Test
    void aRefundAskedByPhoneWalksTheSameWayAsOneFromTheMarketplace() {
        Visit chen = comes("chen", "/sandbox");
        begins(chen, "欧阳路");
        chen.page().locator(".order-hit").filter(new Locator.FilterOptions().setHasText("BH2611210002")).click();
        chen.pick("原因", "未收到货");
        chen.page().getByLabel("买家原话").fill("来电：包裹丢了，要求退款");
        chen.press("创建工单");
        String number = arrivesAtCase(chen);

        chen.page().locator(".open-task").click();
        chen.press("认领");
        chen.page().getByLabel("同意退款").check();
        chen.press("完成");
        chen.reads(number + " 已完成");
        until("closed", () -> as("chen").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
        chen.open("/cases/" + number);
        chen.reads("工单已结案：已退款");
        assertThat(chen.page().locator(".case-body")).containsText("¥99.00");
        assertThat(new DemoShop(as("chen")).paidBack("BH2611210002")).containsExactly(Stall.PRICE);
        chen.nothingWentWrong("401");
    }

    private static void begins(Visit visit, String words) {
        visit.keys("Control+KeyK");
        Locator palette = visit.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("命令面板"));
        assertThat(palette).isFocused();
        visit.page().keyboard().type("新建工单");
        visit.keys("Enter");
        assertThat(visit.page().getByLabel("查找订单")).isFocused();
        visit.page().keyboard().type(words);
        visit.picture("by-hand-found");
    }

    private static String arrivesAtCase(Visit visit) {
        visit.page().waitForURL("**/cases/BHD*");
        assertThat(visit.page().locator(".open-task")).hasCount(1);
        String url = visit.page().url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void worksByHand(Visit lin, String number) {
        lin.page().locator(".open-task").click();
        lin.press("认领");
        lin.choose("处理结果", "已解决");
        lin.page().getByLabel("经过和依据").fill("已换发新的赠品码，买家已兑换。");
        lin.picture("by-hand-work");
        lin.keys("Control+Enter");
        lin.reads(number + " 已完成");
    }
}
