package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shift worked on the keyboard alone, in the queue of what is due within the hour. */
@RoomTest
class KeyboardJourney extends Journey {

    private static final String NOTE = "内部备注";
    private Stall stall;

    @BeforeEach
    void aShop() {
        stall = new Stall(this, "keyboard", "KEY", "键盘小铺");
    }

    @Test
    void aWholeShiftNeedsNoMouse() {
        List<String> cases = List.of(due("KB2611210001", 20), due("KB2611210002", 21), due("KB2611210003", 22));
        Visit chen = comes("chen", "/desk");
        chen.keys("Digit3");
        chen.walkTo(cases.get(0));
        for (String number : cases) {
            assertThat(chen.chosenRow()).containsText(number);
            assertThat(chen.page().locator(".pane .case-head")).containsText(number);
            agreesByKeyboard(chen, number);
        }
        cases.forEach(this::isPaid);
        assertThat(chen.page().locator(".queues [aria-current=page]")).containsText("1 小时内到期");
        chen.nothingWentWrong("401");
    }

    private static void agreesByKeyboard(Visit chen, String number) {
        assertThat(chen.text("认领后即可填写")).isVisible();
        chen.keys("KeyC");
        assertThat(chen.button("放回")).isVisible();
        chen.stepsIntoTheForm();
        chen.keys("Space");
        assertThat(chen.page().getByLabel("同意退款")).isChecked();
        chen.keys("Control+Enter");
        chen.reads(number + " 已完成");
        assertThat(chen.row(number)).hasCount(0);
    }

    /** So near the platform's deadline a supervisor looks before the money goes. */
    private void isPaid(String number) {
        JsonNode task = taskOf(number, "approveRefund");
        String path = "/api/tasks/" + task.path("taskId").asString();
        long revision = as("zhou").post(path + "/claim", "{\"revision\":" + task.path("revision").asLong() + "}").json().path("revision").asLong();
        assertThat(as("zhou").post(path + "/complete", "{\"revision\":%d,\"data\":{\"approval\":\"approved\"}}".formatted(revision)).status()).isEqualTo(200);
        until(number + " closed", () -> as("chen").get("/api/cases/" + number).json().at("/case/outcome").asString().equals("REFUNDED"));
    }

    @Test
    void aChineseInputMethodMovesThroughTheListAndTypingDoesNot() {
        due("KB2611210011", 30);
        String last = due("KB2611210012", 31);
        Visit chen = comes("chen", "/desk?view=due");
        chen.walkTo(last);
        chen.imeKey("KeyK");
        assertThat(chen.chosenRow()).not().containsText(last);
        chen.imeKey("KeyJ");
        assertThat(chen.chosenRow()).containsText(last);
        assertThat(chen.page().locator(".pane .case-head")).containsText(last);
        assertThat(chen.text("认领后即可填写")).isVisible();

        chen.keys("KeyC");
        assertThat(chen.button("放回")).isVisible();
        Locator note = chen.page().getByLabel(NOTE);
        assertThat(note).isEditable();
        note.focus();
        chen.page().keyboard().type("jkc judge");
        assertThat(note).hasValue("jkc judge");
        assertThat(chen.chosenRow()).containsText(last);
        assertThat(chen.button("放回")).isVisible();
        chen.nothingWentWrong("401");
    }

    @Test
    void ofTwoWhoReachForATaskOneGetsItAndTheOtherLearnsWhoHasIt() {
        String number = due("KB2611210021", 35);
        String path = "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=due";
        Visit lin = comes("lin", path);
        Visit chen = comes("chen", path);
        assertThat(lin.text("认领后即可填写")).isVisible();
        assertThat(chen.text("认领后即可填写")).isVisible();
        lin.keys("KeyC");
        chen.keys("KeyC");

        until("somebody has it", () -> !holder(number).isEmpty());
        boolean first = holder(number).equals("林小满");
        tellsWhoHasIt(first ? lin : chen, first ? chen : lin, holder(number));
    }

    private String holder(String number) {
        return taskOf(number, "reviewRequest").at("/assignee/name").asString("");
    }

    private static void tellsWhoHasIt(Visit winner, Visit loser, String name) {
        assertThat(winner.button("放回")).isVisible();
        assertThat(loser.text("由 " + name + " 处理")).isVisible();
        assertThat(loser.text(name + " 正在处理，只读")).isVisible();
        assertThat(loser.button("放回")).hasCount(0);
        loser.picture("keyboard-race-lost");
        loser.nothingWentWrong("401", "409");
        winner.nothingWentWrong("401");
    }

    @Test
    void whoClicksOnAnOldScreenIsToldWhoWasFirst() {
        String number = due("KB2611210031", 40);
        String path = "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=due";
        Visit chen = stranger(1440);
        chen.page().route("**/api/live", route -> route.abort());
        chen.open(path);
        chen.enter("chen");
        assertThat(chen.text("认领后即可填写")).isVisible();
        Visit lin = comes("lin", path);
        lin.press("认领");
        assertThat(lin.button("放回")).isVisible();

        chen.keys("KeyC");
        chen.reads("该任务已由林小满领取");
        assertThat(chen.text("林小满 正在处理，只读")).isVisible();
        chen.picture("keyboard-late-click");
        chen.nothingWentWrong("401", "409", "/api/live");
    }

    @Test
    void aDraftSurvivesAReloadAndFollowsItsAuthorToAnotherBrowser() {
        String number = due("KB2611210041", 45);
        String path = "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=due";
        Visit lin = comes("lin", path);
        assertThat(lin.text("认领后即可填写")).isVisible();
        lin.keys("KeyC");
        assertThat(lin.button("放回")).isVisible();
        lin.page().getByLabel(NOTE).fill("已致电顺丰，等回复");
        lin.page().reload();
        assertThat(lin.page().getByLabel(NOTE)).hasValue("已致电顺丰，等回复");

        lin.page().getByLabel(NOTE).fill("已致电顺丰，确认丢件");
        lin.reads("草稿已保存");
        Visit elsewhere = comes("lin", path);
        assertThat(elsewhere.page().getByLabel(NOTE)).hasValue("已致电顺丰，确认丢件");
        assertThat(as("lin").get("/api/cases/" + number).json().at("/case/state").asString()).isEqualTo("OPEN");
        lin.nothingWentWrong("401");
    }

    /** A case whose marketplace waits so many minutes. */
    private String due(String order, int minutes) {
        stall.sells(order, "按键先生");
        stall.asks(order, Duration.ofMinutes(minutes));
        String number = caseOf(order);
        taskOf(number, "reviewRequest");
        return number;
    }
}
