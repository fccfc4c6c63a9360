package dev.afterflow.care;

import dev.afterflow.care.PromiseTerms.Rate;
import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.remedies.Dues;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a broken promise about shipping costs the shop: once for each order and event, by the rules of the day the order was paid. */
@Component
@Transactional
class Lateness {

    private static final String NOTHING = "none";
    private static final Duration BUYERS_DAY = Duration.ofHours(24);

    private final Subjects subjects;
    private final JdbcMatters matters;
    private final JdbcCompensations store;
    private final Promises promises;
    private final Dues dues;
    private final BuyerNews news;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Lateness(Subjects subjects, JdbcMatters matters, JdbcCompensations store, Promises promises, Dues dues, BuyerNews news,
             Timeline timeline, Audit audit, Clock clock) {
        this.subjects = subjects;
        this.matters = matters;
        this.store = store;
        this.promises = promises;
        this.dues = dues;
        this.news = news;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the table said; amounts in minor units of CNY, {@code most} 0 for the price itself. */
    record Said(long percent, long least, long most, boolean perBuyerDay) {
    }

    /** What {@code late-shipment-compensation} asks. */
    Map<String, Object> facts(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("ruleSet", terms(of).ruleSet(), "event", event(of), "excuse", excuse(of).name(), "jurisdiction", of.shop().jurisdiction());
    }

    private PromiseTerms terms(Subject of) {
        return promises.of(of.shop().id(), of.order().paidAt() == null ? of.matter().openedAt() : of.order().paidAt());
    }

    /** NONE for a promise that was kept: the parcel left in time, to the second. */
    private String event(Subject of) {
        Matter matter = of.matter();
        if (matter.kind() == Matter.Kind.EXCEPTION) {
            return matter.fact("exceptionKind").equals("OUT_OF_STOCK") ? "OUT_OF_STOCK" : "NONE";
        }
        Instant left = of.order().shipments().stream().map(Order.Shipment::shippedAt).filter(Objects::nonNull).min(Instant::compareTo)
                .orElse(clock.instant());
        return matter.dueAt() != null && left.isAfter(matter.dueAt()) ? "LATE" : "NONE";
    }

    /** A change the buyer asked for and got before the promise ran out starts it anew. */
    private Matter.Excuse excuse(Subject of) {
        boolean changed = of.matter().dueAt() != null && matters.ofOrder(of.shop().id(), of.order().orderId(), Matter.Kind.CHANGE).stream()
                .anyMatch(change -> change.fact("answer").equals("agreed") && !change.fact("what").equals("REMARK")
                        && change.openedAt().isBefore(of.matter().dueAt()));
        return of.matter().excuse() == Matter.Excuse.NONE && changed ? Matter.Excuse.BUYER_CHANGED : of.matter().excuse();
    }

    /** Keeps what is owed; who pays it, shop or platform, or none. A second pass answers as the first one did. */
    String note(String caseNumber, Said said) {
        Subject of = subjects.locked(caseNumber);
        String event = event(of);
        Money owed = event.equals("NONE") ? Money.zero(of.order().currency()) : amount(of, event, said);
        Optional<JdbcCompensations.Row> known = store.find(of.shop().id(), of.order().orderId(), event);
        if (known.isEmpty() && owed.isPositive()) {
            String buyer = of.order().buyer() == null ? null : of.order().buyer().id();
            PromiseTerms terms = terms(of);
            store.insert(new JdbcCompensations.Row(of.shop().id(), of.order().orderId(), event, caseNumber, owed, terms.payer(), "OWED"),
                    buyer, terms.ruleSet(), percent(rate(terms, event), said), clock.instant());
            known = store.find(of.shop().id(), of.order().orderId(), event);
            known.filter(row -> row.caseNumber().equals(caseNumber) && row.payer().equals("SHOP")).ifPresent(row -> owe(of, row, terms));
        }
        return known.filter(row -> row.caseNumber().equals(caseNumber)).map(row -> owed(of, row)).orElseGet(() -> nothing(of));
    }

    private String owed(Subject of, JdbcCompensations.Row row) {
        timeline.add(of.caseNumber(), "DECISION", "违约应赔 " + Words.money(row.amount(), true) + (row.payer().equals("PLATFORM") ? "，由平台划扣" : ""),
                "Owed for the broken promise: " + Words.money(row.amount(), false) + (row.payer().equals("PLATFORM") ? ", deducted by the platform" : ""),
                Map.of("event", row.event(), "amount", row.amount().minor()));
        return row.payer().equals("SHOP") ? "shop" : "platform";
    }

    /** Within what the shop's manager lets the rule pay, the rule has the manager's own authority and no more. */
    private void owe(Subject of, JdbcCompensations.Row row, PromiseTerms terms) {
        boolean byRule = row.amount().minor() <= promises.of(row.shop(), clock.instant()).autoMost();
        String note = "%s，%s / %s, %s".formatted(Words.in(row.event(), true), Words.in("rules." + terms.ruleSet(), true),
                Words.in(row.event(), false), Words.in("rules." + terms.ruleSet(), false));
        dues.owe(new Dues.Due(of.caseNumber(), row.amount(), "COMPENSATION", false, "", note, "", byRule ? Set.of(Role.MANAGER) : Set.of()));
    }

    private String nothing(Subject of) {
        timeline.add(of.caseNumber(), "DECISION", "按规则无需赔付", "Nothing is owed by the rules", Map.of("excuse", excuse(of).name()));
        return NOTHING;
    }

    /** Nothing past an excuse, whatever the shop set; its own numbers go before the table's, the table's are in CNY. */
    private Money amount(Subject of, String event, Said said) {
        Money none = Money.zero(of.order().currency());
        Rate own = rate(terms(of), event);
        if (excuse(of) != Matter.Excuse.NONE || own.percent() == null && !of.order().currency().equals("CNY")) {
            return none;
        }
        long price = of.price().minor();
        long share = Math.max((price * percent(own, said) + 50) / 100, percent(own, said) == 0 ? 0 : own.least() == null ? said.least() : own.least());
        long most = own.most() == null ? said.most() : own.most();
        long room = most > 0 && said.perBuyerDay() ? Math.max(0, most - ofToday(of)) : most;
        long capped = most > 0 ? Math.min(share, room) : share;
        return new Money(Math.min(capped, price), of.order().currency());
    }

    private long ofToday(Subject of) {
        return of.order().buyer() == null ? 0 : store.owedTo(of.shop().id(), of.order().buyer().id(), clock.instant().minus(BUYERS_DAY));
    }

    private static Rate rate(PromiseTerms terms, String event) {
        return event.equals("LATE") ? terms.late() : terms.shortage();
    }

    private static long percent(Rate own, Said said) {
        return own.percent() == null ? said.percent() : own.percent();
    }

    /** The platform takes it from the shop's deposit: only written down. */
    void deducted(String caseNumber) {
        JdbcCompensations.Row row = store.ofCase(caseNumber).orElseThrow();
        store.state(row, "DEDUCTED");
        timeline.add(caseNumber, "MONEY", "平台直接划扣赔付 " + Words.money(row.amount(), true) + "，店铺不再支付",
                "The platform deducts " + Words.money(row.amount(), false) + " itself; the shop pays nothing more", Map.of("event", row.event()));
        audit.record(row.shop(), "COMPENSATION_DEDUCTED", "case", caseNumber, Map.of("amount", row.amount().minor()));
    }

    /** How the compensation ended: paid by the way the order was paid, in another way, or not approved; the buyer is told of money. */
    void conclude(String caseNumber, String refundOutcome) {
        Subject of = subjects.locked(caseNumber);
        JdbcCompensations.Row row = store.ofCase(caseNumber).orElseThrow();
        String state = switch (refundOutcome) {
            case "paid" -> "PAID";
            case "sentBack" -> "DENIED";
            default -> "PAID_OTHERWISE";
        };
        store.state(row, state);
        if (!state.equals("DENIED")) {
            news.tell(of, state.equals("PAID") ? "compensationPaid" : "compensationPaidOtherwise", Map.of("amount", Words.money(row.amount(), of.chinese())), row.event());
        }
    }
}
