package dev.afterflow.reviews;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.CaseClosed;
import dev.afterflow.cases.Cases;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The buyer is asked whether it may be solved, never about the review; the cause is made good in a case of its own, on its merits alone. */
@Component
@Transactional
class ReviewCause {

    /** A review is answered at the latest so long before its window closes, whatever becomes of the cause. [P] */
    private static final Duration ROOM = Duration.ofDays(2);
    private static final Set<Case.Kind> KINDS = Set.of(Case.Kind.RETURN_REFUND, Case.Kind.EXCHANGE, Case.Kind.SHORT, Case.Kind.WRONG_ITEM, Case.Kind.REPAIR,
            Case.Kind.LOGISTICS);
    private static final Map<Case.Kind, String> REASONS = Map.of(Case.Kind.LOGISTICS, "NOT_RECEIVED", Case.Kind.SHORT, "SHORT", Case.Kind.WRONG_ITEM, "WRONG_ITEM");

    private final JdbcBadReviews store;
    private final ReviewScene scene;
    private final ReviewLog log;
    private final Cases cases;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    ReviewCause(JdbcBadReviews store, ReviewScene scene, ReviewLog log, Cases cases, Notifications notifications, ApplicationEventPublisher events) {
        this.store = store;
        this.scene = scene;
        this.log = log;
        this.cases = cases;
        this.notifications = notifications;
        this.events = events;
    }

    /** The case of a review's cause is closed. */
    record Ended(String caseNumber) {
    }

    /** Most cases are no review's cause: they cost a look and no commit. */
    @EventListener
    void closed(CaseClosed event) {
        if (store.waitsFor(event.number())) {
            events.publishEvent(new Ended(event.number()));
        }
    }

    /** Answers whether the cause gets a case. A buyer who wants no contact is never written to about reviews again. */
    boolean said(String caseNumber, String answer, String kind, String note, Who who) {
        Review of = lock(caseNumber);
        boolean agrees = answer.equals("agrees");
        if (agrees && KINDS.stream().noneMatch(each -> each.name().equals(kind))) {
            throw Problem.invalid("kind", "required", "请选择按什么处理", "Choose what it is handled as");
        }
        if (answer.equals("refuses") && of.buyerId() != null) {
            notifications.wish(of.shop(), of.buyerId(), Notifications.Topic.REVIEW, false);
        }
        store.consent(caseNumber, answer);
        store.answer(of, "contactBuyer", agrees ? kind : answer, note, who.login(), scene.now());
        log.told(of, "REVIEWER_ANSWERED", agrees ? "买家同意处理" : "买家没有要求处理：" + note, agrees ? "The buyer agrees to have it solved" : "Nothing is to be solved: " + note,
                Map.of("answer", answer, "by", who.login()));
        return agrees;
    }

    /** The cause is to have a case of its own; told after commit, again until it has one: no process starts inside another one's step. */
    record Wanted(String caseNumber, String shop) {
    }

    /** Answers until when the reply waits for the cause. */
    Instant want(String caseNumber) {
        Review of = lock(caseNumber);
        store.state(caseNumber, Review.State.CAUSE);
        events.publishEvent(new Wanted(caseNumber, of.shop()));
        Instant until = scene.until(of.shop(), "replyReview", of.writtenAt()).minus(ROOM);
        return until.isBefore(scene.now()) ? scene.now() : until;
    }

    /** Opens it in neutral words; the same review again answers with the same case. */
    void open(String caseNumber) {
        Review of = lock(caseNumber);
        Case.Kind kind = Case.Kind.valueOf(store.answers(caseNumber).stream().filter(each -> each.task().equals("contactBuyer"))
                .reduce((first, last) -> last).orElseThrow().answer());
        boolean parcel = kind == Case.Kind.LOGISTICS;
        Case cause = cases.open(new Cases.NewCase(of.shop(), "reviews", "cause:" + caseNumber, "1", kind, of.orderId(), of.buyerId(), null,
                REASONS.getOrDefault(kind, "QUALITY"), parcel ? "客服核实：包裹问题，买家同意处理" : "客服核实：" + ReviewWords.of(of.finding().cause(), true) + "，买家同意处理",
                null, List.of(), !parcel, null));
        store.cause(caseNumber, cause.number());
        log.told(of, "CAUSE_OPENED", "原因已另立工单：" + cause.number(), "The cause has a case of its own: " + cause.number(), Map.of("cause", cause.number()));
    }

    private Review lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }
}
