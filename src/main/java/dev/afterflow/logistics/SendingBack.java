package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn.Count;
import dev.afterflow.logistics.GoodsReturn.Inspection;
import dev.afterflow.logistics.GoodsReturn.Line;
import dev.afterflow.logistics.GoodsReturn.State;
import dev.afterflow.logistics.GoodsReturn.Way;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks buyers to send goods back: what, where to, until when; reminds them twice and no more. */
@Component
@Transactional
class SendingBack {

    static final int MOST_REMINDERS = 2;

    private final JdbcGoodsReturns store;
    private final Underway underway;
    private final ReturnAddresses addresses;
    private final Notices notices;
    private final Cases cases;
    private final Orders orders;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Clock clock;

    SendingBack(JdbcGoodsReturns store, Underway underway, ReturnAddresses addresses, Notices notices, Cases cases, Orders orders,
                Deadlines deadlines, Timeline timeline, Clock clock) {
        this.store = store;
        this.underway = underway;
        this.addresses = addresses;
        this.notices = notices;
        this.cases = cases;
        this.orders = orders;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** When the buyer is reminded next, and until when the goods must be sent. */
    record Plan(Instant remindAt, Instant shipBackBy) {
    }

    /** Opens the return of a case, or finds the one that is open; what came too early is taken at once. */
    Plan open(String caseNumber, String freightPayer, String reasonType) {
        Optional<GoodsReturn> known = store.lock(caseNumber).filter(before -> !before.state().isEnd());
        GoodsReturn open = known.orElseGet(() -> begin(cases.find(caseNumber), freightPayer, reasonType));
        underway.takeWaiting(open);
        return new Plan(remindAt(open, open.reminders(), open.openedAt()), open.shipBackBy());
    }

    private GoodsReturn begin(Case asked, String freightPayer, String reasonType) {
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Instant now = clock.instant();
        int round = store.rounds(asked.number()) + 1;
        Instant until = deadlines.of(asked.shop(), "shipBack", null, now).due();
        GoodsReturn begun = new GoodsReturn(asked.number() + "-R" + round, asked.shop(), asked.number(), order.orderId(), State.OPEN,
                freightPayer == null ? "seller" : freightPayer, reasonType == null ? "NO_REASON" : reasonType, null, order.currency(),
                addresses.of(asked.shop()).zh(), now, until, 0, new Way(null, null, null, null, null, null, null, null),
                new Count(packedGrams(asked, order), null, false, null, null, List.of(), null),
                new Inspection(List.of(), null, null, null, null, null, new Money(0, order.currency()), null), lines(asked, order));
        store.insert(begun, round);
        notices.returnExpected(begun);
        timeline.add(asked.number(), "PARCEL", "已开退货单 " + begun.returnNo(), "Return opened: " + begun.returnNo(),
                Map.of("returnNo", begun.returnNo(), "freightPayer", begun.freightPayer()));
        return begun;
    }

    static List<Line> lines(Case asked, Order order) {
        return order.items().stream().map(item -> new Line(item.lineId(), item.productId(), item.sku(), item.title(),
                        pieces(asked, item), null, null, null, null)).filter(line -> line.quantity() > 0).toList();
    }

    private static int pieces(Case asked, Order.Item item) {
        return asked.lines().isEmpty() ? item.quantity() : asked.lines().stream().filter(line -> line.lineId().equals(item.lineId()))
                .mapToInt(line -> Math.min(line.quantity(), item.quantity())).sum();
    }

    /** What the same goods weighed when they left: known only if the whole order is to return and each parcel was weighed. */
    private Integer packedGrams(Case asked, Order order) {
        boolean whole = order.items().stream().allMatch(item -> pieces(asked, item) == item.quantity());
        List<String> waybills = order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).toList();
        List<Integer> weights = orders.packing(asked.shop(), waybills).stream().map(Orders.Packing::weightGrams).filter(Objects::nonNull).toList();
        return whole && !weights.isEmpty() && weights.size() == order.shipments().size()
                ? weights.stream().mapToInt(Integer::intValue).sum() : null;
    }

    /** When the next reminder is due; after the second, or with the end of the time near, behind that end: never. */
    private Instant remindAt(GoodsReturn open, int sent, Instant from) {
        Instant next = deadlines.of(open.shop(), "remindShipBack", null, from).due();
        return sent < MOST_REMINDERS && next.isBefore(open.shipBackBy()) ? next : open.shipBackBy().plus(Duration.ofDays(1));
    }

    /** Counts a reminder; when the next one is due. */
    Instant remind(String caseNumber) {
        GoodsReturn open = store.lock(caseNumber).orElseThrow();
        store.reminded(open.returnNo());
        return remindAt(open, open.reminders() + 1, clock.instant());
    }

    void nothingSent(String caseNumber) {
        GoodsReturn open = store.lock(caseNumber).orElseThrow();
        if (open.state() != State.OPEN) {
            throw new IllegalStateException("Return " + open.returnNo() + " is on its way; its process hears so in a moment");
        }
        store.end(open.returnNo(), State.NOTHING_SENT, "nothingSent");
        notices.returnCancelled(open);
        timeline.add(caseNumber, "PARCEL", "到期未寄回", "Nothing was sent back in time", Map.of("returnNo", open.returnNo()));
    }

    /** The case ended before the return did. */
    void withdrawn(String caseNumber) {
        store.lock(caseNumber).filter(open -> !open.state().isEnd()).ifPresent(open -> {
            store.end(open.returnNo(), State.WITHDRAWN, "withdrawn");
            notices.returnCancelled(open);
        });
    }
}
