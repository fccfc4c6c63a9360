package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every address the web app knows, full, as a person who works there, in both languages and widths; an address that nobody told this story is
 * visited as a manager and found wanting when it has holes to fill. With {@code -Dscreens=<folder> -Ddemo=full} it takes the README's pictures.
 */
@RoomTest
class EveryScreenJourney extends Journey {

    private static final boolean GALLERY = !System.getProperty("screens", "").isEmpty();
    private static final String ORDER = "ES2611300001";
    private static final String ELSEWHERE = "manager";
    /** No screens of their own: the first leads on to the desk, the other is for whoever is nobody yet. */
    private static final List<String> OUTSIDE = List.of("/", "/first-admin");

    private final List<Screen> screens = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private String proposal = "";
    private String number = "";
    private String claim = "";

    /** An address with its name as a picture, who works there, and what is there once it is full. */
    private record Screen(String route, String name, String login, String full, Supplier<String> path) {
    }

    private void at(String route, String name, String login, String full) {
        at(route, name, login, full, () -> route);
    }

    private void at(String route, String name, String login, String full, Supplier<String> path) {
        screens.add(new Screen(route, name, login, full, path));
    }

    private void list() {
        at("/desk", "desk", "zhao", ".queues", () -> "/desk?view=all");
        at("/desk/$taskId", "desk-task", "zhao", ".task-form .fjs-powered-by", () -> "/desk/" + taskOf(number, "reviewRequest").path("taskId").asString() + "?view=all");
        at("/cases", "cases", "zhao", "tbody tr, .state");
        at("/cases/$number", "case", "zhao", ".timeline li", () -> "/cases/" + number);
        for (String tab : List.of("messages", "notes", "flow", "decisions", "evidence")) {
            at("/cases/$number", "case-" + tab, "zhao", "#case-tab > *", () -> "/cases/" + number + "?tab=" + tab);
        }
        at("/mentions", "mentions", "zhao", "main h1");
        at("/imports", "imports", "zhao", "main h1");
        at("/imports/parked", "parked", "zhao", "main h1");
        at("/sandbox", "sandbox", "zhao", "li.world-order");
        at("/conversations", "conversations", "lin", "main h1");
        at("/held-messages", "held-messages", "gu", "main h1");
        at("/receiving", "receiving", "he", "#scan");
        at("/carriers", "carriers", "lin", "main h1");
        at("/platforms", "platforms", "zhao", ".platform-request, main .state");
        at("/reconciliation", "reconciliation", "xu", ".recon section");
        at("/claims", "claims", "xu", ".claims table, .claims .state");
        at("/claims/$claimNo", "claim", "xu", ".claim-money", () -> "/claims/" + claim);
        for (String tab : List.of("receipts", "scorecard", "contracts")) {
            at("/claims", "claims-" + tab, "manager", ".claims table, .claims .state", () -> "/claims?tab=" + tab);
        }
        at("/cockpit", "cockpit", "manager", ".trend-picture svg");
        at("/cockpit/processes", "cockpit-process", "manager", ".heat-host .djs-shape", () -> "/cockpit/processes?process=agree-remedy");
        at("/cockpit/incidents", "cockpit-incidents", "manager", "main h1");
        at("/studio", "studio", "owner", ".model");
        at("/studio/models/$file", "studio-process", "owner", ".picture svg .djs-element", () -> "/studio/models/return-exchange.bpmn");
        at("/studio/models/$file", "studio-decision", "owner", ".decision-table tbody tr", () -> "/studio/models/freight-payer.dmn");
        at("/studio/models/$file", "studio-form", "owner", ".form-preview .fjs-form-field", () -> "/studio/models/reviewRequest.form");
        at("/studio/proposals", "studio-proposals", "owner", ".table");
        at("/studio/proposals/$id", "studio-proposal", "owner", ".proposal", () -> "/studio/proposals/" + proposal);
        at("/studio/releases", "studio-releases", "owner", ".releases");
        at("/studio/conflicts", "studio-conflicts", "owner", "main h1");
        at("/backups", "backups", "admin", "main h1");
        for (String tab : List.of("people", "teams", "shops", "brands", "keys", "connections", "templates", "limits", "promise", "calendars", "audit")) {
            at("/admin", "admin-" + tab, "admin", ".admin-main .table, .admin-main .card, .admin-main form", () -> "/admin?shop=lanting&tab=" + tab);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyScreenHolds(String language) {
        something();
        list();
        others();
        Set<String> people = new LinkedHashSet<>(screens.stream().map(Screen::login).toList());
        people.forEach(login -> works(login, language));
        assertThat(findings).isEmpty();
    }

    private void something() {
        if (GALLERY) {
            until("the demo is filled", Duration.ofMinutes(20), () -> as("lin").get("/sandbox/world/progress").json().path("part").asString().equals("READY"));
            number = as("lin").get("/api/tasks?view=all&shop=lanting&task=reviewRequest").json().at("/items/0/caseNumber").asString();
        } else {
            Stall stall = new Stall(this, "every-screen", "EVS", "全屏小铺");
            stall.sells(ORDER, "东方未明");
            stall.asks(ORDER, Duration.ofDays(3));
            number = caseOf(ORDER);
        }
        claim = as("lin").post("/api/cases/" + number + "/claims", """
                {"carrier":"qinglu","waybill":"QL-%d","fault":"LOST","loss":{"minor":9900,"currency":"CNY"}}""".formatted(System.nanoTime())).json().path("claimNo").asString();
        String table = as("owner").get("/api/studio/models/goods-group.dmn").json().path("text").asString();
        Visitor.Answer filed = as("owner").upload("/api/studio/proposals", List.of(
                new Visitor.Part("note", null, "text/plain", "检验结论的说法更准确".getBytes(StandardCharsets.UTF_8)),
                new Visitor.Part("files", "goods-group.dmn", "text/xml", table.replace("归为检验用", "归成检验用").getBytes(StandardCharsets.UTF_8))));
        assertThat(filed.status()).as(filed.body()).isBetween(200, 201);
        proposal = filed.json().path("id").asString();
    }

    /** What the router knows beside. */
    private void others() {
        Visit stranger = stranger(1440);
        stranger.open("/");
        stranger.page().waitForFunction("() => window.afterflowRoutes");
        for (Object known : (List<?>) stranger.page().evaluate("() => window.afterflowRoutes")) {
            String route = known.toString();
            if (!OUTSIDE.contains(route) && screens.stream().noneMatch(screen -> screen.route().equals(route))) {
                assertThat(route).as("a screen with holes that EveryScreenJourney does not know how to fill").doesNotContain("$");
                at(route, route.substring(1).replace('/', '-'), ELSEWHERE, "main h1");
            }
        }
    }

    private void works(String login, String language) {
        speaks(login, language);
        Visit visit = stranger(1440);
        visit.page().addInitScript(Inspection.TELLING);
        Inspection inspection = new Inspection(visit, language);
        visit.open("/");
        visit.enter(login);
        screens.stream().filter(screen -> screen.login().equals(login)).forEach(screen -> {
            visit.open(screen.path().get());
            visit.page().locator(screen.full()).first().waitFor();
            assertThat(visit.page().locator("html")).hasAttribute("lang", language);
            visit.page().waitForFunction("() => document.querySelectorAll('.state .ant-spin, [aria-busy=true]').length === 0");
            inspection.look(screen.name());
        });
        inspection.findings().forEach(finding -> findings.add(login + ": " + finding));
    }

    @Test
    void theDoorHoldsForWhoeverIsNobodyYet() {
        for (String language : List.of("zh-CN", "en")) {
            Visit stranger = stranger(1440);
            Inspection inspection = new Inspection(stranger, language);
            stranger.open("/");
            assertThat(stranger.page().locator(".login-demo li")).not().hasCount(0);
            if (language.equals("en")) {
                stranger.press("English");
                assertThat(stranger.page().locator("h1")).hasText("Sign in");
            }
            inspection.look("login");
            for (String path : List.of("/first-admin", "/first-admin#opened", "/invitation", "/invitation#nobodys")) {
                stranger.open("/nowhere");
                stranger.open(path);
                stranger.page().locator("h1").first().waitFor();
                inspection.look(path.substring(1).replace('#', '-'));
            }
            inspection.nothingFound("410");
        }
    }

    private void speaks(String login, String language) {
        assertThat(as(login).put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }

    @AfterEach
    void chineseAgain() {
        if (!proposal.isEmpty()) {
            as("owner").post("/api/studio/proposals/" + proposal + "/withdraw", null);
        }
        screens.stream().map(Screen::login).distinct().forEach(login -> speaks(login, "zh-CN"));
    }
}
