package dev.afterflow.disputes;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the processes dispute and dispute-answer, and what they hear of platform and buyer. */
@Component
class DisputeProcess {

    static final String KEY = "dispute";
    static final String EFFECT = "effectNo";
    private static final String ANSWERED = "disputes.platformAnswered";
    private static final String VERDICT = "disputes.verdictGiven";
    private static final String WITHDRAWN = "disputes.disputeWithdrawn";

    private final RuntimeService runtime;
    private final TaskService work;
    private final ManagementService jobs;
    private final DisputeNews news;
    private final DisputeAnswering answering;
    private final Tasks tasks;
    private final Tokens tokens;

    DisputeProcess(@Lazy RuntimeService runtime, @Lazy TaskService work, @Lazy ManagementService jobs, DisputeNews news, DisputeAnswering answering, Tasks tasks,
                   Tokens tokens) {
        this.runtime = runtime;
        this.work = work;
        this.jobs = jobs;
        this.news = news;
        this.answering = answering;
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @EventListener(condition = "#event.process() == 'dispute'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number(), Map.of());
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        tasks.hold(event.number());
        switch (news.heard(event)) {
            case VERDICT -> verdict(event.number());
            case WITHDRAWN -> tokens.tell(event.number(), WITHDRAWN, Map.of());
            case DEADLINE -> news.times(event.number()).ifPresent(times -> redate(event.number(), times));
            case NOTHING -> { }
        }
    }

    @ApplicationModuleListener
    void answered(PlatformAnswered event) {
        if (event.kind() == PlatformRequest.Kind.SUBMIT_EVIDENCE || event.kind() == PlatformRequest.Kind.ACCEPT || event.kind() == PlatformRequest.Kind.APPEAL) {
            tasks.hold(event.caseNumber());
            answering.answered(event).ifPresent(receipt -> runtime.createMessageCorrelation(ANSWERED).processInstanceBusinessKey(event.caseNumber())
                    .processInstanceVariableEquals(EFFECT, event.number()).setVariable("receipt", receipt).correlateAllWithResult());
        }
    }

    /** Whatever may end tasks holds them before the dispute, as a submission does. */
    void hold(String caseNumber) {
        tasks.hold(caseNumber);
    }

    /** Whoever waits hears of it; where a person just typed it in nobody waits. */
    void verdict(String caseNumber) {
        tokens.tell(caseNumber, VERDICT, Map.of());
    }

    /** The platform moved its deadline: timers and tasks move with it. */
    private void redate(String caseNumber, Dispute.Times times) {
        Map<String, Instant> timers = Map.of("deadlinePassed", times.dueAt(), "deadlineNeared", times.warnAt(), "deadlineClosed", times.alarmAt());
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list()) {
            runtime.setVariables(instance.getId(), Map.of("answerBy", Date.from(times.dueAt()), "warnAt", Date.from(times.warnAt()), "alarmAt", Date.from(times.alarmAt())));
            timers.forEach((activity, at) -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(activity).list()
                    .forEach(job -> jobs.setJobDuedate(job.getId(), Date.from(at))));
            work.createTaskQuery().processInstanceId(instance.getId()).list().forEach(task -> {
                task.setDueDate(Date.from(times.dueAt()));
                work.saveTask(task);
            });
        }
    }
}
