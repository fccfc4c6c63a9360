package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager sees what stopped, looks at the money first and sets it going again; and walks from the heat of a step to a case. */
@RoomTest
class CockpitJourney extends Journey {

    private static final Logger LOG = LoggerFactory.getLogger(CockpitJourney.class);

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService management;
    @Value("${spring.datasource.url}")
    String url;
    private final Trap trap = new Trap();

    @Test
    void aManagerFindsRefundsThatStoppedAndTriesThemAgainTogether() {
        List<String> numbers = twoRefundsStop("cockpit-a", "CKA", "重试小铺");
        Visit manager = comes("manager", "/cockpit?shop=cockpit-a");
        manager.reads("现在需要处理");
        manager.page().locator(".need a").click();
        Locator group = manager.page().locator("li.group");
        assertThat(group).hasCount(1);
        assertThat(group).containsText("登记退款");
        assertThat(group).containsText("数据库没有接受这次写入");
        group.getByRole(AriaRole.BUTTON, named("重试全部")).click();
        assertThat(group.locator(".refund-facts")).hasCount(2);
        assertThat(group.getByRole(AriaRole.BUTTON, named("重试全部"))).isDisabled();
        assertThat(group.locator(".refund-facts").first()).containsText("没有分录：钱没有动");
        trap.open(url);
        group.getByLabel("我已查看编号、账本和渠道答复").check();
        manager.picture("cockpit-money-first");
        group.getByRole(AriaRole.BUTTON, named("重试全部")).click();
        manager.reads("完成：2 成功，0 失败，共 2");
        manager.picture("cockpit-retried");
        assertThat(manager.page().locator("li.group")).hasCount(0);
        numbers.forEach(number -> until(number + " closed", () -> as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED")));
        numbers.forEach(number -> assertThat(as("lin").get("/api/cases/" + number).json().path("refunds")).hasSize(1));
        manager.nothingWentWrong("401");
    }

    @Test
    void fromTheHeatOfAStepToACase() {
        Stall stall = new Stall(this, "cockpit-b", "CKB", "热度小铺");
        String order = "CKB" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        stall.sells(order, "上官婉儿");
        stall.asks(order, Duration.ofDays(2));
        String number = caseOf(order);
        taskOf(number, "reviewRequest");
        until("counted", () -> as("manager").get("/api/cockpit/processes/agree-remedy?shop=cockpit-b").body().contains("\"waiting\":1"));
        Visit manager = comes("manager", "/cockpit/processes?shop=cockpit-b&process=agree-remedy");
        Locator hot = manager.page().locator(".djs-element.heat-5[data-element-id=reviewRequest]");
        assertThat(hot).isVisible();
        manager.showsWatermark(".bjs-powered-by");
        hot.locator(".djs-hit").first().click();
        assertThat(manager.page().locator(".step-cases")).containsText(number);
        manager.picture("cockpit-heat");
        manager.follow(number);
        assertThat(manager.page()).hasURL(Pattern.compile(".*/cases/" + number + ".*"));
        manager.open("/cockpit?shop=cockpit-b");
        manager.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("在办")).locator(".tile-value button").click();
        assertThat(manager.part("“在办”背后的工单")).containsText(number);
        manager.nothingWentWrong("401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyScreenOfTheCockpitHolds(String language) {
        twoRefundsStop("cockpit-" + language.substring(0, 2), "C" + language.substring(0, 1).toUpperCase() + "S", "画面店" + language);
        assertThat(as("manager").put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
        Visit manager = stranger(1440);
        Inspection inspection = new Inspection(manager, language);
        manager.open("/cockpit");
        manager.enter("manager");
        assertThat(manager.page().locator(".trend-picture svg").first()).isVisible();
        inspection.look("cockpit-overview");
        manager.page().locator(".tile .how summary").first().click();
        manager.page().locator(".need button").first().click();
        assertThat(manager.page().locator(".needs-list :is(tbody tr, .state-title)").first()).isVisible();
        inspection.look("cockpit-needs");
        manager.page().locator(".tile .how summary").first().click();
        manager.page().locator(".tile-value button").nth(2).click();
        assertThat(manager.page().locator(".needs-list tbody tr").first()).isVisible();
        inspection.look("cockpit-behind");
        manager.open("/cockpit/processes?process=agree-remedy");
        assertThat(manager.page().locator(".heat-host .djs-shape").first()).isVisible();
        assertThat(manager.page().locator(".steps tbody tr").first()).isVisible();
        manager.showsWatermark(".bjs-powered-by");
        manager.page().locator(".steps tbody button").first().click();
        assertThat(manager.page().locator(".step-cases")).isVisible();
        inspection.look("cockpit-process");
        manager.open("/cockpit/incidents");
        assertThat(manager.page().locator("li.group").first()).isVisible();
        manager.page().locator(".group-open").first().click();
        assertThat(manager.page().locator(".failure").first()).isVisible();
        inspection.look("cockpit-incidents");
        manager.open("/cockpit/incidents?kind=REVIEW&shop=cockpit-zh");
        inspection.look("cockpit-incidents-some");
        Visit lin = comes("lin", "/cockpit");
        assertThat(lin.page().locator(".state-title")).isVisible();
        inspection.nothingFound();
    }

    @AfterEach
    void repaired() {
        trap.open(url);
        as("manager").put("/api/session/language", "{\"language\":\"zh-CN\"}");
    }

    /** Two agreed refunds of a shop whose writing down fails until the trap is opened; the engine has given both up. */
    private List<String> twoRefundsStop(String shop, String prefix, String name) {
        Stall stall = new Stall(this, shop, prefix, name);
        String tag = "TRAP" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        trap.set(url);
        List<String> orders = List.of(tag + "1", tag + "2");
        orders.forEach(order -> stall.sells(order, "南宫问天"));
        orders.forEach(order -> stall.asks(order, Duration.ofDays(2)));
        List<String> numbers = orders.stream().map(this::caseOf).toList();
        numbers.forEach(number -> {
            String path = "/api/tasks/" + taskOf(number, "reviewRequest").path("taskId").asString();
            long revision = as("lin").post(path + "/claim", "{\"revision\":1}").json().path("revision").asLong();
            assertThat(as("lin").post(path + "/complete", "{\"revision\":" + revision + ",\"data\":{\"decision\":\"agree\",\"amount\":\"99.00\",\"note\":\"物流停滞\"}}").status()).isEqualTo(200);
        });
        numbers.forEach(number -> until(number + " given up", () -> givenUp(number)));
        return numbers;
    }

    private boolean givenUp(String number) {
        List<Job> jobs = management.createJobQuery().processDefinitionKey("refund-payout").withException().list().stream()
                .filter(job -> number.equals(runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey())).toList();
        jobs.stream().filter(job -> job.getRetries() > 0).forEach(job -> {
            try {
                management.setJobRetries(job.getId(), 1);
                management.executeJob(job.getId());
            } catch (RuntimeException expected) {
                LOG.info("{} failed once more", job.getId());
            }
        });
        return !jobs.isEmpty() && jobs.stream().allMatch(job -> job.getRetries() == 0);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    /** While set, no refund of an order that begins with TRAP can be written down. */
    private static final class Trap {

        void set(String url) {
            JdbcClient owner = JdbcClient.create(TestDatabase.owner(url));
            owner.sql("create or replace function payments.trap() returns trigger language plpgsql as $$ begin raise exception 'disk of the bookkeeper is full'; end $$").update();
            owner.sql("create or replace trigger trap before insert on payments.refund for each row when (new.payment_id like 'PAY-TRAP%') execute function payments.trap()").update();
        }

        void open(String url) {
            JdbcClient.create(TestDatabase.owner(url)).sql("drop trigger if exists trap on payments.refund").update();
        }
    }
}
