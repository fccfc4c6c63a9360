package dev.afterflow.reviews;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformMatter;
import dev.afterflow.platforms.PlatformMoved;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the processes negative-review and malicious-review, and what they hear of platform, buyer and cause. */
@Component
class NegativeReviewProcess {

    static final String KEY = "negative-review";
    static final String EFFECT = "effectNo";
    private static final String CHANGED = "reviews.reviewChanged";
    private static final String CAUSE = "reviews.causeClosed";
    private static final String ANSWERED = "reviews.platformAnswered";
    private static final String VERDICT = "reviews.verdictGiven";

    private final RuntimeService runtime;
    private final JdbcBadReviews store;
    private final ReviewReply reply;
    private final ReviewComplaining complaining;
    private final ReviewCause cause;
    private final Tasks tasks;
    private final Tokens tokens;

    NegativeReviewProcess(@Lazy RuntimeService runtime, JdbcBadReviews store, ReviewReply reply, ReviewComplaining complaining, ReviewCause cause, Tasks tasks,
                          Tokens tokens) {
        this.runtime = runtime;
        this.store = store;
        this.reply = reply;
        this.complaining = complaining;
        this.cause = cause;
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @ApplicationModuleListener
    void wanted(ReviewCause.Wanted event) {
        cause.open(event.caseNumber());
    }

    @EventListener(condition = "#event.process() == 'negative-review'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number(), Map.of());
    }

    /** A review that is done with already hears nothing. */
    void changed(Review review) {
        if (!review.ended()) {
            tokens.tell(review.caseNumber(), CHANGED, Map.of());
        }
    }

    /** A review somebody told as a request is taken back like one that is deleted. */
    @ApplicationModuleListener
    void withdrawn(RequestChanged event) {
        if (event.change() == RequestChanged.Change.WITHDRAWN || event.change() == RequestChanged.Change.PLATFORM_CLOSED) {
            tasks.hold(event.number());
            store.lock(event.number()).ifPresent(this::changed);
        }
    }

    /** What became of the case of the cause does not matter: its own rules decided it. */
    @ApplicationModuleListener
    void ended(ReviewCause.Ended event) {
        store.causedBy(event.caseNumber()).forEach(review -> tokens.tell(review.caseNumber(), CAUSE, Map.of()));
    }

    @ApplicationModuleListener
    void answered(PlatformAnswered event) {
        if (event.kind() == PlatformRequest.Kind.REPLY_REVIEW) {
            tasks.hold(event.caseNumber());
            if (event.verdict() != PlatformAnswered.Verdict.NEEDS_CODE) {
                reply.answered(event).ifPresent(review -> tell(ANSWERED, event.caseNumber(), event.number(), Map.of("platformSaid", event.verdict().name())));
            }
        } else if (event.kind() == PlatformRequest.Kind.REPORT_REVIEW) {
            tasks.hold(event.caseNumber());
            complaining.answered(event).ifPresent(result -> tell(VERDICT, event.caseNumber(), event.number(), Map.of("complaintResult", result)));
        }
    }

    /** The platform decided about a review we complained of. */
    @ApplicationModuleListener
    void moved(PlatformMoved event) {
        PlatformMatter now = event.now();
        boolean decided = now.step() == PlatformMatter.Step.DECIDED_SELLER || now.step() == PlatformMatter.Step.DECIDED_BUYER;
        if (now.sort() == PlatformMatter.Sort.REVIEW && decided) {
            complaining.open(now.shop(), now.id()).ifPresent(complaint -> verdict(complaint.number(), complaint.caseNumber(),
                    now.step() == PlatformMatter.Step.DECIDED_SELLER ? "UPHELD" : "REJECTED", now.reasonText() == null ? "" : now.reasonText()));
        }
    }

    /** A verdict told by platform or person; the same again changes nothing. */
    void verdict(String complaintNo, String caseNumber, String verdict, String words) {
        tasks.hold(caseNumber);
        complaining.decided(complaintNo, verdict, words).ifPresent(result -> tell(VERDICT, caseNumber, complaintNo, Map.of("complaintResult", result)));
    }

    private void tell(String message, String caseNumber, String effectNo, Map<String, Object> answers) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).processInstanceVariableEquals(EFFECT, effectNo)
                .setVariables(answers).correlateAllWithResult();
    }
}
