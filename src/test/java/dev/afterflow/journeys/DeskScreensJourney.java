package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's dialogs, notes, decisions, views and the evidence viewer in both languages and two widths. */
@RoomTest
class DeskScreensJourney extends Journey {

    private String tag;
    private String number;
    private Visit zhao;
    private Inspection inspection;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyNewScreenHolds(String language) {
        something(language);
        speaks(language);
        zhao = stranger(1440);
        inspection = new Inspection(zhao, language);
        zhao.open("/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=all&shop=deskviews&state=free");
        zhao.enter("zhao");
        theTask();
        theDialogs();
        theTabs();
        theLists();
        inspection.nothingFound();
    }

    @AfterEach
    void chineseAgain() {
        speaks("zh-CN");
    }

    private void something(String language) {
        tag = "DV" + (language.equals("en") ? "E" : "Z");
        Stall stall = new Stall(this, "deskviews", "DVW", "视图小铺");
        stall.sells(tag + "1", "独孤求败");
        stall.asks(tag + "1", Duration.ofHours(20));
        number = caseOf(tag + "1");
        taskOf(number, "reviewRequest");
        for (String name : List.of("front.png", "side.png")) {
            assertThat(as("lin").upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", name, "image/png", Photograph.png(name)))).status())
                    .isEqualTo(201);
        }
        long id = as("lin").get("/api/cases/" + number + "/readers").json().valueStream()
                .filter(reader -> reader.path("login").asString().equals("zhao")).findFirst().orElseThrow().path("id").asLong();
        as("lin").post("/api/cases/" + number + "/notes", "{\"text\":\"@赵磊 Please look at the photos\",\"mentions\":[" + id + "]}");
        String due = Instant.now().plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.SECONDS).toString();
        assertThat(as("lin").post("/api/cases/" + number + "/questions", "{\"team\":\"warehouse\",\"words\":\"Packed?\",\"dueAt\":\"" + due + "\"}").status()).isEqualTo(201);
        as("zhao").post("/api/views", "{\"screen\":\"desk\",\"name\":\"" + tag + "\",\"search\":{\"view\":\"all\",\"shop\":\"deskviews\"},\"team\":\"returns-desk\"}");
    }

    private void theTask() {
        assertThat(zhao.page().locator(".task-form .fjs-powered-by")).isVisible();
        assertThat(zhao.page().locator(".next-deadlines")).isVisible();
        assertThat(zhao.page().locator(".question")).isVisible();
        inspection.look("shift-task");
        Locator more = zhao.page().locator(".next-more");
        if (more.count() > 0) {
            more.click();
            inspection.look("shift-deadlines");
            more.click();
        }
    }

    private void theDialogs() {
        opens("KeyT", "#transfer-to", "shift-transfer");
        opens("KeyQ", "#question-team", "shift-ask");
        zhao.keys("Escape", "KeyC");
        assertThat(zhao.page().locator(".task-form-readonly")).hasCount(0);
        opens("KeyH", "input[name=snooze]", "shift-snooze");
        opens("KeyV", "#view-name", "shift-filter");
        zhao.keys("KeyE");
        assertThat(zhao.page().locator(".viewer img").first()).isVisible();
        zhao.keys("KeyB");
        inspection.look("shift-viewer");
        zhao.keys("Escape");
        assertThat(zhao.page().locator(".viewer")).hasCount(0);
        zhao.keys("Slash");
        zhao.page().keyboard().type(tag);
        assertThat(zhao.page().locator("#search-hits .hit").first()).isVisible();
        inspection.look("shift-search");
        zhao.keys("Escape");
    }

    private void opens(String key, String field, String name) {
        zhao.keys("Escape", key);
        assertThat(zhao.page().locator(field).first()).isVisible();
        inspection.look(name);
        zhao.keys("Escape");
        assertThat(zhao.page().locator(".ant-modal-wrap:visible")).hasCount(0);
    }

    private void theTabs() {
        zhao.page().locator("#tab-notes").click();
        assertThat(zhao.page().locator(".note")).isVisible();
        inspection.look("shift-notes");
        zhao.page().locator("#tab-decisions").click();
        assertThat(zhao.page().locator(".reason").first()).isVisible();
        zhao.page().locator(".reason summary").first().click();
        inspection.look("shift-decisions");
        zhao.open("/cases/" + number);
        assertThat(zhao.page().locator(".case-head .next-deadlines")).isVisible();
        inspection.look("shift-case");
    }

    private void theLists() {
        zhao.open("/mentions");
        assertThat(zhao.page().locator(".mention").first()).isVisible();
        inspection.look("shift-mentions");
        zhao.open("/cases?shop=deskviews&kind=REFUND_ONLY");
        assertThat(zhao.page().locator("tbody tr").first()).isVisible();
        zhao.keys("KeyV");
        assertThat(zhao.page().locator("#view-name")).isVisible();
        inspection.look("shift-cases-filter");
        zhao.keys("Escape");
        zhao.open("/desk?view=snoozed");
        assertThat(zhao.page().locator(".list .state")).isVisible();
        inspection.look("shift-snoozed-empty");
    }

    private void speaks(String language) {
        assertThat(as("zhao").put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }
}
