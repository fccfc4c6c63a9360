package dev.afterflow.disputes;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.payments.Chargebacks;
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
import org.springframework.context.ApplicationEventPublisher;
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
    private static final String AGAIN = "disputes.evidenceAskedAgain";

    private final RuntimeService runtime;
    private final TaskService work;
    private final ManagementService jobs;
    private final DisputeNews news;
    private final CardNews bank;
    private final DisputeTerms terms;
    private final DisputeAnswering answering;
    private final Tasks tasks;
    private final Tokens tokens;
    private final ApplicationEventPublisher events;

    DisputeProcess(@Lazy RuntimeService runtime, @Lazy TaskService work, @Lazy ManagementService jobs, DisputeNews news, CardNews bank, DisputeTerms terms,
                   DisputeAnswering answering, Tasks tasks, Tokens tokens, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.work = work;
        this.jobs = jobs;
        this.news = news;
        this.bank = bank;
        this.terms = terms;
        this.answering = answering;
        this.tasks = tasks;
        this.tokens = tokens;
        this.events = events;
    }

    @EventListener(condition = "#event.process() == 'dispute'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number(), Map.of());
        if (bank.isOver(event.number())) {
            events.publishEvent(new CardNews.OverBefore(event.number()));
        }
    }

    @ApplicationModuleListener
    void overBefore(CardNews.OverBefore event) {
        tasks.hold(event.caseNumber());
        turn(event.caseNumber(), bank.heard(event.caseNumber(), null));
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        tasks.hold(event.number());
        turn(event.number(), news.heard(event));
    }

    /** A card provider's news, whenever and however often they come. */
    @ApplicationModuleListener
    void moved(Chargebacks.Moved event) {
        for (String number : bank.concerned(event.now())) {
            tasks.hold(number);
            turn(number, bank.heard(number, event.before()));
        }
    }

    private void turn(String number, DisputeNews.Turn turn) {
        switch (turn) {
            case VERDICT -> verdict(number);
            case WITHDRAWN -> tokens.tell(number, WITHDRAWN, Map.of());
            case DEADLINE -> news.times(number).ifPresent(times -> redate(number, times));
            case AGAIN -> news.times(number).ifPresent(times -> again(number, times));
            case NOTHING -> { }
        }
    }

    @ApplicationModuleListener
    void answered(PlatformAnswered event) {
        if (event.kind() == PlatformRequest.Kind.SUBMIT_EVIDENCE || event.kind() == PlatformRequest.Kind.ACCEPT || event.kind() == PlatformRequest.Kind.APPEAL) {
            tasks.hold(event.caseNumber());
            answering.answered(event).ifPresent(receipt -> received(event.caseNumber(), event.number(), receipt));
        }
    }

    /** What is over by now is heard as such, whichever of the two comes first. */
    @ApplicationModuleListener
    void answered(Chargebacks.Answered event) {
        tasks.hold(event.caseNumber());
        answering.answered(event).ifPresent(receipt -> received(event.caseNumber(), event.number(), receipt));
        turn(event.caseNumber(), bank.heard(event.caseNumber(), null));
    }

    private void received(String caseNumber, String effect, String receipt) {
        runtime.createMessageCorrelation(ANSWERED).processInstanceBusinessKey(caseNumber).processInstanceVariableEquals(EFFECT, effect)
                .setVariable("receipt", receipt).correlateAllWithResult();
    }

    /** Whatever may end tasks holds them before the dispute, as a submission does. */
    void hold(String caseNumber) {
        tasks.hold(caseNumber);
    }

    /** Whoever waits hears of it; where a person just typed it in nobody waits. */
    void verdict(String caseNumber) {
        tokens.tell(caseNumber, VERDICT, Map.of());
    }

    private void again(String caseNumber, Dispute.Times times) {
        Date verdictBy = Date.from(terms.until(news.shop(caseNumber), "disputeVerdict"));
        tokens.tell(caseNumber, AGAIN, Map.of("answerBy", Date.from(times.dueAt()), "warnAt", Date.from(times.warnAt()), "alarmAt", Date.from(times.alarmAt()), "verdictBy", verdictBy));
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
