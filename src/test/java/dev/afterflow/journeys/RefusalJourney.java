package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Test;

/** A buyer says nothing came, the carrier says it did: refused only with a ground and its proof, and the buyer may insist. */
@RoomTest
class RefusalJourney extends Journey {

    @Test
    void aRefusalNeedsAGroundAndItsProofAndTheBuyerMayInsist() {
        DemoShop shop = new DemoShop(as("chen"));
        String order = shop.untouched("DELIVERED", 0, Long.MAX_VALUE, 2).path("orderId").asString();
        Visit chen = comes("chen", "/sandbox");
        chen.page().locator("li.world-order").filter(new Locator.FilterOptions().setHasText(order)).getByRole(AriaRole.BUTTON).first().click();
        String number = caseOf(order);
        settles(number);
        chen.open("/desk/" + taskOf(number, "reviewRequest").path("taskId").asString());

        refusesWithoutGround(chen);
        refusesWithoutProof(chen);
        refusesWithProof(chen, number);
        until("buyer told", () -> shop.messages(order).contains("您的售后申请未能通过"));
        caseWaitsForTheBuyer(chen, number);

        theBuyerInsists(chen, order);
        settles(number);
        taskOf(number, "reviewRequest");
        chen.open("/cases/" + number);
        assertThat(chen.page().locator(".case-head")).containsText("处理中");
        assertThat(chen.page().locator(".open-task")).hasCount(1);
        assertThat(shop.paidBack(order)).isEmpty();
        chen.picture("refusal-insisted");
        chen.nothingWentWrong("401", "422");
    }

    /** Who answers for it is for a person to say here: the carrier says one thing, the buyer another. */
    private void settles(String number) {
        Visit lin = comes("lin", "/desk/" + taskOf(number, "settleLiability").path("taskId").asString() + "?view=all");
        lin.press("认领");
        assertThat(lin.button("放回")).isVisible();
        lin.field("责任方").getByLabel("快递").check();
        lin.page().getByLabel("依据").fill("签收底单为本人签名");
        lin.picture("refusal-liability");
        lin.press("完成");
        lin.reads(number + " 已完成");
        lin.nothingWentWrong("401");
    }

    private static void refusesWithoutGround(Visit chen) {
        chen.press("认领");
        chen.page().getByLabel("拒绝", exactly()).check();
        chen.page().getByLabel("给买家的说明").fill("快递显示本人签收，附签收底单。");
        chen.press("完成");
        assertThat(chen.field("法定拒绝理由")).containsText("此项必填。");
        assertThat(chen.field("法定拒绝理由").locator("input")).isFocused();
        chen.picture("refusal-no-ground");
    }

    private static void refusesWithoutProof(Visit chen) {
        chen.choose("法定拒绝理由", "有签收证明（附凭证）");
        chen.press("完成");
        assertThat(chen.field("法定拒绝理由")).containsText("该理由在此不成立");
        chen.picture("refusal-no-proof");
    }

    private static void refusesWithProof(Visit chen, String number) {
        chen.page().locator(".fjs-form-field-evidence input[type=file]")
                .setInputFiles(new FilePayload("签收底单.png", "image/png", Photograph.png("PROOF OF DELIVERY  signed at the door")));
        assertThat(chen.page().locator(".evidence-strip img")).hasAttribute("alt", "签收底单.png");
        chen.picture("refusal-proved");
        chen.press("完成");
        chen.reads(number + " 已完成");
    }

    private static void caseWaitsForTheBuyer(Visit chen, String number) {
        chen.open("/cases/" + number);
        assertThat(chen.page().locator(".case-head")).containsText("等买家");
        assertThat(chen.page().locator(".timeline")).containsText("审核拒绝");
        chen.page().getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText("凭证")).click();
        Locator proof = chen.page().locator(".evidence-panel img");
        assertThat(proof).hasCount(1);
        assertThat(proof).hasJSProperty("complete", true);
        assertThat((Integer) proof.evaluate("picture => picture.naturalWidth")).isPositive();
        chen.picture("refusal-evidence");
    }

    private static void theBuyerInsists(Visit chen, String order) {
        chen.follow("沙箱");
        assertThat(chen.part("买家收到的消息").getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(order))
                .filter(new Locator.FilterOptions().setHasText("您的售后申请未能通过"))).hasCount(1);
        Locator request = chen.part("买家申请").getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(order));
        request.getByText("再次申请").last().click();
        assertThat(request.locator(".tag").first()).hasText("再次申请");
    }

    private static com.microsoft.playwright.Page.GetByLabelOptions exactly() {
        return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
    }
}
