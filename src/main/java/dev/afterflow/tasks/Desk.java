package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** One task at a time: opened, claimed, put back, drafted. Who comes second is told who was first. */
@Service
@Transactional
class Desk {

    private final JdbcWorkItems items;
    private final JdbcPendingDecisions decisions;
    private final JdbcDrafts drafts;
    private final Forms forms;
    private final Workshops workshops;
    private final TaskService engine;
    private final EngineUser user;
    private final Clock clock;

    Desk(JdbcWorkItems items, JdbcPendingDecisions decisions, JdbcDrafts drafts, Forms forms, Workshops workshops,
            TaskService engine, EngineUser user, Clock clock) {
        this.items = items;
        this.decisions = decisions;
        this.drafts = drafts;
        this.forms = forms;
        this.workshops = workshops;
        this.engine = engine;
        this.user = user;
        this.clock = clock;
    }

    /** A task with everything its screen needs; {@code draft} is null when nothing was typed. */
    record Opened(WorkItem item, FormOfTask form, JsonNode data, JsonNode draft, boolean mayClaim, boolean mayComplete) {
    }

    /** The form as the case's release has it. */
    record FormOfTask(JsonNode schema) {
    }

    Opened open(String taskId) {
        Who who = Who.current();
        WorkItem item = items.find(taskId).orElseThrow(() -> Problem.notFound("task"));
        boolean works = Authority.mayWork(who, item) && !item.pending();
        return new Opened(item, new FormOfTask(forms.of(item).schema()), workshops.shown(item),
                drafts.find(taskId).orElse(null), works && !item.isTaken(),
                works && (!item.isTaken() || item.isTakenBy(who.id())));
    }

    List<WorkItem> ofCase(String caseNumber) {
        return items.ofCase(caseNumber);
    }

    WorkItem claim(String taskId, int revision) {
        Who who = Who.current();
        WorkItem item = open(taskId, who);
        if (item.isTakenBy(who.id())) {
            return item;
        }
        demandFree(item, who);
        demandUnchanged(item, revision);
        user.acting(who, () -> engine.claim(taskId, who.login()));
        return items.find(taskId).orElseThrow();
    }

    WorkItem release(String taskId, int revision) {
        Who who = Who.current();
        WorkItem item = open(taskId, who);
        if (!item.isTaken()) {
            return item;
        }
        if (!item.isTakenBy(who.id()) && !Authority.leads(who, item)) {
            throw Refusals.notYours(item);
        }
        demandUnchanged(item, revision);
        user.acting(who, () -> engine.setAssignee(taskId, null));
        return items.find(taskId).orElseThrow();
    }

    /** Keeps what was typed so far; only keys the form has, whatever their values. */
    void draft(String taskId, JsonNode data) {
        Who who = Who.current();
        WorkItem item = open(taskId, who);
        demandFree(item, who);
        Map<String, Object> prefill = Plain.object(workshops.shown(item));
        List<FormFault> unknown = FormCheck.check(forms.of(item).parts(), prefill, Plain.object(data), clock.instant())
                .faults().stream().filter(fault -> fault.rule().equals("unknown")).toList();
        if (!unknown.isEmpty()) {
            throw Refusals.faults(unknown);
        }
        drafts.save(item, data, who.id(), clock.instant());
    }

    /** The task, locked, if it is still open and this one may work it. */
    WorkItem open(String taskId, Who who) {
        WorkItem item = items.lock(taskId).orElseThrow(() -> decisions.ofTask(taskId).map(Refusals::gone)
                .orElseGet(() -> Problem.notFound("task")));
        Authority.demand(who, item);
        if (item.pending()) {
            throw Refusals.gone(decisions.ofTask(taskId).orElseThrow());
        }
        return item;
    }

    Optional<WorkItem> lock(String taskId) {
        return items.lock(taskId);
    }

    static void demandFree(WorkItem item, Who who) {
        if (item.isTaken() && !item.isTakenBy(who.id())) {
            throw Refusals.taken(item);
        }
    }

    static void demandUnchanged(WorkItem item, int revision) {
        if (item.revision() != revision) {
            throw Refusals.changed(item);
        }
    }
}
