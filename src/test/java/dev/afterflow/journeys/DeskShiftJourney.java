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
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shift of five mixed cases without a mouse: agreed, handed over, asked of the warehouse, noted for a colleague, looked at. */
@RoomTest
class DeskShiftJourney extends Journey {

    private static final String SHOP = "shift";

    private Stall stall;
    private Visit lin;
    private String refund;
    private String handed;
    private String parcel;
    private String question;
    private String broken;

    @BeforeEach
    void fiveCasesWait() {
        stall = new Stall(this, SHOP, "SHF", "班次小铺");
        refund = asked("SH2611300001", 40);
        handed = asked("SH2611300002", 41);
        parcel = byHand("OTHER", "SH2611300003", "快递三天没动了");
        question = byHand("QUESTION", "SH2611300004", "保修多久？");
        broken = byHand("OTHER", "SH2611300005", "收到时灯罩裂了");
        shows(broken, "front.png");
        shows(broken, "side.png");
    }

    @Test
    void fiveMixedCasesNeedNoMouse() {
        lin = comes("lin", "/desk?view=all&shop=" + SHOP);
        agrees();
        handsOver();
        asksTheWarehouse();
        callsOnAColleague();
        looksAtTheEvidence();
        lin.nothingWentWrong("401");
    }

    private void agrees() {
        finds(refund);
        claims();
        lin.stepsIntoTheForm();
        lin.keys("Space", "Control+Enter");
        lin.reads(refund + " 已完成");
    }

    private void handsOver() {
        lin.keys("Escape");
        lin.walkTo(handed);
        assertThat(lin.text("认领后即可填写")).isVisible();
        lin.keys("KeyT");
        assertThat(lin.page().locator("#transfer-to")).isFocused();
        takes("chen", "陈一诺");
        assertThat(lin.page().locator("#transfer-reason")).isFocused();
        lin.page().keyboard().type("我要开会，请接着跟进");
        lin.picture("shift-transfer");
        lin.keys("Control+Enter");
        lin.reads("已转交 陈一诺");
        Visit chen = comes("chen", "/mentions");
        chen.reads("我要开会，请接着跟进");
        chen.picture("shift-mentions");
        chen.keys("KeyJ", "Enter");
        assertThat(chen.page().locator(".pane .case-head")).containsText("林小满 转交：我要开会，请接着跟进");
        chen.nothingWentWrong("401");
    }

    private void asksTheWarehouse() {
        lin.keys("Escape");
        lin.walkTo(parcel);
        claims();
        lin.keys("KeyQ");
        assertThat(lin.page().locator("#question-team")).isFocused();
        takes("仓库", "仓库组");
        lin.page().keyboard().type("包裹出库时有几件？");
        lin.picture("shift-question");
        lin.keys("Control+Enter");
        lin.reads("已向仓库组提问");
        theWarehouseAnswers();
        assertThat(lin.part("部门提问")).containsText("出库两件，称重一致");
        solves(parcel, "仓库确认两件都发了，已请快递催派");
    }

    private void theWarehouseAnswers() {
        Visit he = comes("he", "/desk?view=team&shop=" + SHOP);
        he.walkTo(parcel);
        he.reads("包裹出库时有几件？");
        assertThat(he.text("认领后即可填写")).isVisible();
        he.keys("KeyC");
        assertThat(he.button("放回")).isVisible();
        he.stepsIntoTheForm();
        he.keys("Space", "Tab");
        he.page().keyboard().type("出库两件，称重一致");
        he.picture("shift-answer");
        he.keys("Control+Enter");
        he.reads(parcel + " 已完成");
        he.nothingWentWrong("401");
    }

    private void callsOnAColleague() {
        lin.keys("Escape");
        lin.walkTo(question);
        claims();
        lin.keys("KeyN");
        Locator note = lin.page().locator("#note-text");
        assertThat(note).isFocused();
        lin.page().keyboard().type("@chen");
        assertThat(lin.page().locator(".ant-mentions-dropdown:visible")).containsText("陈一诺");
        lin.keys("Enter");
        lin.page().keyboard().type("这款灯的保修是一年还是两年？");
        lin.reads("将提醒 陈一诺");
        lin.picture("shift-note");
        lin.keys("Control+Enter");
        assertThat(lin.page().locator(".note")).containsText("@陈一诺 这款灯的保修是一年还是两年？");
        until("chen is called on", () -> as("chen").get("/api/mentions?unread=true").body().contains(question));
        solves(question, "已答复保修一年");
    }

    private void looksAtTheEvidence() {
        lin.keys("Escape");
        lin.walkTo(broken);
        assertThat(lin.page().locator("#tab-evidence .count")).hasText("2");
        claims();
        lin.keys("KeyE");
        Locator viewer = lin.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("凭证查看"));
        assertThat(viewer).containsText("front.png");
        lin.keys("Equal", "KeyR");
        assertThat(viewer.locator(".viewer-stage img")).hasAttribute("style", Pattern.compile(".*rotate\\(90deg\\) scale\\(1\\.25\\).*"));
        lin.keys("ArrowRight");
        assertThat(viewer).containsText("side.png");
        lin.keys("KeyB");
        assertThat(viewer.locator(".viewer-stage img")).hasCount(2);
        lin.picture("shift-viewer");
        lin.keys("Escape");
        assertThat(viewer).hasCount(0);
        solves(broken, "照片清楚，已安排寄回维修");
    }

    /** Types into a list until it offers this first, takes it and goes on to the next field. */
    private void takes(String words, String offered) {
        lin.page().keyboard().type(words);
        assertThat(lin.page().locator(".ant-select-dropdown:visible .ant-select-item-option-active")).containsText(offered);
        lin.keys("Enter");
        assertThat(lin.page().locator(".ant-select-dropdown:visible")).hasCount(0);
        lin.listens();
        lin.keys("Tab");
        assertThat(lin.page().locator(".ant-select input:focus")).hasCount(0);
    }

    private void claims() {
        assertThat(lin.text("认领后即可填写")).isVisible();
        lin.keys("KeyC");
        assertThat(lin.button("放回")).isVisible();
    }

    /** Opens a case with the search box and comes back to the list, then walks to its task. */
    private void finds(String number) {
        assertThat(lin.rows().first()).isVisible();
        lin.keys("Slash");
        lin.page().keyboard().type(number);
        assertThat(lin.page().locator("#search-hits")).containsText(number);
        lin.picture("shift-search");
        lin.keys("ArrowDown", "Enter");
        lin.page().waitForURL("**/cases/" + number);
        lin.page().goBack();
        lin.walkTo(number);
    }

    private void solves(String number, String words) {
        assertThat(lin.button("放回")).isVisible();
        lin.stepsIntoTheForm();
        assertThat(lin.page().locator(".fjs-dropdownlist-item").first()).isVisible();
        lin.listens();
        lin.keys("Enter");
        assertThat(lin.field("处理结果").locator(".fjs-select-display")).hasText("已解决");
        lin.keys("Tab");
        lin.page().keyboard().type(words);
        lin.keys("Control+Enter");
        lin.reads(number + " 已完成");
        until("closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
    }

    private String asked(String order, int minutes) {
        stall.sells(order, "班次先生");
        stall.asks(order, Duration.ofMinutes(minutes));
        String number = caseOf(order);
        taskOf(number, "reviewRequest");
        return number;
    }

    private String byHand(String kind, String order, String words) {
        stall.sells(order, "班次女士");
        String number = as("lin").send("POST", "/api/cases", """
                {"shop":"%s","kind":"%s","orderId":"%s","reasonText":"%s","goodsReceived":true}
                """.formatted(SHOP, kind, order, words), "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
        taskOf(number, "workCase");
        return number;
    }

    private void shows(String number, String name) {
        Visitor.Answer added = as("lin").upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", name, "image/png", Photograph.png(name))));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }
}
