package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class DeskRoomTest {

    private static final Map<String, Object> INTACT = Map.of("verdict", "INTACT", "pieces", 2L);

    @Autowired
    Trial trial;
    @Autowired
    TrialWork work;
    @Autowired
    Desk desk;
    @Autowired
    Queues queues;
    @Autowired
    Submissions submissions;
    @Autowired
    Committer committer;
    @Autowired
    PromiseSweep promises;
    @Autowired
    Tasks tasks;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient sql;
    @Autowired
    JsonMapper json;
    @Autowired
    PlatformTransactionManager transactions;

    private String shop;
    private Who lin;

    @BeforeEach
    void open() {
        trial.deploy();
        shop = trial.shop();
        lin = Trial.agent(71, shop);
    }

    @Test
    void aTaskStandsOnTheListWithItsCaseInAFewWords() {
        String number = trial.begin(shop);
        WorkItem item = only(number);
        assertThat(item.titleZh()).isEqualTo("核对");
        assertThat(item.titleEn()).isEqualTo("Check it");
        assertThat(item.team()).isEqualTo("returns-desk");
        assertThat(item.shop()).isEqualTo(shop);
        assertThat(item.amount().minor()).isEqualTo(12950);
        assertThat(item.priority()).isEqualTo(60);
        assertThat(item.dueAt()).isAfter(Instant.now());
        assertThat(as(lin, () -> queues.counts()).get("team")).isEqualTo(new Queues.Count(1, false));
    }

    @Test
    void ofEightWhoClaimAtOnceOneWinsAndTheOthersAreToldWho() throws Exception {
        WorkItem item = only(trial.begin(shop));
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<String>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Who agent = Trial.agent(80 + i, shop);
            claims.add(() -> {
                start.await();
                try {
                    return as(agent, () -> desk.claim(item.taskId(), item.revision())).assignee().name();
                } catch (Problem problem) {
                    return problem.code() + " " + problem.getBody().getDetail();
                }
            });
        }
        List<String> outcomes = atOnce(claims);
        String winner = only(item.caseNumber()).assignee().name();
        assertThat(outcomes).containsOnlyOnce(winner);
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("tasks.taken")).hasSize(7)
                .allMatch(outcome -> outcome.contains(winner));
    }

    @Test
    void completingTwiceIsRefusedWithWhoDidIt() {
        WorkItem item = only(trial.begin(shop));
        as(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO));
        Problem twice = refused(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO));
        assertThat(twice.code()).isEqualTo("tasks.gone");
        assertThat(twice.getStatusCode().value()).isEqualTo(409);
        assertThat(twice.getBody().getDetail()).contains("客服71");
    }

    @Test
    void theAnswersOfATaskWithoutAWorkshopBecomeVariablesAndTheFormIsFiledOnTheCase() {
        String number = trial.begin(shop);
        WorkItem item = only(number);
        as(lin, () -> submissions.complete(item.taskId(), item.revision(),
                Map.of("verdict", "BROKEN", "pieces", 3L, "note", "左前腿"), Duration.ZERO));
        String instance = sql.sql("select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null and super_exec_ is null")
                .param("number", number).query(String.class).single();
        assertThat(runtime.getVariables(instance)).containsEntry("verdict", "BROKEN").containsEntry("pieces", 3L)
                .doesNotContainKey("note");
        assertThat(everywhere(() -> sql.sql("select input ->> 'note' from cases.filed_form where case_number = :number")
                .param("number", number).query(String.class).single())).isEqualTo("左前腿");
        assertThat(flowUsers(number)).contains("agent71");
    }

    @Test
    void aForeignShopsTaskDoesNotExist() {
        WorkItem item = only(trial.begin(shop));
        Who stranger = Trial.agent(72, trial.shop());
        assertThat(refused(stranger, () -> desk.open(item.taskId())).getStatusCode().value()).isEqualTo(404);
        assertThat(refused(stranger, () -> desk.claim(item.taskId(), 1)).getStatusCode().value()).isEqualTo(404);
        assertThat(refused(stranger, () -> submissions.complete(item.taskId(), 1, INTACT, Duration.ZERO))
                .getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void anotherTeamsTaskMayBeReadButNotWorked() {
        WorkItem item = only(trial.begin(shop));
        Who finance = new Who(73, "f", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        assertThat(as(finance, () -> desk.open(item.taskId())).mayClaim()).isFalse();
        assertThat(refused(finance, () -> desk.claim(item.taskId(), 1)).getStatusCode().value()).isEqualTo(403);
        assertThat(refused(finance, () -> submissions.complete(item.taskId(), 1, INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.otherTeam");
    }

    @Test
    void aLeadPutsBackWhatAnAgentTookAndAnotherAgentCannot() {
        WorkItem item = only(trial.begin(shop));
        WorkItem taken = as(lin, () -> desk.claim(item.taskId(), item.revision()));
        Who chen = Trial.agent(74, shop);
        assertThat(refused(chen, () -> desk.release(item.taskId(), taken.revision())).code()).isEqualTo("tasks.notYours");
        assertThat(refused(chen, () -> submissions.complete(item.taskId(), taken.revision(), INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.taken");
        Who lead = new Who(75, "z", "主管", Set.of(Role.SUPERVISOR), Set.of(shop), Set.of("returns-leads"), "zh-CN", Who.Kind.PERSON);
        assertThat(as(lead, () -> desk.release(item.taskId(), taken.revision())).assignee()).isNull();
    }

    @Test
    void aStaleRevisionIsRefused() {
        WorkItem item = only(trial.begin(shop));
        as(lin, () -> desk.claim(item.taskId(), item.revision()));
        assertThat(refused(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.changed");
    }

    @Test
    void aDraftSurvivesHandingOverAndGoesWithTheTask() {
        WorkItem item = only(trial.begin(shop));
        WorkItem taken = as(lin, () -> desk.claim(item.taskId(), item.revision()));
        as(lin, () -> {
            desk.draft(item.taskId(), json.readTree("{\"note\":\"先记下\",\"verdict\":\"MAYBE\"}"));
            return desk.release(item.taskId(), taken.revision());
        });
        Who chen = Trial.agent(74, shop);
        Desk.Opened opened = as(chen, () -> desk.open(item.taskId()));
        assertThat(opened.draft().path("note").asString()).isEqualTo("先记下");
        assertThat(opened.mayClaim()).isTrue();
        assertThat(refused(chen, () -> {
            desk.draft(item.taskId(), json.readTree("{\"approved\":true}"));
            return null;
        }).getStatusCode().value()).isEqualTo(400);
        as(chen, () -> submissions.complete(item.taskId(), opened.item().revision(), INTACT, Duration.ZERO));
        assertThat(drafts(item.taskId())).isZero();
    }

    @Test
    void aSubmissionCanBeUndoneWhileItWaits() {
        WorkItem item = only(trial.begin(shop));
        Submissions.Taken taken = as(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ofHours(1)));
        assertThat(taken.done()).isFalse();
        assertThat(as(lin, () -> queues.counts()).get("team").count()).isZero();
        assertThat(refused(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.gone");
        Who chen = Trial.agent(74, shop);
        assertThat(refused(chen, () -> undo(taken.decision())).getStatusCode().value()).isEqualTo(404);
        as(lin, () -> undo(taken.decision()));
        Desk.Opened again = as(lin, () -> desk.open(item.taskId()));
        assertThat(again.mayComplete()).isTrue();
        assertThat(again.draft().path("verdict").asString()).isEqualTo("INTACT");
        assertThat(refused(lin, () -> undo(taken.decision())).code()).isEqualTo("tasks.committed");
    }

    @Test
    void aSubmissionLeftByACrashIsCommittedInTheNameOfWhoMadeIt() {
        String number = trial.begin(shop);
        pass(only(number));
        WorkItem item = only(number);
        Who finance = new Who(76, "fin76", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        as(finance, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ofHours(1)));
        assertThat(work.filed).doesNotContain(number + " fin76 fin76");
        everywhere(() -> sql.sql("update tasks.pending_decision set commits_at = now() - interval '1 minute' where task_id = :task")
                .param("task", item.taskId()).update());
        committer.commitDue();
        assertThat(work.filed).containsOnlyOnce(number + " fin76 fin76");
        assertThat(everywhere(() -> sql.sql("select state || coalesce(input::text, '-') from tasks.pending_decision where task_id = :task")
                .param("task", item.taskId()).query(String.class).single())).isEqualTo("DONE-");
        assertThat(everywhere(() -> desk.ofCase(number))).isEmpty();
        assertThat(flowUsers(number)).contains("fin76");
    }

    @Test
    void aWorkshopsRefusalIsHeardAtOnceEvenWhenTheSubmissionWouldWait() {
        String number = trial.begin(shop);
        pass(only(number));
        WorkItem item = only(number);
        Who finance = new Who(77, "fin77", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        Map<String, Object> bad = Map.of("verdict", "INTACT", "note", "refuse me");
        for (Duration undo : List.of(Duration.ZERO, Duration.ofHours(1))) {
            assertThat(refused(finance, () -> submissions.complete(item.taskId(), item.revision(), bad, undo))
                    .getStatusCode().value()).isEqualTo(422);
        }
        assertThat(as(finance, () -> desk.open(item.taskId())).mayComplete()).isTrue();
        assertThat(as(finance, () -> desk.open(item.taskId())).data().path("seen").asString()).isEqualTo("编号 " + number);
    }

    @Test
    void pagesStayWholeWhileRowsComeAndGo() {
        Instant base = Instant.now().plus(Duration.ofDays(3));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(trial.begin(shop, base.plus(Duration.ofMinutes(i * 10L))));
        }
        for (Sort sort : Sort.values()) {
            List<String> seen = new ArrayList<>();
            Queues.Page page = as(lin, () -> queues.page(View.TEAM, sort, null, null, null, 3));
            page.items().forEach(item -> seen.add(item.caseNumber()));
            String before = trial.begin(shop, base.minus(Duration.ofHours(1)));
            while (page.next() != null) {
                String next = page.next();
                page = as(lin, () -> queues.page(View.TEAM, sort, null, null, next, 3));
                page.items().forEach(item -> seen.add(item.caseNumber()));
            }
            assertThat(seen).as(sort.name()).doesNotHaveDuplicates().containsSubsequence(numbers);
            pass(only(before));
        }
    }

    @Test
    void aLateTaskIsMarkedAndRaisedOnce() {
        String late = trial.begin(shop, Instant.now().minus(Duration.ofMinutes(1)));
        String soon = trial.begin(shop, Instant.now().plus(Duration.ofMinutes(30)));
        promises.sweep();
        promises.sweep();
        assertThat(only(late).overdue()).isTrue();
        assertThat(only(late).escalated()).isTrue();
        assertThat(only(late).priority()).isEqualTo(80);
        assertThat(only(soon).dueSoon()).isTrue();
        Map<String, Queues.Count> counts = as(lin, () -> queues.counts());
        assertThat(counts.get("due").count()).isEqualTo(1);
        assertThat(counts.get("overdue").count()).isEqualTo(1);
        tasks.escalate(soon, "checkTrial");
        tasks.escalate(soon, "checkTrial");
        assertThat(only(soon).priority()).isEqualTo(80);
    }

    @Test
    void aCancelledProcessTakesItsTaskOffTheList() {
        String number = trial.begin(shop);
        String instance = sql.sql("select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null")
                .param("number", number).query(String.class).single();
        runtime.deleteProcessInstance(instance, "withdrawn", true);
        assertThat(everywhere(() -> desk.ofCase(number))).isEmpty();
    }

    private void pass(WorkItem item) {
        as(lin, () -> submissions.complete(item.taskId(), item.revision(), INTACT, Duration.ZERO));
    }

    private Void undo(long decision) {
        submissions.undo(decision);
        return null;
    }

    private WorkItem only(String caseNumber) {
        List<WorkItem> items = everywhere(() -> desk.ofCase(caseNumber));
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private long drafts(String taskId) {
        return everywhere(() -> sql.sql("select count(*) from tasks.draft where task_id = :task").param("task", taskId)
                .query(Long.class).single());
    }

    private List<String> flowUsers(String number) {
        return sql.sql("select who from engine.flow_event where case_number = :number and who is not null")
                .param("number", number).query(String.class).list();
    }

    private <T> T everywhere(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private static <T> T as(Who who, Supplier<T> work) {
        return who.acting(work);
    }

    private static Problem refused(Who who, Supplier<?> work) {
        Problem problem = catchThrowableOfType(Problem.class, () -> as(who, work::get));
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
