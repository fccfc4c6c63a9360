package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A process with the load of its steps, the cases behind each, and who may look. */
@RoomTest
class ProcessRoomTest extends Trouble {

    @Autowired
    TaskService tasks;
    @Autowired
    JdbcOverview overview;
    @Autowired
    JdbcProcesses processes;

    @Test
    void aStepLeadsToTheCasesThatWaitThere() {
        String shop = open("Asia/Shanghai", "CNY");
        String open = question(shop);
        String done = question(shop);
        answers(done);
        closed(done);
        counted();
        JsonNode shown = looks("manager", "/processes/handle-by-hand?shop=" + shop);
        JsonNode step = step(shown, "workCase");
        assertThat(shown.path("xml").asString()).contains("handle-by-hand");
        assertThat(step.path("nameZh").asString()).isEqualTo("处理工单");
        assertThat(step.path("nameEn").asString()).isEqualTo("Work the case");
        assertThat(step.path("waiting").asInt()).isEqualTo(1);
        assertThat(step.path("entered").asInt()).isEqualTo(2);
        assertThat(step.path("ended").asInt()).isEqualTo(1);
        assertThat(step.at("/waited/n").asInt()).isEqualTo(1);
        JsonNode there = looks("manager", "/processes/handle-by-hand/steps/workCase/cases?shop=" + shop);
        assertThat(there.path("items")).hasSize(1);
        assertThat(there.at("/items/0/caseNumber").asString()).isEqualTo(open);
        assertThat(there.at("/items/0/dueAt").asString()).isNotEmpty();
        assertThat(looks("manager", "/processes/handle-by-hand?days=1&shop=" + shop).path("steps")).hasSameSizeAs(shown.path("steps"));
    }

    @Test
    void aFailedStepShowsWhoStoppedThereAndWhy() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = stopped(shop);
        counted();
        assertThat(step(looks("manager", "/processes/cockpit-trial?shop=" + shop), "closeByHand").path("failed").asInt()).isEqualTo(1);
        JsonNode there = looks("manager", "/processes/cockpit-trial/steps/closeByHand/cases?shop=" + shop);
        assertThat(there.at("/failed/0/caseNumber").asString()).isEqualTo(number);
        assertThat(there.at("/failed/0/error").isString()).isTrue();
    }

    @Test
    void aTaskFinishedLateIsABreachOfItsStepAndDay() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = question(shop);
        for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(number).list()) {
            task.setDueDate(Date.from(Instant.now().minusSeconds(3600)));
            tasks.saveTask(task);
        }
        counted();
        assertThat(looks("manager", "/overview?shop=" + shop).at("/present/late").asInt()).isEqualTo(1);
        assertThat(looks("manager", "/needs?which=late&shop=" + shop).at("/items/0/caseNumber").asString()).isEqualTo(number);
        answers(number);
        closed(number);
        counted();
        assertThat(step(looks("manager", "/processes/handle-by-hand?shop=" + shop), "workCase").path("late").asInt()).isEqualTo(1);
        assertThat(looks("manager", "/overview?shop=" + shop).at("/sums/late").asInt()).isEqualTo(1);
        assertThat(looks("manager", "/overview?shop=" + shop).at("/present/late").asInt()).isZero();
    }

    @Test
    void pagesGoByKeyAndMissNobody() {
        String shop = open("Asia/Shanghai", "CNY");
        for (int n = 0; n < 5; n++) {
            question(shop);
        }
        counted();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = looks("manager", "/processes/handle-by-hand/steps/workCase/cases?limit=2&shop=" + shop + next);
            page.path("items").forEach(item -> seen.add(item.path("caseNumber").asString()));
            next = page.path("next").isNull() ? null : "&after=" + page.path("next").asString();
        } while (next != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"lin,403,403,403", "he,403,403,403", "xu,403,403,403", "zhao,200,200,422", "zhou,200,200,422", "owner,200,200,403", "manager,200,200,422",
            "director,200,200,422", "admin,403,200,422"})
    void whoMayLookAndWhoMayAct(String login, int overview, int incidents, int retry) {
        Visitor visitor = as(login);
        assertThat(visitor.get("/api/cockpit/overview").status()).isEqualTo(overview);
        assertThat(visitor.get("/api/cockpit/processes").status()).isEqualTo(overview);
        assertThat(visitor.get("/api/cockpit/incidents").status()).isEqualTo(incidents);
        assertThat(visitor.post("/api/cockpit/retries", "{}").status()).isEqualTo(retry);
    }

    @Test
    void theFenceHoldsWhateverShopIsNamed() {
        String shop = open("Asia/Shanghai", "CNY");
        String other = open("Asia/Shanghai", "CNY");
        question(shop);
        counted();
        Scope asked = new Scope(List.of(shop), null, 7, LocalDate.now().plusDays(1));
        List<JdbcOverview.Counted> ours = within(shop, () -> overview.days(asked));
        List<JdbcOverview.Counted> theirs = within(other, () -> overview.days(asked));
        List<JdbcProcesses.Model> models = within(other, () -> processes.models(asked, "handle-by-hand"));
        assertThat(ours).isNotEmpty();
        assertThat(theirs).isEmpty();
        assertThat(models.stream().mapToLong(JdbcProcesses.Model::waiting).sum()).isZero();
        assertThat(as("manager").get("/api/cockpit/overview?shop=nobodys").status()).isEqualTo(404);
        assertThat(as("manager").get("/api/cockpit/processes/nothing").status()).isEqualTo(404);
        assertThat(as("manager").get("/api/cockpit/processes/handle-by-hand/steps/nothing/cases").status()).isEqualTo(404);
        assertThat(as("manager").get("/api/cockpit/overview?days=8").status()).isEqualTo(400);
        assertThat(as("manager").get("/api/cockpit/needs?which=x").status()).isEqualTo(400);
    }

    @Test
    void tablesOpenInASpreadsheetAndStartNoFormula() {
        Visitor.Answer table = as("manager").get("/api/cockpit/overview.csv?days=7");
        assertThat(table.header("Content-Disposition")).contains("cockpit-days.csv");
        assertThat(table.body().lines()).hasSize(8);
        Csv sheet = new Csv(List.of("a", "b"));
        sheet.line("=HYPERLINK(\"x\")", "关闭工单");
        assertThat(new String(sheet.file("t.csv").getBody(), StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(", ",关闭工单");
        assertThat(as("manager").get("/api/cockpit/processes/handle-by-hand/steps.csv").body()).contains("workCase");
        assertThat(as("manager").get("/api/cockpit/incidents.csv").status()).isEqualTo(200);
    }

    @Test
    void countingAnewIsAskedForWithAReasonAndWrittenDown() {
        assertThat(as("manager").post("/api/cockpit/rebuild", "{}").status()).isEqualTo(422);
        assertThat(as("zhao").post("/api/cockpit/rebuild", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(as("manager").post("/api/cockpit/rebuild", "{\"reason\":\"历史已导入\"}").status()).isEqualTo(202);
        counted();
        assertThat(seen(() -> sql.sql("select count(*) from security.audit where action = 'COCKPIT_REBUILT' and who = 'manager'").query(Long.class).single())).isPositive();
    }

    private static JsonNode step(JsonNode shown, String activity) {
        return shown.path("steps").valueStream().filter(step -> step.path("activity").asString().equals(activity)).findFirst().orElseThrow();
    }
}
