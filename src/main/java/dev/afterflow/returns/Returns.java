package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Clocks;
import dev.afterflow.sla.Deadlines;
import dev.afterflow.tasks.Tasks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a request from its facts to its close; people's answers and money have their own desks beside it. */
@Service
@Transactional
public class Returns {

    static final String CLOCK = "answer";

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Cases cases;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Tasks tasks;
    private final Audit audit;

    Returns(JdbcReturns store, Gathering gathering, Cases cases, Timeline timeline, Deadlines deadlines, Clocks clocks,
            Tasks tasks, Audit audit) {
        this.store = store;
        this.gathering = gathering;
        this.cases = cases;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** How a case's request stands; empty if the case walks another process or lies outside the fence. */
    @Transactional(readOnly = true)
    public Optional<Return> find(String caseNumber) {
        return store.find(caseNumber);
    }

    /** Opens the request or looks at it anew, and tells the tables what is known. */
    Map<String, Object> gather(String caseNumber) {
        Facts facts = gathering.of(caseNumber);
        store.lock(caseNumber).ifPresentOrElse(known -> {
            store.save(known.anew());
            cases.state(caseNumber, Case.State.OPEN);
        }, () -> store.insert(Return.begun(caseNumber, facts.shop().id(), facts.order().orderId(), facts.order().currency())));
        return facts.forTables();
    }

    void noteEligibility(String caseNumber, String reasonType, String eligibility, String ground) {
        Return known = locked(caseNumber);
        store.save(known.found(new Return.Finding(reasonType, eligibility, ground, known.finding().rule())));
    }

    /** What follows from the facts: whether it is agreed at once, and until when somebody must answer. */
    record Weighed(boolean agreedAtOnce, Instant answerBy, Instant escalateAt) {
    }

    /** Keeps the refund rule; an unshipped order with money to give back is agreed at once. */
    Weighed fixAmount(String caseNumber, RefundRule rule) {
        Facts facts = gathering.of(caseNumber);
        Return known = locked(caseNumber);
        Return weighed = known.due(term(known, facts))
                .found(new Return.Finding(known.finding().reasonType(), known.finding().eligibility(), known.finding().ground(), rule));
        Money owed = rule.owed(facts);
        boolean atOnce = facts.unshipped() && owed.isPositive() && facts.asked().kind() == Case.Kind.REFUND_ONLY;
        if (atOnce) {
            agreeAtOnce(weighed, owed);
        } else {
            clocks.start(caseNumber, known.shop(), CLOCK, weighed.term().answerBy());
            store.save(weighed);
        }
        return new Weighed(atOnce, weighed.term().answerBy(), weighed.term().escalateAt());
    }

    private void agreeAtOnce(Return weighed, Money owed) {
        store.save(weighed.answered(Return.State.AGREED, owed, Return.Answer.NONE));
        Who.SYSTEM.acting(() -> {
            timeline.add(weighed.caseNumber(), "DECISION", "未发货，直接同意退款 " + Words.inChinese(owed),
                    "Unshipped, refund agreed at once: " + Words.inEnglish(owed), Map.of());
            return null;
        });
        audit.record(weighed.shop(), "REFUND_AGREED", "case", weighed.caseNumber(),
                Map.of("by", "rule:unshipped", "amount", owed.minor(), "currency", owed.currency()));
    }

    private Return.Term term(Return known, Facts facts) {
        boolean first = known.term().answerBy() == null;
        Instant told = facts.asked().platformDeadline();
        Instant platform = told != null && (first || told.isAfter(facts.now())) ? told : null;
        Deadlines.Deadline deadline = deadlines.of(known.shop(), facts.unshipped() ? "answerUnshipped" : "answerShipped",
                platform, first ? facts.asked().openedAt() : facts.now());
        return new Return.Term(deadline.due(), deadline.escalateAt());
    }

    /** The answer is nearly due: the task rises above its like and the case says so. */
    void escalate(String caseNumber) {
        tasks.escalate(caseNumber, "reviewRequest");
        timeline.add(caseNumber, "TASK", "临近答复期限，已升级给主管", "The answer is nearly due; escalated to a supervisor", Map.of());
    }

    /** Takes the request back, unless the money is decided already, which is noted; false if there is nothing to take back. */
    boolean withdraw(String caseNumber, boolean byPlatform) {
        Optional<Return> known = store.lock(caseNumber);
        if (known.isEmpty() || known.get().state().isEnd() && !known.get().state().mayBeWithdrawn()) {
            return false;
        }
        if (!known.get().state().mayBeWithdrawn()) {
            timeline.add(caseNumber, "REQUEST", "退款已下达，无法撤销", "The refund is already decided and cannot be taken back", Map.of());
            return false;
        }
        store.save(known.get().to(byPlatform ? Return.State.PLATFORM_CLOSED : Return.State.WITHDRAWN));
        return true;
    }

    boolean waitsForBuyer(String caseNumber) {
        return store.lock(caseNumber).filter(known -> known.state().waitsForBuyer()).isPresent();
    }

    /** Closes the case with how its request ended; 409 while it has not. */
    Return close(String caseNumber) {
        Return known = locked(caseNumber);
        if (!known.state().isEnd()) {
            throw Problem.conflict("returns.notEnded", "请求尚未了结，不能结案", "The request has not ended; its case stays open");
        }
        cases.close(caseNumber, known.state().name());
        return known;
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}
