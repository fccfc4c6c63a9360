package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What {@link EveryScreenJourney} does not meet by an address alone, in both languages and two widths: forms and dialogs in hand, tabs, empty lists,
 * what is not there; quiet console, no rule of access broken, nothing cut off, nothing untranslated.
 */
@RoomTest
class ScreensJourney extends Journey {

    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    private String tag;
    private String open;
    private String closed;
    private Visit zhao;
    private Inspection inspection;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyScreenHolds(String language) {
        something(language);
        speaks("zhao", language);
        speaks("he", language);
        anEmptyDesk(language);
        zhao = stranger(1440);
        inspection = new Inspection(zhao, language);
        zhao.open("/desk?view=all");
        zhao.enter("zhao");
        theDesk();
        theForms();
        theCases();
        theNewCase();
        theImports();
        theRest();
        inspection.nothingFound();
    }

    @AfterEach
    void chineseAgain() {
        speaks("zhao", "zh-CN");
        speaks("he", "zh-CN");
    }

    private void speaks(String login, String language) {
        assertThat(as(login).put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }

    /** Work in every state: to be reviewed, approved, done by hand, closed; a parked message. */
    private void something(String language) {
        tag = "SC" + (language.equals("en") ? "E" : "Z");
        Stall stall = new Stall(this, "screens", "SCR", "画面小铺");
        stall.sells(tag + "1", "南宫问天");
        stall.sells(tag + "2", "南宫问天");
        stall.sells(tag + "3", "上官婉儿", 29_900);
        stall.sells(tag + "4", "上官婉儿");
        stall.asks(tag + "1", Duration.ofHours(30));
        stall.asks(tag + "2", Duration.ofDays(2));
        stall.asks(tag + "3", Duration.ofDays(2));
        open = caseOf(tag + "1");
        closed = caseOf(tag + "2");
        agrees(closed, "99.00");
        agrees(caseOf(tag + "3"), "299.00");
        as("lin").send("POST", "/api/cases", """
                {"shop":"screens","kind":"OTHER","orderId":"%s4","reasonCode":"NOT_RECEIVED","reasonText":"来电催件","goodsReceived":false}
                """.formatted(tag), "Idempotency-Key", "screens-" + tag);
        as("lin").post("/api/cases/" + open + "/remarks", "{\"flag\":\"RED\",\"reason\":\"加急\",\"text\":\"买家明天出差\"}");
        until("closed", () -> as("lin").get("/api/cases/" + closed).json().at("/case/state").asString().equals("CLOSED"));
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into intake.message (shop_id, source, kind, external_id, version, body, state, error)
                values ('screens', 'journey', 'tracking', :id, '1', '{}', 'PARKED', 'waybill belongs to two orders')
                """).param("id", "evt-" + tag).update());
    }

    private void agrees(String number, String amount) {
        JsonNode task = taskOf(number, "reviewRequest");
        String path = "/api/tasks/" + task.path("taskId").asString();
        long revision = as("lin").post(path + "/claim", "{\"revision\":" + task.path("revision").asLong() + "}").json().path("revision").asLong();
        assertThat(as("lin").post(path + "/complete", """
                {"revision":%d,"data":{"decision":"agree","amount":"%s","note":"物流停滞"}}""".formatted(revision, amount)).status()).isEqualTo(200);
    }

    private void anEmptyDesk(String language) {
        Visit he = stranger(1440);
        Inspection early = new Inspection(he, language);
        he.open("/desk?view=all&shop=verde&task=pickGoods");
        he.enter("he");
        assertThat(he.page().locator(".list .state")).isVisible();
        early.look("desk-empty");
        early.nothingFound();
    }

    private void theDesk() {
        assertThat(zhao.rows().first()).isVisible();
        opens(open, "reviewRequest");
        zhao.keys("KeyC");
        assertThat(zhao.page().locator(".task-form-readonly")).hasCount(0);
        zhao.page().locator(".task-form input[type=radio]").nth(1).check();
        inspection.look("pane-refuse");
        zhao.showsWatermark(".fjs-powered-by");
        zhao.keys("Escape", "KeyE");
        inspection.look("pane-evidence");
        tab("flow");
        inspection.look("pane-flow");
        zhao.showsWatermark(".bjs-powered-by");
        zhao.keys("KeyF");
        assertThat(zhao.page().locator("#remark-reason")).isFocused();
        inspection.look("remark");
        zhao.keys("Escape");
    }

    private void theForms() {
        opens(caseOf(tag + "3"), "approveRefund");
        inspection.look("pane-approve");
        opens(caseOf(tag + "4"), "workCase");
        zhao.keys("KeyC");
        assertThat(zhao.page().locator(".task-form-readonly")).hasCount(0);
        inspection.look("pane-by-hand");
        zhao.showsWatermark(".fjs-powered-by");
    }

    private void opens(String number, String task) {
        zhao.open("/desk/" + taskOf(number, task).path("taskId").asString() + "?view=all");
        assertThat(zhao.page().locator(".task-form .fjs-powered-by")).isVisible();
        assertThat(zhao.page().locator(".pane .timeline")).isVisible();
    }

    private void tab(String name) {
        zhao.page().locator("#tab-" + name).click();
        if (name.equals("flow")) {
            assertThat(zhao.page().locator(".picture .djs-element.flow-done").first()).isVisible();
        }
    }

    private void theCases() {
        zhao.open("/cases/" + closed);
        assertThat(zhao.page().locator(".timeline li").first()).isVisible();
        inspection.look("case-timeline");
        tab("flow");
        inspection.look("case-flow");
        zhao.showsWatermark(".bjs-powered-by");
        tab("evidence");
        inspection.look("case-evidence");
        zhao.open("/cases?q=nothing-like-this");
        assertThat(zhao.page().locator(".state")).isVisible();
        inspection.look("cases-none");
        zhao.open("/cases/LT0000000000");
        assertThat(zhao.page().locator(".state")).isVisible();
        inspection.look("case-unknown");
    }

    private void theNewCase() {
        zhao.page().locator(".top .ant-btn-primary").click();
        assertThat(zhao.page().locator("#find-order")).isFocused();
        inspection.look("new-case-find");
        zhao.page().keyboard().type("SF" + tag + "4");
        assertThat(zhao.page().locator(".order-hit")).hasCount(1);
        inspection.look("new-case-found");
        zhao.page().locator(".order-hit").click();
        inspection.look("new-case-form");
        zhao.keys("Escape");
        assertThat(zhao.page().locator(".ant-drawer-open")).hasCount(0);
    }

    private void theImports() {
        zhao.open("/imports");
        zhao.page().locator(".page-head .ant-btn-primary").click();
        Locator drawer = zhao.page().getByRole(AriaRole.DIALOG);
        inspection.look("import-new");
        drawer.locator(".ant-select").nth(1).click();
        zhao.page().locator(".ant-select-dropdown:visible .ant-select-item-option").filter(new Locator.FilterOptions().setHasText("Olist")).first().click();
        drawer.locator("input[type=file]").setInputFiles(new OlistFiles(tag).orders());
        inspection.look("import-mapping");
        drawer.locator(".drawer-foot button").nth(1).click();
        assertThat(drawer.locator(".preview tbody tr")).hasCount(20);
        drawer.locator(".preview").scrollIntoViewIfNeeded();
        inspection.look("import-preview");
        drawer.locator(".drawer-foot button").nth(2).click();
        assertThat(zhao.page().locator("li.import .progress-DONE").first()).isVisible();
        inspection.look("imports");
        zhao.open("/imports/parked");
        assertThat(zhao.page().locator("tbody tr").first()).isVisible();
        inspection.look("parked");
    }

    private void theRest() {
        String request = as("lin").post("/sandbox/world/refund-request", "{}").json().path("requestId").asString();
        zhao.open("/sandbox");
        assertThat(zhao.page().locator("li.world-order").first()).isVisible();
        zhao.item("li.world-request", request).locator(".ant-btn").first().click();
        assertThat(zhao.page().locator(".world-menu")).isVisible();
        inspection.look("sandbox-next");
        zhao.keys("Escape");
        zhao.keys("Shift+Slash");
        assertThat(zhao.page().locator(".keys-help")).isVisible();
        inspection.look("keys-help");
        zhao.keys("Escape");
        assertThat(zhao.page().locator(".keys-help")).hasCount(0);
        zhao.keys("Control+KeyK");
        assertThat(zhao.page().locator("#palette-list")).isVisible();
        inspection.look("palette");
        zhao.keys("Escape");
        zhao.open("/nowhere");
        inspection.look("not-found");
    }
}
