package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class DeskRoomTest extends DeskBench {

    @Autowired
    JsonMapper json;

    @Test
    void ofEightWhoClaimAtOnceOneWinsAndTheOthersAreToldWho() throws Exception {
        WorkItem item = hands.only(trial.begin(shop));
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<String>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Who agent = Trial.agent(80 + i, shop);
            claims.add(() -> {
                start.await();
                try {
                    return Hands.as(agent, () -> desk.claim(item.taskId(), item.revision())).assignee().name();
                } catch (Problem problem) {
                    return problem.code() + " " + problem.getBody().getDetail();
                }
            });
        }
        List<String> outcomes = AtOnce.all(claims);
        String winner = hands.only(item.caseNumber()).assignee().name();
        assertThat(outcomes).containsOnlyOnce(winner);
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("tasks.taken")).hasSize(7)
                .allMatch(outcome -> outcome.contains(winner));
    }

    @Test
    void aForeignShopsTaskDoesNotExist() {
        WorkItem item = hands.only(trial.begin(shop));
        Who stranger = Trial.agent(72, trial.shop());
        assertThat(Hands.refused(stranger, () -> desk.open(item.taskId())).getStatusCode().value()).isEqualTo(404);
        assertThat(Hands.refused(stranger, () -> desk.claim(item.taskId(), 1)).getStatusCode().value()).isEqualTo(404);
        assertThat(Hands.refused(stranger, () -> submissions.complete(item.taskId(), 1, Hands.INTACT, Duration.ZERO))
                .getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void anotherTeamsTaskMayBeReadButNotWorked() {
        WorkItem item = hands.only(trial.begin(shop));
        Who finance = new Who(73, "f", "财务", Set.of(Role.FINANCE), Set.of(shop), Set.of("finance"), "zh-CN", Who.Kind.PERSON);
        assertThat(Hands.as(finance, () -> desk.open(item.taskId())).mayClaim()).isFalse();
        assertThat(Hands.refused(finance, () -> desk.claim(item.taskId(), 1)).getStatusCode().value()).isEqualTo(403);
        assertThat(Hands.refused(finance, () -> submissions.complete(item.taskId(), 1, Hands.INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.otherTeam");
    }

    @Test
    void aLeadPutsBackWhatAnAgentTookAndAnotherAgentCannot() {
        WorkItem item = hands.only(trial.begin(shop));
        WorkItem taken = Hands.as(lin, () -> desk.claim(item.taskId(), item.revision()));
        Who chen = Trial.agent(74, shop);
        assertThat(Hands.refused(chen, () -> desk.release(item.taskId(), taken.revision())).code()).isEqualTo("tasks.notYours");
        assertThat(Hands.refused(chen, () -> submissions.complete(item.taskId(), taken.revision(), Hands.INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.taken");
        Who lead = new Who(75, "z", "主管", Set.of(Role.SUPERVISOR), Set.of(shop), Set.of("returns-leads"), "zh-CN", Who.Kind.PERSON);
        assertThat(Hands.as(lead, () -> desk.release(item.taskId(), taken.revision())).assignee()).isNull();
    }

    @Test
    void aStaleRevisionIsRefused() {
        WorkItem item = hands.only(trial.begin(shop));
        Hands.as(lin, () -> desk.claim(item.taskId(), item.revision()));
        assertThat(Hands.refused(lin, () -> submissions.complete(item.taskId(), item.revision(), Hands.INTACT, Duration.ZERO)).code())
                .isEqualTo("tasks.changed");
    }

    @Test
    void aDraftSurvivesHandingOverAndGoesWithTheTask() {
        WorkItem item = hands.only(trial.begin(shop));
        WorkItem taken = Hands.as(lin, () -> desk.claim(item.taskId(), item.revision()));
        Hands.as(lin, () -> {
            desk.draft(item.taskId(), json.readTree("{\"note\":\"先记下\",\"verdict\":\"MAYBE\"}"));
            return desk.release(item.taskId(), taken.revision());
        });
        Who chen = Trial.agent(74, shop);
        Desk.Opened opened = Hands.as(chen, () -> desk.open(item.taskId()));
        assertThat(opened.draft().path("note").asString()).isEqualTo("先记下");
        assertThat(opened.mayClaim()).isTrue();
        assertThat(Hands.refused(chen, () -> {
            desk.draft(item.taskId(), json.readTree("{\"approved\":true}"));
            return null;
        }).getStatusCode().value()).isEqualTo(400);
        Hands.as(chen, () -> submissions.complete(item.taskId(), opened.item().revision(), Hands.INTACT, Duration.ZERO));
        assertThat(hands.drafts(item.taskId())).isZero();
    }
}
