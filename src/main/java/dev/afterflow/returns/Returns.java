package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
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

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Cases cases;
    private final Timeline timeline;
    private final AnswerTerms terms;
    private final Tasks tasks;
    private final Audit audit;

    Returns(JdbcReturns store, Gathering gathering, Cases cases, Timeline timeline, AnswerTerms terms, Tasks tasks, Audit audit) {
        this.store = store;
        this.gathering = gathering;
        this.cases = cases;
        this.timeline = timeline;
        this.terms = terms;
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
            store.save(known.anew(facts.wish()));
            cases.state(caseNumber, Case.State.OPEN);
        }, () -> store.insert(Return.begun(caseNumber, facts.shop().id(), facts.order().orderId(), facts.order().currency(),
                facts.wish()), facts.asked().buyerId()));
        terms.startDemand(facts);
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
        Return weighed = known.due(terms.answer(known, facts))
                .found(new Return.Finding(known.finding().reasonType(), known.finding().eligibility(), known.finding().ground(), rule));
        Money owed = rule.owed(facts);
        boolean atOnce = facts.unshipped() && owed.isPositive();
        if (atOnce) {
            agreeAtOnce(weighed, owed);
        } else {
            terms.start(known, AnswerTerms.ANSWER, weighed.term());
            store.save(weighed);
        }
        return new Weighed(atOnce, weighed.term().answerBy(), weighed.term().escalateAt());
    }

    private void agreeAtOnce(Return weighed, Money owed) {
        store.save(weighed.answered(Return.State.AGREED, owed, Return.Answer.NONE).course(weighed.course().agreed(Remedying.REFUND)));
        Who.SYSTEM.acting(() -> {
            timeline.add(weighed.caseNumber(), "DECISION", "未发货，直接同意退款 " + Words.inChinese(owed),
                    "Unshipped, refund agreed at once: " + Words.inEnglish(owed), Map.of());
            return null;
        });
        audit.record(weighed.shop(), "REFUND_AGREED", "case", weighed.caseNumber(),
                Map.of("by", "rule:unshipped", "amount", owed.minor(), "currency", owed.currency()));
    }

    /** The answer is nearly due: the task rises above its like and the case says so. */
    void escalate(String caseNumber) {
        tasks.escalate(caseNumber, "reviewRequest");
        timeline.add(caseNumber, "TASK", "临近答复期限，已升级给主管", "The answer is nearly due; escalated to a supervisor", Map.of());
    }

    /** The money for returned goods is nearly due. */
    void escalateRefund(String caseNumber) {
        tasks.escalate(caseNumber, "reviewReturn");
        timeline.add(caseNumber, "TASK", "临近退款期限，已升级", "The refund is nearly due; escalated", Map.of());
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
