package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders near or past their ship-by promise: the warehouse answers, the buyer is told the truth, the case ends with the order. */
@Component
@Transactional
class LateShipments {

    private static final Duration TODAY = Duration.ofHours(12);

    private final Subjects subjects;
    private final JdbcMatters store;
    private final JdbcCompensations compensations;
    private final BuyerNews news;
    private final Cases cases;
    private final Timeline timeline;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    LateShipments(Subjects subjects, JdbcMatters store, JdbcCompensations compensations, BuyerNews news, Cases cases, Timeline timeline,
                  Tasks tasks, Audit audit, Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.compensations = compensations;
        this.news = news;
        this.cases = cases;
        this.timeline = timeline;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** The promise has passed and nothing left: the buyer hears it from us, and the warehouse's lead sees the task. */
    void tellLate(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        if (of.matter().count("told.late") > 0) {
            return;
        }
        store.save(of.matter().counted("told.late"));
        news.tell(of, "shippingLate", Map.of("until", Words.time(of.matter().dueAt(), of.shop(), of.chinese())), "late");
        timeline.add(caseNumber, "EVENT", "承诺发货时间已过，已告知买家", "The ship-by promise has passed, the buyer was told", Map.of());
        tasks.escalate(caseNumber, "hurryShipment");
    }

    /** What the warehouse says; an excuse needs its proof. */
    void answer(String caseNumber, String answer, Integer days, Matter.Excuse excuse, List<String> proofs, String note, Who who) {
        if (excuse != Matter.Excuse.NONE && proofs.isEmpty()) {
            throw Problem.invalid("evidence", "required", "免责须附凭证", "An excuse needs its proof");
        }
        Matter matter = store.lock(caseNumber);
        Instant again = clock.instant().plus(days == null || days == 0 ? TODAY : Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
        store.save(matter.with("answer", answer).with("again", again).excused(excuse == Matter.Excuse.NONE ? matter.excuse() : excuse));
        timeline.add(caseNumber, "DECISION", answer.equals("noStock") ? "仓库答复：没有货" : "仓库答复：能发",
                answer.equals("noStock") ? "The warehouse: no stock" : "The warehouse: it can be shipped",
                Map.of("excuse", excuse.name(), "proofs", proofs, "note", note));
        audit.record(matter.shop(), "LATE_SHIPMENT_ANSWERED", "case", caseNumber, Map.of("by", who.login(), "answer", answer, "excuse", excuse.name()));
        if (answer.equals("noStock")) {
            raiseShortage(matter);
        }
    }

    /** Until when it is waited for; a day behind the promise is told to the buyer at once. */
    Instant noteAnswer(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        Instant again = Instant.parse(of.matter().fact("again"));
        boolean late = of.matter().dueAt() != null && again.isAfter(of.matter().dueAt());
        if (late && of.matter().fact("answer").equals("willShip")) {
            news.tell(of, "shippingPostponed", Map.of("until", Words.time(again, of.shop(), of.chinese())), again.toString());
        }
        return again;
    }

    /** Nothing to ship: the buyer is asked in an exception of its own; opened by who says so, never inside a step of the engine. */
    private void raiseShortage(Matter late) {
        boolean running = store.ofOrder(late.shop(), late.orderId(), Matter.Kind.EXCEPTION).stream().anyMatch(Matter::open);
        if (!running) {
            Case of = cases.find(late.caseNumber());
            cases.raise(new Cases.NewCase(late.shop(), "care", "shortage/" + late.caseNumber(), "1", Case.Kind.ORDER_EXCEPTION, late.orderId(),
                    of.buyerId(), null, "OUT_OF_STOCK", late.fact("words"), null, of.lines(), false, null), Matter.Kind.EXCEPTION.process(), "care-desk", of.priority());
        }
    }

    /** The exception goes on with the order; this case ends. */
    void openShortage(String caseNumber) {
        end(caseNumber, "HANDED_OVER");
    }

    void close(String caseNumber) {
        Optional<JdbcCompensations.Row> owed = compensations.ofCase(caseNumber);
        Matter matter = store.lock(caseNumber);
        end(caseNumber, owed.isPresent() ? owed.get().state().equals("DENIED") ? "SOLVED" : "COMPENSATED"
                : matter.heard().contains(Matter.News.SHIPPED) ? "SHIPPED" : "NOTHING_TO_DO");
    }

    private void end(String caseNumber, String outcome) {
        store.end(caseNumber, clock.instant());
        cases.close(caseNumber, outcome);
    }
}
