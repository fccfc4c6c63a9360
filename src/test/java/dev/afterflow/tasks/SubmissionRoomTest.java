package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class SubmissionRoomTest extends DeskBench {

    @Autowired
    TrialWork work;
    @Autowired
    Queues queues;
    @Autowired
    Committer committer;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient sql;

    @Test
    void completingTwiceIsRefusedWithWhoDidIt() {
        WorkItem item = hands.only(trial.begin(shop));
        Hands.as(lin, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ZERO));
        Problem twice = Hands.refused(lin, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ZERO));
        assertThat(twice.code()).isEqualTo("tasks.gone");
        assertThat(twice.getStatusCode().value()).isEqualTo(409);
        assertThat(twice.getBody().getDetail()).contains("客服71");
    }

    @Test
    void theAnswersOfATaskWithoutAWorkshopBecomeVariablesAndTheFormIsFiledOnTheCase() {
        String number = trial.begin(shop);
        WorkItem item = hands.only(number);
        Hands.as(lin, () -> submissions.complete(item.taskId(), item.revision(),
                Map.of("verdict", "BROKEN", "pieces", 3L, "note", "左前腿"), Duration.ZERO));
        String instance = sql.sql("select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null and super_exec_ is null")
                .param("number", number).query(String.class).single();
        assertThat(runtime.getVariables(instance)).containsEntry("verdict", "BROKEN").containsEntry("pieces", 3L)
                .doesNotContainKey("note");
        assertThat(hands.everywhere(() -> sql.sql("select input ->> 'note' from cases.filed_form where case_number = :number")
                .param("number", number).query(String.class).single())).isEqualTo("左前腿");
        assertThat(hands.flowUsers(number)).contains("agent71");
    }

    @Test
    void aSubmissionCanBeUndoneWhileItWaits() {
        WorkItem item = hands.only(trial.begin(shop));
        Submissions.Taken taken = Hands.as(lin, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ofHours(1)));
        assertThat(taken.done()).isFalse();
        assertThat(Hands.as(lin, () -> queues.counts()).get("team").count()).isZero();
        assertThat(Hands.refused(lin, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.gone");
        Who chen = Trial.agent(74, shop);
        assertThat(Hands.refused(chen, () -> hands.undo(taken.decision())).getStatusCode().value()).isEqualTo(404);
        Hands.as(lin, () -> hands.undo(taken.decision()));
        Desk.Opened again = Hands.as(lin, () -> desk.open(item.taskId()));
        assertThat(again.mayComplete()).isTrue();
        assertThat(again.draft().path("verdict").asString()).isEqualTo("INTACT");
        assertThat(Hands.refused(lin, () -> hands.undo(taken.decision())).code()).isEqualTo("tasks.committed");
    }

    @Test
    void aSubmissionLeftByACrashIsCommittedInTheNameOfWhoMadeIt() {
        String number = trial.begin(shop);
        hands.pass(lin, hands.only(number));
        WorkItem item = hands.only(number);
        Who finance = new Who(76, "fin76", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        Hands.as(finance, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ofHours(1)));
        assertThat(work.filed).doesNotContain(number + " fin76 fin76");
        hands.everywhere(() -> sql.sql("update tasks.pending_decision set commits_at = now() - interval '1 minute' where task_id = :task")
                .param("task", item.taskId()).update());
        committer.commitDue();
        assertThat(work.filed).containsOnlyOnce(number + " fin76 fin76");
        assertThat(hands.everywhere(() -> sql.sql("select state || coalesce(input::text, '-') from tasks.pending_decision where task_id = :task")
                .param("task", item.taskId()).query(String.class).single())).isEqualTo("DONE-");
        assertThat(hands.everywhere(() -> desk.ofCase(number))).isEmpty();
        assertThat(hands.flowUsers(number)).contains("fin76");
    }

    @Test
    void aWorkshopsRefusalIsHeardAtOnceEvenWhenTheSubmissionWouldWait() {
        String number = trial.begin(shop);
        hands.pass(lin, hands.only(number));
        WorkItem item = hands.only(number);
        Who finance = new Who(77, "fin77", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        Map<String, Object> bad = Map.of("verdict", "INTACT", "note", "refuse me");
        for (Duration undo : List.of(Duration.ZERO, Duration.ofHours(1))) {
            assertThat(Hands.refused(finance, () -> submissions.complete(item.taskId(), item.revision(), bad, undo))
                    .getStatusCode().value()).isEqualTo(422);
        }
        assertThat(Hands.as(finance, () -> desk.open(item.taskId())).mayComplete()).isTrue();
        assertThat(Hands.as(finance, () -> desk.open(item.taskId())).data().path("seen").asString()).isEqualTo("编号 " + number);
    }
}
