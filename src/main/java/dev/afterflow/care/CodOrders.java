package dev.afterflow.care;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.logistics.OrderNotices.What;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Calendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders paid at the door: nobody ships them before the buyer has said yes, and a refusal leaves its reason. */
@Component
@Transactional
class CodOrders {

    private static final Duration FIRST_CALL = Duration.ofHours(1);

    private final Subjects subjects;
    private final JdbcMatters store;
    private final Refusals refusals;
    private final Warehousing warehouse;
    private final BuyerNews news;
    private final Decisions decisions;
    private final Calendars calendars;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    CodOrders(Subjects subjects, JdbcMatters store, Refusals refusals, Warehousing warehouse, BuyerNews news, Decisions decisions,
              Calendars calendars, Cases cases, Timeline timeline, Audit audit, Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.refusals = refusals;
        this.warehouse = warehouse;
        this.news = news;
        this.decisions = decisions;
        this.calendars = calendars;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The order waits; answers until when the buyer is called, in the shop's working time. */
    Instant open(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        if (!of.order().isShipped()) {
            warehouse.tell(of.matter(), What.ORDER_HELD, Map.of("reason", "COD"));
        }
        return calendars.plusWorking(of.shop().id(), clock.instant(), FIRST_CALL);
    }

    /** What a call brought; the reasons are codes, empty where they do not belong. */
    record Call(String outcome, String change, String refusal, String missed, String note) {
    }

    void called(String caseNumber, Call call, Who who) {
        check(call);
        Subject of = subjects.locked(caseNumber);
        Matter matter = of.matter().counted("calls");
        String line = Words.time(clock.instant(), of.shop(), true) + " " + who.name() + "：" + call.outcome() + " " + call.refusal() + call.missed() + " " + call.note();
        store.save(matter.with("call", call.outcome()).with("change", call.change()).with("refusal", call.refusal()).with("missed", call.missed())
                .with("calls.log", (matter.fact("calls.log") + "\n" + line).strip()));
        timeline.add(caseNumber, "TASK", "致电买家（第 " + matter.count("calls") + " 次）：" + chinese(call.outcome()),
                "Called the buyer (try " + matter.count("calls") + "): " + call.outcome(), Map.of("call", call.outcome(), "reason", call.refusal() + call.missed()));
        audit.record(of.shop().id(), "COD_CALLED", "case", caseNumber, Map.of("by", who.login(), "call", call.outcome(), "try", matter.count("calls")));
    }

    private static String chinese(String outcome) {
        return switch (outcome) {
            case "confirmed" -> "确认要货";
            case "changed" -> "要货，有修改";
            case "refused" -> "不要了";
            default -> "没联系上";
        };
    }

    private static void check(Call call) {
        demand(!call.outcome().equals("changed") || !call.change().isEmpty(), "change", "请写明改成什么，仓库照此执行", "Write what it becomes; the warehouse acts on it");
        demand(!call.outcome().equals("refused") || !call.refusal().isEmpty(), "refusal", "请选择不要的原因", "Choose the reason of the refusal");
        demand(!call.outcome().equals("notReached") || !call.missed().isEmpty(), "missed", "请选择没联系上的原因", "Choose why the buyer was not reached");
    }

    private static void demand(boolean holds, String field, String zh, String en) {
        if (!holds) {
            throw Problem.invalid(field, "required", zh, en);
        }
    }

    /** How it goes on; {@code nextCallAt} only where the buyer is called again, {@code callBy} until when. */
    record Next(String outcome, Instant nextCallAt, Instant callBy) {
    }

    Next next(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        Instant soon = calendars.plusWorking(matter.shop(), clock.instant(), FIRST_CALL);
        if (!matter.fact("call").equals("notReached")) {
            return new Next(matter.fact("call").equals("refused") ? "refused" : "confirmed", soon, soon);
        }
        Decided said = decisions.decide("cod-next-call", Map.of("attempt", (long) matter.count("calls"), "missed", matter.fact("missed")));
        Instant again = calendars.plusWorking(matter.shop(), clock.instant(), Duration.ofHours(Long.parseLong(said.text("waitHours"))));
        return new Next(said.text("next"), again, calendars.plusWorking(matter.shop(), again, FIRST_CALL));
    }

    void tellUnreached(String caseNumber) {
        news.tell(subjects.of(caseNumber), "codUnreached", Map.of(), "unreached");
    }

    void decided(String caseNumber, String answer, String note, Who who) {
        Matter matter = store.lock(caseNumber);
        store.save(matter.with("call", answer.equals("ship") ? "confirmed" : "unreached"));
        timeline.add(caseNumber, "DECISION", answer.equals("ship") ? "组长决定照常发货：" + note : "组长决定取消：" + note,
                answer.equals("ship") ? "A lead decided to ship: " + note : "A lead decided to cancel: " + note, Map.of("answer", answer));
        audit.record(matter.shop(), "COD_DECIDED", "case", caseNumber, Map.of("by", who.login(), "answer", answer));
    }

    void release(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        boolean changed = matter.fact("call").equals("changed");
        warehouse.tell(matter.with("released", "true"), changed ? What.ORDER_CHANGED : What.ORDER_RELEASED, changed ? Map.of("change", matter.fact("change")) : Map.of());
    }

    void cancel(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        warehouse.tell(of.matter().with("cancelled", "true"), What.ORDER_CANCELLED, Map.of("reason", "COD"));
        if (of.matter().fact("call").equals("refused")) {
            refusals.note(of, "CALL", of.matter().fact("refusal"), 0, "");
        }
        news.tell(of, "codCancelled", Map.of(), "cancelled");
    }

    /** What the door said, before it is noted on the buyer. */
    void refused(String caseNumber, String reason, long freightMinor, String note, Who who) {
        Matter matter = store.lock(caseNumber);
        store.save(matter.with("refusal", reason).with("freight", freightMinor).with("refusalNote", note));
        audit.record(matter.shop(), "COD_REFUSED_AT_DOOR", "case", caseNumber, Map.of("by", who.login(), "reason", reason, "freight", freightMinor));
    }

    void noteRefusal(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        refusals.note(of, "DOOR", of.matter().fact("refusal"), Long.parseLong(of.matter().fact("freight")), of.matter().fact("refusalNote"));
    }

    void close(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        store.end(caseNumber, clock.instant());
        cases.close(caseNumber, matter.heard().contains(Matter.News.REFUSED) ? "REFUSED_AT_DOOR" : matter.heard().contains(Matter.News.DELIVERED) ? "DELIVERED"
                : matter.fact("cancelled").equals("true") || matter.heard().contains(Matter.News.ENDED) ? "CANCELLED" : "CONFIRMED");
    }
}
