package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.logistics.OrderNotices.What;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Calendars;
import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that cannot be shipped as they are. The buyer is told the truth and chooses; nobody is pushed to cancel, and we cancel
 * alone only where {@code exception-default} lets us.
 */
@Component
@Transactional
class Exceptions {

    private static final Duration FOR_THE_DESK = Duration.ofHours(4);
    private static final Duration NEVER = Duration.ofDays(3650);

    private final Subjects subjects;
    private final JdbcMatters store;
    private final Warehousing warehouse;
    private final BuyerNews news;
    private final Decisions decisions;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Exceptions(Subjects subjects, JdbcMatters store, Warehousing warehouse, BuyerNews news, Decisions decisions,
               Deadlines deadlines, Calendars calendars, Cases cases, Timeline timeline, Audit audit, Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.warehouse = warehouse;
        this.news = news;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The order stays where it is until somebody has looked; answers until when. */
    Instant open(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        warehouse.tell(matter, What.ORDER_HELD, Map.of("reason", matter.fact("exceptionKind")));
        String kind = matter.fact("exceptionKind");
        timeline.add(caseNumber, "EVENT", "订单异常：" + Words.in(kind, true) + "，已通知仓库暂停发货",
                "Order exception: " + Words.in(kind, false) + "; the warehouse holds it", Map.of("exceptionKind", kind));
        return calendars.plusWorking(matter.shop(), clock.instant(), FOR_THE_DESK);
    }

    /** What somebody found. */
    record Found(String answer, Integer restockDays, String otherGoods, List<String> proofs, String note) {
    }

    void assess(String caseNumber, Found found, Who who) {
        Subject of = subjects.locked(caseNumber);
        if (found.answer().equals("cancel")) {
            demandMayCancel(of, found, who);
        }
        Instant restock = found.restockDays() == null ? null : clock.instant().plus(Duration.ofDays(found.restockDays())).truncatedTo(ChronoUnit.SECONDS);
        store.save(of.matter().with("answer", found.answer()).with("restock", restock).with("otherGoods", found.otherGoods())
                .with("decidedBy", who.login()).with("choice", "").decided(who));
        timeline.add(caseNumber, "DECISION", "查明异常：" + found.note(), "Looked into: " + found.note(),
                Map.of("answer", found.answer(), "proofs", found.proofs()));
        audit.record(of.shop().id(), "ORDER_EXCEPTION_ASSESSED", "case", caseNumber, Map.of("by", who.login(), "answer", found.answer()));
    }

    private void demandMayCancel(Subject of, Found found, Who who) {
        boolean may = Boolean.parseBoolean(lawful(of).text("mayCancel"));
        if (!may) {
            throw Problem.invalid("exceptionAnswer", "care.mayNotCancel", "这类异常不能由我方单方取消，请告知买家并由其选择（电商法20、49）",
                    "We may not cancel this by ourselves: tell the buyer and let them choose (E-Commerce Law 20, 49)");
        }
        if (of.matter().fact("exceptionKind").equals("PAYMENT") && of.left().isPositive()) {
            throw Problem.invalid("exceptionAnswer", "care.paid", "订单已付款，不能按未付款关闭", "The order is paid; it cannot be closed as unpaid");
        }
        if (of.matter().fact("exceptionKind").equals("RISK") && (found.proofs().isEmpty() || !who.is(Role.LEAD, Role.SUPERVISOR, Role.MANAGER))) {
            throw Problem.forbidden("care.riskNeedsLead", "风险单须由组长以上附凭证取消", "A risky order is cancelled by a lead or above, with proof");
        }
    }

    private Decided lawful(Subject of) {
        return decisions.decide("exception-default", Map.of("exceptionKind", of.matter().fact("exceptionKind"), "jurisdiction", of.shop().jurisdiction()));
    }

    /** When the buyer is reminded, decided for, and until when goods that they wait for are promised. */
    record Waiting(Instant remindAt, Instant choiceBy, Instant restockBy) {
    }

    /** The buyer hears what is wrong and the ways that are left: never less than their money, and no word that they should cancel. */
    Waiting offer(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        List<String> ways = new ArrayList<>(List.of("refund"));
        if (!of.matter().fact("restock").isEmpty()) {
            ways.add("wait");
        }
        if (!of.matter().fact("otherGoods").isEmpty()) {
            ways.add("other");
        }
        Matter asked = of.matter().with("ways", String.join(",", ways)).counted("offers");
        store.save(asked);
        tellWays(of, asked, "orderWays");
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        Instant now = clock.instant();
        Instant restock = ways.contains("wait") ? Instant.parse(asked.fact("restock")) : now.plus(NEVER);
        return new Waiting(deadlines.of(of.shop().id(), "remindChoice", null, now).due(), deadlines.of(of.shop().id(), "buyerChoice", null, now).due(), restock);
    }

    void remind(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        tellWays(of, of.matter(), "orderWaysReminder");
    }

    private void tellWays(Subject of, Matter asked, String template) {
        news.tell(of, template, Map.of("reason", Words.in(asked.fact("exceptionKind"), of.chinese()), "options", Ways.lines(asked, of.shop(), of.chinese())),
                "ways-" + asked.count("offers"));
    }

    /** A choice, by the buyer's own message or written down by a person; one that was not offered is 422. */
    String choose(String caseNumber, String choice, String words, String by) {
        Matter matter = store.lock(caseNumber);
        if (!List.of(matter.fact("ways").split(",")).contains(choice)) {
            throw Problem.invalid("choice", "care.notOffered", "没有向买家提出这个办法", "This was not offered to the buyer");
        }
        chosen(matter, choice, words, by);
        cases.state(caseNumber, Case.State.OPEN);
        return choice;
    }

    private void chosen(Matter matter, String choice, String words, String by) {
        store.save(matter.with("choice", choice).with("decidedBy", by).with("ways", ""));
        timeline.add(matter.caseNumber(), "DECISION", "买家选择：" + Words.in(choice, true) + "（" + words + "）",
                "The buyer chose: " + Words.in(choice, false) + " (" + words + ")", Map.of("choice", choice));
        audit.record(matter.shop(), "ORDER_EXCEPTION_CHOSEN", "case", matter.caseNumber(), Map.of("by", by, "choice", choice));
    }

    /** What the buyer's message chooses, if it says exactly that while an answer is waited for. */
    Optional<String> heard(String caseNumber, String text) {
        return store.look(caseNumber).filter(matter -> matter.open() && matter.kind() == Matter.Kind.EXCEPTION && !matter.fact("ways").isEmpty())
                .flatMap(matter -> Ways.read(text, matter));
    }

    /** Silence ends as the law says. */
    String applyDefault(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        String choice = lawful(of).text("silence");
        store.save(of.matter().with("choice", choice).with("decidedBy", "rule").with("ways", ""));
        timeline.add(caseNumber, "DECISION", "买家没有答复，按法定办法：" + Words.in(choice, true),
                "The buyer did not answer; the lawful default: " + Words.in(choice, false), Map.of("choice", choice));
        cases.state(caseNumber, Case.State.OPEN);
        return choice;
    }

    /** The warehouse lets the order be; what was paid for it goes back next. */
    void fixRefund(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        warehouse.tell(matter, What.ORDER_CANCELLED, Map.of("reason", matter.fact("exceptionKind")));
    }

    void other(String caseNumber, String answer, String note, Who who) {
        Matter matter = store.lock(caseNumber);
        store.save(matter.with("otherAnswer", answer));
        audit.record(matter.shop(), "OTHER_GOODS_" + answer.toUpperCase(Locale.ROOT), "case", caseNumber, Map.of("by", who.login()));
        timeline.add(caseNumber, "DECISION", answer.equals("sent") ? "仓库改发其他商品：" + matter.fact("otherGoods") : "改发的商品也没有",
                answer.equals("sent") ? "The warehouse sends other goods: " + matter.fact("otherGoods") : "The other goods are missing too", Map.of("note", note));
    }

    /** It goes on: nothing to tell of what left already or ended, else the warehouse ships and whoever was asked is told. */
    void release(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        Matter matter = of.matter();
        boolean gone = matter.heard().contains(Matter.News.SHIPPED) || matter.heard().contains(Matter.News.ENDED);
        if (!gone) {
            matter = warehouse.tell(matter, What.ORDER_RELEASED, Map.of("goods", matter.fact("choice").equals("other") ? matter.fact("otherGoods") : ""));
        }
        if (matter.count("offers") > 0 && !matter.heard().contains(Matter.News.ENDED)) {
            news.tell(of, "orderReleased", Map.of(), "released");
        }
        store.save(matter.with("ways", ""));
    }

    void close(String caseNumber) {
        Matter matter = store.lock(caseNumber);
        boolean refunded = OrderRefunds.paid(matter);
        store.end(caseNumber, clock.instant());
        boolean cancelled = matter.fact("choice").equals("refund") || matter.fact("answer").equals("cancel");
        cases.close(caseNumber, refunded ? "REFUNDED" : matter.heard().contains(Matter.News.ENDED) ? "NOTHING_TO_DO" : cancelled ? "CANCELLED" : "SOLVED");
    }
}
