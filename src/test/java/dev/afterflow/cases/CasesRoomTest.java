package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterflow.RoomTest;
import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.database.Fence;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A case's life: opened once, moved as it may, remembered word by word, closed for ever. */
@RoomTest
@RecordApplicationEvents
class CasesRoomTest extends Marketplace {

    private static final Who LIN = new Who(41, "lin-test", "林测试", Set.of(Role.AGENT), Set.of("nowhere"), Set.of("returns-desk"),
            "zh-CN", Who.Kind.PERSON);

    @Autowired
    CaseProcess process;
    @Autowired
    Remarks remarks;
    @Autowired
    Audit audit;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;

    @Test
    void theSameWishToldAgainAnswersWithItsCaseAndAnotherUnderItsIdIsRefused() {
        NewCase asked = question("k-1", "v1");
        Case opened = cases.open(asked);
        assertThat(cases.open(asked).number()).isEqualTo(opened.number());
        Problem used = catchThrowableOfType(Problem.class, () -> cases.open(question("k-1", "v2")));
        assertThat(used.code()).isEqualTo("cases.keyUsed");
    }

    @Test
    void aCaseWhoseProcessNobodyStartsIsTakenBack() {
        Case opened = cases.open(question("k-1", "v1"));
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(opened.number()).singleResult().getId(), "test");
        assertThatThrownBy(() -> process.demandStarted(opened)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(opened.number());
    }

    @Test
    void aCaseMovesOnlyAsItMay() {
        String number = cases.open(question("k-1", "v1")).number();
        cases.state(number, Case.State.OPEN);
        cases.state(number, Case.State.WAITING_BUYER);
        assertThat(refusal(() -> cases.state(number, Case.State.CLOSED))).isEqualTo("cases.impossibleMove");
        cases.close(number, "SOLVED");
        assertThat(cases.find(number).state()).isEqualTo(Case.State.CLOSED);
        assertThat(refusal(() -> cases.close(number, "SOLVED"))).isEqualTo("cases.impossibleMove");
        assertThat(refusal(() -> cases.state(number, Case.State.OPEN))).isEqualTo("cases.impossibleMove");
        assertThat(refusal(() -> cases.state(number, Case.State.CLOSED))).isEqualTo("cases.impossibleMove");
    }

    @Test
    void closingStopsTheClocksTellsTheHouseAndIsAudited() {
        String number = cases.open(question("k-1", "v1")).number();
        clocks.start(number, shop.id, "reply", Instant.now().plusSeconds(600));
        cases.close(number, "SOLVED");
        assertThat(clocks.of(number)).extracting(Clocks.Reading::state).containsExactly(Clocks.Reading.State.KEPT);
        assertThat(events.stream(CaseClosed.class)).containsExactly(new CaseClosed(number, shop.id, "SOLVED"));
        assertThat(audit(number)).containsExactly("CASE_OPENED", "CASE_CLOSED");
    }

    @Test
    void handlingByHandEndsInTheOutcomeThePersonNamed() {
        Case opened = cases.open(question("k-1", "v1"));
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(opened.number()).singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("workCase");
        assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting("groupId").containsExactly(opened.team());
        cases.file(opened.number(), "workCase", new Cases.Title("人工处理", "Work on the case"), Map.of("outcome", "SOLVED", "note", "电话里说清楚了"), LIN);
        tasks.complete(task.getId(), Map.of("outcome", "SOLVED"));
        assertThat(cases.find(opened.number()).outcome()).isEqualTo("SOLVED");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.number()).count()).isZero();
    }

    @Test
    void aFiledFormIsKeptWordByWord() {
        String number = cases.open(question("k-1", "v1")).number();
        cases.file(number, "ownersOwnTask", new Cases.Title("负责人自己的任务", "The owner's own task"), Map.of("note", "“${1+1}” <b>"), LIN);
        String input = jdbcEverywhere("select input ->> 'note' from cases.filed_form where case_number = :number", number);
        assertThat(input).isEqualTo("“${1+1}” <b>");
        assertThat(audit(number)).contains("FORM_FILED");
    }

    @Test
    void aRemarkCarriesFlagStaffReasonAndTimeAndNobodyChangesIt() {
        String number = cases.open(question("k-1", "v1")).number();
        remarks.add(number, new Remarks.NewRemark(Remarks.Flag.RED, "买家情绪激动", "先打电话，不要发文字", null), LIN);
        assertThat(remarks.of(number)).singleElement().satisfies(remark -> {
            assertThat(remark.flag()).isEqualTo(Remarks.Flag.RED);
            assertThat(remark.staffId()).isEqualTo(41);
            assertThat(remark.by()).isEqualTo("lin-test");
            assertThat(remark.at()).isBefore(Instant.now().plusSeconds(1));
        });
        assertThatThrownBy(() -> write("update cases.remark set text = 'x' where case_number = :number", number))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> write("delete from cases.remark where case_number = :number", number))
                .isInstanceOf(DataAccessException.class);
        assertThat(audit(number)).contains("REMARK_ADDED");
    }

    @Test
    void aRemarkWithoutFlagReasonOrTextIsRefusedFieldByField() {
        String number = cases.open(question("k-1", "v1")).number();
        Problem refused = catchThrowableOfType(Problem.class,
                () -> remarks.add(number, new Remarks.NewRemark(null, " ", "x".repeat(4001), null), LIN));
        assertThat(refused.getBody().getProperties().get("errors").toString()).contains("flag", "reason", "text");
        assertThat(remarks.of(number)).isEmpty();
    }

    @Test
    void theTimelineIsPagedByKeyWithoutLossAndCannotBeRewritten() {
        String number = cases.open(question("k-1", "v1")).number();
        for (int n = 0; n < 25; n++) {
            timeline.add(number, "NOTE", "第" + n, "no " + n, Map.of("n", n));
        }
        List<String> seen = new ArrayList<>();
        Timeline.Page page = timeline.of(number, null, 10);
        while (true) {
            page.items().forEach(entry -> seen.add(entry.textEn()));
            if (page.next() == null) {
                break;
            }
            page = timeline.of(number, page.next(), 10);
        }
        assertThat(seen).hasSize(26).doesNotHaveDuplicates().startsWith("no 24", "no 23").endsWith("no 0", "Case opened");
        assertThatThrownBy(() -> write("update cases.timeline_entry set text_zh = 'x' where case_number = :number", number))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> timeline.of(number, "%%%", 10)).isInstanceOf(Problem.class);
    }

    @Test
    void behindAnotherFenceNothingOfACaseExists() {
        Case opened = cases.open(question("k-1", "v1"));
        String number = opened.number();
        timeline.add(number, "NOTE", "内部", "internal", Map.of());
        Fence.within(Set.of("nowhere"), () -> {
            assertThat(refusal(() -> cases.find(number))).isEqualTo("case.notFound");
            assertThat(refusal(() -> cases.close(number, "X"))).isEqualTo("case.notFound");
            assertThat(refusal(() -> cases.state(number, Case.State.WAITING_BUYER))).isEqualTo("case.notFound");
            assertThat(refusal(() -> timeline.of(number, null, 10))).isEqualTo("case.notFound");
            assertThat(refusal(() -> timeline.add(number, "NOTE", "x", "x", Map.of()))).isEqualTo("case.notFound");
            assertThat(refusal(() -> remarks.add(number, new Remarks.NewRemark(Remarks.Flag.RED, "x", "x", null), LIN))).isEqualTo("case.notFound");
            assertThat(refusal(() -> cases.file(number, "t", new Cases.Title("任务", "Task"), Map.of(), LIN))).isEqualTo("case.notFound");
            assertThat(remarks.of(number)).isEmpty();
            assertThat(clocks.of(number)).isEmpty();
        });
        assertThat(cases.find(number)).isEqualTo(opened);
    }

    @Test
    void theAuditOfAShopIsAChainOfEveryChange() {
        String number = cases.open(question("k-1", "v1")).number();
        cases.state(number, Case.State.WAITING_BUYER);
        cases.state(number, Case.State.OPEN);
        remarks.add(number, new Remarks.NewRemark(Remarks.Flag.BLUE, "a", "b", null), LIN);
        cases.close(number, "SOLVED");
        assertThat(audit(number)).containsExactly("CASE_OPENED", "CASE_MOVED", "CASE_MOVED", "REMARK_ADDED", "CASE_CLOSED");
    }

    private NewCase question(String key, String version) {
        return new NewCase(shop.id, "test", key, version, Case.Kind.QUESTION, null, "b-" + UUID.randomUUID(), null, null, "怎么用？",
                null, List.of(), false, null);
    }

    private static String refusal(Runnable deed) {
        Problem problem = catchThrowableOfType(Problem.class, deed::run);
        return problem == null ? "nothing was refused" : problem.code();
    }

    private void write(String sql, String number) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).param("number", number).update());
    }

    private String jdbcEverywhere(String sql, String number) {
        return transaction.execute(status -> jdbc.sql(sql).param("number", number).query(String.class).single());
    }
}
