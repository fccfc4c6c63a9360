package dev.afterflow.care;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.OrderNotices.What;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Calendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a buyer asks for: the warehouse stops, or the carrier where the parcel has left; a person decides, and everybody who must know is told. */
@Component
@Transactional
class Changes {

    /** The answer that has the carrier stop a parcel, and what came of it. */
    private static final String INTERCEPT = "intercept";

    private final Subjects subjects;
    private final JdbcMatters store;
    private final Warehousing warehouse;
    private final BuyerNews news;
    private final Orders orders;
    private final Calendars calendars;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Changes(Subjects subjects, JdbcMatters store, Warehousing warehouse, BuyerNews news, Orders orders, Calendars calendars,
            Cases cases, Timeline timeline, Audit audit, Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.warehouse = warehouse;
        this.news = news;
        this.orders = orders;
        this.calendars = calendars;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far the order is; while it is here the warehouse is asked to wait. What {@code order-change-rule} asks. */
    Map<String, Object> look(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        String stage = stage(of.order());
        Matter matter = of.matter().fact("answer").equals(INTERCEPT) ? of.matter().with("answer", "") : of.matter();
        if (stage.equals("SHIPPED")) {
            matter = matter.told(Matter.News.SHIPPED);
        } else if (matter.count("holds") == 0) {
            matter = warehouse.tell(matter.counted("holds"), What.ORDER_HELD, Map.of("reason", matter.fact("what")));
        }
        store.save((matter.fact(INTERCEPT).equals("ASKED") ? matter.with(INTERCEPT, "SILENT") : matter).with("stage", stage));
        return Map.of("what", matter.fact("what"), "stage", stage);
    }

    private String stage(Order order) {
        if (order.isShipped()) {
            return "SHIPPED";
        }
        List<String> waybills = order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).toList();
        return orders.packing(order.shop(), waybills).isEmpty() ? "UNSHIPPED" : "PACKED";
    }

    /** Keeps the advice; answers until when somebody decides. */
    Instant note(String caseNumber, String way, long workHours) {
        Matter matter = store.lock(caseNumber);
        store.save(matter.with("advice", way.equals("late") && !matter.fact(INTERCEPT).isEmpty() ? way + matter.fact(INTERCEPT) : way));
        return calendars.plusWorking(matter.shop(), clock.instant(), Duration.ofHours(workHours));
    }

    /** What somebody decided, and why. */
    record Decided(String answer, String change, String reason) {
    }

    void handle(String caseNumber, Decided decided, Who who) {
        Subject of = subjects.locked(caseNumber);
        check(of, decided);
        Matter matter = of.matter();
        String change = matter.fact("what").equals("REMARK") && decided.change().isEmpty() ? matter.fact("words") : decided.change();
        store.save(matter.with("answer", decided.answer()).with("change", change).with("reason", decided.reason())
                .with("decidedBy", who.id() + " " + who.name()).with("decidedAt", Words.time(clock.instant(), of.shop(), true)).decided(who));
        timeline.add(caseNumber, "DECISION", "改单：" + chinese(decided.answer()) + "，" + decided.reason(),
                "Order change: " + decided.answer() + ", " + decided.reason(), Map.of("what", matter.fact("what"), "answer", decided.answer()));
        audit.record(of.shop().id(), "ORDER_CHANGE_" + decided.answer().toUpperCase(Locale.ROOT), "case", caseNumber,
                Map.of("by", who.login(), "what", matter.fact("what"), "stage", matter.fact("stage")));
    }

    private static String chinese(String answer) {
        return switch (answer) {
            case "agreed" -> "修改";
            case "cancelled" -> "取消并退款";
            case INTERCEPT -> "请承运商拦截";
            default -> "改不了";
        };
    }

    private void check(Subject of, Decided decided) {
        boolean shipped = of.order().isShipped();
        String what = of.matter().fact("what");
        if (shipped && !stopped(of.matter()) && (decided.answer().equals("cancelled") || decided.answer().equals("agreed") && !what.equals("REMARK"))) {
            throw Problem.conflict("care.alreadyShipped", "包裹已经发出，不能再改或取消；可请承运商拦截或改派，或告知买家可拒收或签收后退货",
                    "The parcel has left and cannot be changed or cancelled; ask the carrier to stop it, or tell the buyer they may refuse it or send it back");
        }
        if (decided.answer().equals(INTERCEPT) && !canBeStopped(of)) {
            throw Problem.conflict("care.nothingToStop", "没有还在途中、可以请承运商拦截的包裹", "No parcel is under way that its carrier could stop");
        }
        if (!shipped && what.equals("CANCEL_ORDER") && decided.answer().equals("refused")) {
            throw Problem.invalid("changeAnswer", "care.unshippedNeverRefused", "未发货的订单，买家要取消就应当同意", "An order that has not left is cancelled when its buyer asks");
        }
        boolean saysWhat = decided.answer().equals("agreed") || decided.answer().equals(INTERCEPT) && !what.equals("CANCEL_ORDER");
        if (saysWhat && decided.change().isEmpty() && !what.equals("REMARK")) {
            throw Problem.invalid("change", "required", "请写明改成什么，仓库或承运商照此执行", "Write what it becomes; warehouse or carrier act on it");
        }
    }

    /** Whether the carrier agreed to stop or redirect what had left. */
    private static boolean stopped(Matter matter) {
        return matter.fact(INTERCEPT).equals("AGREED");
    }

    /** Once, while a parcel is under way; a remark does not need it. */
    private static boolean canBeStopped(Subject of) {
        return of.order().isShipped() && of.matter().fact(INTERCEPT).isEmpty() && !of.matter().fact("what").equals("REMARK")
                && !Interceptions.underWay(of.order()).isEmpty();
    }

    /** The warehouse goes on with the order as it is now. */
    void apply(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        warehouse.tell(matter, What.ORDER_CHANGED, Map.of("what", matter.fact("what"), "change", matter.fact("change"), "stoppedByCarrier", stopped(matter)));
    }

    /** The warehouse lets the order be; what was paid for it goes back next. */
    void cancel(String caseNumber) {
        warehouse.tell(store.lock(caseNumber), What.ORDER_CANCELLED, Map.of("reason", "BUYER_CANCEL"));
    }

    void refuse(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        release(of.matter());
        news.tell(of, "orderChangeRefused", Map.of("what", Words.in(of.matter().fact("what"), of.chinese()), "reason", of.matter().fact("reason")), "refused");
    }

    void tellChanged(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        boolean agreed = of.matter().fact("answer").equals("agreed");
        String changed = stopped(of.matter()) ? "orderChangeStopped" : "orderChanged";
        news.tell(of, agreed ? changed : "orderCancelled", Map.of("what", Words.in(of.matter().fact("what"), of.chinese()),
                "change", of.matter().fact("change")), "changed");
    }

    /** Whether a change still waits for somebody to decide. */
    boolean undecided(String caseNumber) {
        return store.look(caseNumber).filter(Changes::undecided).isPresent();
    }

    private static boolean undecided(Matter matter) {
        return matter.open() && matter.kind() == Matter.Kind.CHANGE && matter.fact("answer").isEmpty();
    }

    /** The buyer does not want it any more; false if somebody decided first. */
    boolean withdrawn(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        if (!undecided(matter)) {
            return false;
        }
        release(matter.with("answer", "withdrawn"));
        return true;
    }

    private void release(Matter matter) {
        store.save(matter);
        if (matter.count("holds") > 0 && !matter.heard().contains(Matter.News.SHIPPED)) {
            warehouse.tell(matter, What.ORDER_RELEASED, Map.of());
        }
    }

    void close(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        store.end(caseNumber, clock.instant());
        cases.close(caseNumber, switch (matter.fact("answer")) {
            case "agreed" -> "CHANGED";
            case "cancelled" -> OrderRefunds.paid(matter) ? "REFUNDED" : "CANCELLED";
            case "withdrawn" -> "WITHDRAWN";
            default -> "REFUSED";
        });
    }
}
