package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.notes.Mentions;
import dev.afterflow.security.Audit;
import dev.afterflow.security.People;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a task to a colleague or a team with a reason; who gets it is called on, and who handed it may take that back. */
@Service
@Transactional
class Handover {

    private static final int LONGEST_REASON = 500;

    private final Desk desk;
    private final Receivers receivers;
    private final JdbcTransfers store;
    private final JdbcWorkItems items;
    private final TaskService engine;
    private final EngineUser user;
    private final People people;
    private final Cases cases;
    private final Timeline timeline;
    private final Mentions mentions;
    private final Audit audit;
    private final LiveSender live;
    private final Clock clock;

    Handover(Desk desk, Receivers receivers, JdbcTransfers store, JdbcWorkItems items, TaskService engine, EngineUser user, People people,
            Cases cases, Timeline timeline, Mentions mentions, Audit audit, LiveSender live, Clock clock) {
        this.desk = desk;
        this.receivers = receivers;
        this.store = store;
        this.items = items;
        this.engine = engine;
        this.user = user;
        this.people = people;
        this.cases = cases;
        this.timeline = timeline;
        this.mentions = mentions;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    Receivers.Offered offered(String taskId) {
        WorkItem item = items.find(taskId).orElseThrow(() -> Problem.notFound("task"));
        return receivers.of(item, Who.current());
    }

    /** Exactly one of person and team is given. */
    WorkItem transfer(String taskId, int revision, Long person, String team, String reason) {
        Who who = Who.current();
        String why = demandReason(reason);
        WorkItem before = movable(taskId, who);
        Desk.demandUnchanged(before, revision);
        Who receiver = person == null ? null : receivers.persons(before, who).stream().filter(each -> each.id() == person).findFirst()
                .orElseThrow(() -> notAllowed("person"));
        if (receiver == null && !receivers.teams(before).contains(String.valueOf(team))) {
            throw notAllowed("team");
        }
        String toTeam = receiver == null ? team : before.team();
        String from = before.isTaken() ? people.find(before.assignee().id()).map(Who::login).orElse(null) : null;
        WorkItem after = move(before, toTeam, receiver == null ? null : receiver.login(), who, why);
        store.insert(before, from, person, receiver == null ? null : receiver.name(), after, who, why, clock.instant());
        tell(after, receiver, toTeam, why, who);
        return after;
    }

    /** Takes the newest handing over back, while whoever got the task has not touched it. */
    WorkItem undo(String taskId) {
        Who who = Who.current();
        WorkItem item = desk.lock(taskId).orElseThrow(() -> Problem.notFound("task"));
        JdbcTransfers.Transfer last = store.newest(taskId, who.id()).orElseThrow(() -> Problem.notFound("transfer"));
        if (item.revision() != last.revisionAfter() || item.pending()) {
            throw Problem.conflict("tasks.transferTouched", "对方已经开始处理，不能撤回转交", "Whoever got the task has begun; it cannot be taken back");
        }
        WorkItem after = move(item, last.fromTeam(), last.fromLogin(), null, null);
        store.undone(last.id(), clock.instant());
        timeline.add(item.caseNumber(), "TASK", "撤回转交：" + item.titleZh(), "Handing over taken back: " + item.titleEn(), Map.of("task", item.task()));
        audit.record(item.shop(), "TASK_TRANSFER_UNDONE", "task", taskId, Map.of("case", item.caseNumber()));
        live.task(after, "handed");
        return after;
    }

    private WorkItem movable(String taskId, Who who) {
        WorkItem item = desk.open(taskId, who);
        if (item.isTaken() && !item.isTakenBy(who.id()) && !Authority.leads(who, item)) {
            throw Refusals.notYours(item);
        }
        return item;
    }

    private WorkItem move(WorkItem item, String team, String login, Who by, String reason) {
        user.acting(Who.current(), () -> {
            if (!team.equals(item.team())) {
                engine.getIdentityLinksForTask(item.taskId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                        .forEach(group -> engine.deleteCandidateGroup(item.taskId(), group));
                engine.addCandidateGroup(item.taskId(), team);
            }
            engine.setAssignee(item.taskId(), login);
        });
        return store.handed(item, team, by, reason, clock.instant());
    }

    private void tell(WorkItem item, Who receiver, String team, String reason, Who by) {
        People.Team named = people.team(team);
        String zh = by.name() + "将“" + item.titleZh() + "”转交" + (receiver == null ? named.titleZh() : receiver.name()) + "：" + reason;
        String en = by.name() + " handed “" + item.titleEn() + "” to " + (receiver == null ? named.titleEn() : receiver.name()) + ": " + reason;
        timeline.add(item.caseNumber(), "TASK", zh, en, Map.of("task", item.task(), "team", team));
        audit.record(item.shop(), "TASK_TRANSFERRED", "task", item.taskId(), Map.of("case", item.caseNumber(), "task", item.task(),
                "to", receiver == null ? team : receiver.login()));
        if (receiver != null) {
            mentions.call(receiver.id(), cases.find(item.caseNumber()), Mentions.Reason.HANDED, item.taskId(), zh, en);
        }
        live.task(item, "handed");
    }

    private static String demandReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required", "请写明转交原因", "Say why you hand it over");
        }
        if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Problem.invalid("reason", "tooLong", "最多 " + LONGEST_REASON + " 字", "At most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }

    private static Problem notAllowed(String field) {
        return Problem.invalid(field, "receiver", "请选择可以处理该任务的同事或团队", "Choose a colleague or a team who may work the task");
    }
}
