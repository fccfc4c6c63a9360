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

/** A lost parcel is claimed from a carrier with a portal only, refused, appealed, agreed to in part, paid and booked. */
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

    private static void opensAClaim(Visit lin) {
        lin.press("发起理赔");
        Locator dialog = lin.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("承运商", new Locator.GetByLabelOptions().setExact(true)).fill(CARRIER);
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
