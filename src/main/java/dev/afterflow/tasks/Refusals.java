package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The ways the desk says no. */
final class Refusals {

    private Refusals() {
    }

    static Problem taken(WorkItem item) {
        return Problem.conflict("tasks.taken", "该任务已由" + item.assignee().name() + "领取",
                        "The task was taken by " + item.assignee().name())
                .with("assignee", item.assignee()).with("revision", item.revision());
    }

    static Problem changed(WorkItem item) {
        return Problem.conflict("tasks.changed", "该任务已发生变化，请刷新后再试", "The task has changed; reload it and try again")
                .with("revision", item.revision());
    }

    static Problem overtaken() {
        return Problem.conflict("tasks.changed", "该任务刚刚发生变化，请刷新后再试", "The task has just changed; reload it and try again");
    }

    static Problem gone(PendingDecision by) {
        return Problem.conflict("tasks.gone", "该任务已由" + by.who().name() + "提交",
                "The task was submitted by " + by.who().name()).with("caseNumber", by.caseNumber());
    }

    static Problem notYours(WorkItem item) {
        return Problem.forbidden("tasks.notYours", "该任务由" + item.assignee().name() + "处理，只有本人或主管可以退回",
                "The task is with " + item.assignee().name() + "; only they or a lead can put it back");
    }

    static Problem committed() {
        return Problem.conflict("tasks.committed", "该提交已经生效，不能撤销", "The submission has taken effect and cannot be undone");
    }

    /** 400 when the request holds what the form does not have, 422 when a field breaks its rules. */
    static Problem faults(List<FormFault> faults) {
        boolean malformed = faults.stream().anyMatch(FormFault::isMalformed);
        List<Problem.Fault> told = faults.stream().filter(fault -> fault.isMalformed() == malformed)
                .map(fault -> new Problem.Fault(fault.field(), fault.rule(), fault.remedy("zh"), fault.remedy("en"))).toList();
        if (!malformed) {
            return Problem.invalid(told);
        }
        Problem.Fault first = told.get(0);
        return Problem.malformed(first.field(), first.rule(), first.zh(), first.en());
    }

    static Problem stopping() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "tasks.stopping", "服务正在重启", "The service is restarting");
    }
}
