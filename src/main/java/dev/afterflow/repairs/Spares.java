package dev.afterflow.repairs;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.repairs.Spare.State;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Devices lent during a repair: asked for once the buyer's own has left, reminded of, then a person's matter; the case closes after it. */
@Component
@Transactional
class Spares {

    /** How long a buyer has to send it, and after each reminder. [P] */
    private static final Duration TERM = Duration.ofDays(7);
    private static final Duration REMINDED = Duration.ofDays(3);
    private static final int MOST_REMINDERS = 2;

    private final JdbcSpares store;
    private final JdbcAnswers answers;
    private final Matters matters;
    private final Letter letter;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Spares(JdbcSpares store, JdbcAnswers answers, Matters matters, Letter letter, Cases cases, Timeline timeline, Audit audit,
           ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.matters = matters;
        this.letter = letter;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The buyer's own device has left, or the repair is over without it. */
    void due(String caseNumber) {
        store.lock(caseNumber).filter(spare -> spare.state() == State.LENT)
                .ifPresent(spare -> events.publishEvent(new Spare.Due(caseNumber, spare.shop())));
    }

    /** True once, for whoever begins to ask for it. */
    boolean begin(String caseNumber) {
        Spare spare = store.lock(caseNumber).filter(known -> known.state() == State.LENT).orElse(null);
        if (spare == null) {
            return false;
        }
        store.save(spare.asked(clock.instant().plus(TERM), 0));
        return true;
    }

    /** Asks the buyer for it; answers until when. */
    Instant ask(String caseNumber) {
        Spare spare = locked(caseNumber);
        tell(spare, "spareWanted");
        return spare.by();
    }

    /** It is not back in time: reminded twice, then a person's matter; answers the next term, null for a person. */
    Instant remind(String caseNumber) {
        Spare spare = locked(caseNumber);
        if (spare.reminders() >= MOST_REMINDERS) {
            timeline.add(caseNumber, "TASK", "备用机催了两次仍未寄回，由人处理", "The device lent is not back after two reminders; a person sees to it", Map.of());
            return null;
        }
        Spare next = spare.asked(clock.instant().plus(REMINDED), spare.reminders() + 1);
        store.save(next);
        tell(next, "spareReminder");
        return next.by();
    }

    private void tell(Spare spare, String template) {
        Matter about = matters.of(spare.caseNumber());
        letter.tell(about, template, Map.of("serial", spare.serial(), "until", Letter.until(about, spare.by())), "spare-" + spare.reminders());
    }

    /** The warehouse has it: the one that was lent, by its serial. */
    void received(String caseNumber, Map<String, Object> input, Who who) {
        Spare spare = locked(caseNumber);
        String read = Rows.text(input, "serialRead");
        if (read == null || !read.equalsIgnoreCase(spare.serial())) {
            throw Problem.invalid("serialRead", "otherDevice", "不是借出的 " + spare.serial(), "Not the " + spare.serial() + " that was lent");
        }
        boolean damaged = "damaged".equals(Rows.text(input, "condition"));
        if (damaged && Rows.texts(input, "evidence").isEmpty()) {
            throw Problem.invalid("evidence", "required", "备用机有损坏时请附上照片", "Attach pictures where the device came back damaged");
        }
        settled(spare, "receiveSpare", State.BACK, damaged ? "备用机已收回，有损坏" : "备用机已收回", damaged ? "The device lent is back, damaged" : "The device lent is back", input, who);
    }

    /** What a person settled with the buyer: it came back, is waited for, was paid for, or is given up; answers until when it is waited for, else null. */
    Instant chased(String caseNumber, String answer, Map<String, Object> input, Who who) {
        Spare spare = locked(caseNumber);
        switch (answer) {
            case "back" -> received(caseNumber, input, who);
            case "wait" -> {
                Spare later = spare.asked(clock.instant().plus(REMINDED), MOST_REMINDERS);
                store.save(later);
                timeline.add(caseNumber, "TASK", "备用机再等三天：" + demand(input, "note"), "The device lent is waited for three more days: " + demand(input, "note"), Map.of());
                return later.by();
            }
            case "paid" -> settled(spare, "chaseSpare", State.PAID, "买家留下备用机并已付款，凭证号 " + demand(input, "reference"),
                    "The buyer keeps the device lent and has paid for it, reference " + demand(input, "reference"), input, who);
            case "givenUp" -> settled(spare, "chaseSpare", State.GIVEN_UP, "放弃收回备用机：" + demand(input, "note"),
                    "The device lent is given up: " + demand(input, "note"), input, who);
            default -> throw Problem.invalid("spareAnswer", "values", "请选择一项", "Choose one");
        }
        return null;
    }

    private static String demand(Map<String, Object> input, String field) {
        String text = Rows.text(input, field);
        if (text == null) {
            throw Problem.invalid(field, "required", field.equals("note") ? "请写明理由" : "请填写付款凭证号", field.equals("note") ? "Give the reason" : "Give the reference of the payment");
        }
        return text;
    }

    private void settled(Spare spare, String task, State state, String zh, String en, Map<String, Object> input, Who who) {
        List<String> files = Rows.texts(input, "evidence");
        store.save(spare.settled(state));
        answers.add(spare.caseNumber(), spare.shop(), task, state.name(), input, files, who);
        timeline.add(spare.caseNumber(), "PARCEL", zh + "（" + spare.serial() + "）", en + " (" + spare.serial() + ")", Map.of("serial", spare.serial()));
        audit.record(spare.shop(), "SPARE_" + state.name(), "case", spare.caseNumber(), Map.of("by", who.login(), "serial", spare.serial()));
    }

    /** Whether a case has to stay open for it; its end is remembered then. */
    boolean keepsOpen(String caseNumber, String outcome) {
        Spare spare = store.lock(caseNumber).filter(known -> known.state().isOut()).orElse(null);
        if (spare == null) {
            return false;
        }
        store.save(spare.closing(outcome));
        timeline.add(caseNumber, "PARCEL", "备用机 " + spare.serial() + " 收回后结案", "The case closes once the device lent (" + spare.serial() + ") is settled", Map.of());
        due(caseNumber);
        return true;
    }

    /** The device is settled: a case that only waited for it closes. */
    void conclude(String caseNumber) {
        Spare spare = locked(caseNumber);
        if (spare.closesAs() != null) {
            cases.close(caseNumber, spare.closesAs());
        }
    }

    Spare find(String caseNumber) {
        return store.find(caseNumber).orElseThrow(() -> Problem.notFound("spare"));
    }

    private Spare locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("spare"));
    }
}
