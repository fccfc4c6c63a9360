package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn.State;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A return on its way: what buyers, carriers and the warehouse say of it, in whatever order they say it. */
@Component
@Transactional
class Underway {

    private static final Duration AFTER_TRACE = Duration.ofDays(5);
    private static final Set<ParcelScanned.Code> TROUBLE =
            Set.of(ParcelScanned.Code.EXCEPTION, ParcelScanned.Code.RETURNING, ParcelScanned.Code.RETURNED);

    private final JdbcGoodsReturns store;
    private final JdbcArrivals arrivals;
    private final JdbcHearing hearing;
    private final WarehouseReceipts receipts;
    private final Orders orders;
    private final Cases cases;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final Terms terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Underway(JdbcGoodsReturns store, JdbcArrivals arrivals, JdbcHearing hearing, WarehouseReceipts receipts, Orders orders, Cases cases,
             Timeline timeline, Deadlines deadlines, Terms terms, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.hearing = hearing;
        this.receipts = receipts;
        this.orders = orders;
        this.cases = cases;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /** The buyer's word that the goods are sent; without a return that waits for it, it waits itself. */
    void told(SentParcel parcel) {
        arrivals.keep(parcel);
        Optional<GoodsReturn> open = parcel.caseNumber() == null ? store.openOf(parcel.shop(), parcel.orderId())
                : store.lock(parcel.caseNumber()).filter(known -> known.shop().equals(parcel.shop()) && !known.state().isEnd());
        open.ifPresent(known -> take(known, parcel));
    }

    /** Takes what was said too early: parcels that waited for this return, and what came with their waybills. */
    void takeWaiting(GoodsReturn begun) {
        arrivals.waiting(begun.shop(), begun.orderId(), begun.caseNumber()).forEach(parcel -> take(begun, parcel));
        if (begun.state() != State.OPEN) {
            moved(begun);
        }
    }

    private void take(GoodsReturn open, SentParcel parcel) {
        arrivals.belongs(parcel, open.returnNo());
        if (Set.of(State.OPEN, State.SENT).contains(open.state())) {
            Deadlines.Deadline confirm = deadlines.of(open.shop(), "confirmReturn", null, parcel.sentAt());
            boolean platform = confirm.onExpiry().equals("PLATFORM_REFUNDS");
            store.sent(open.returnNo(), parcel, arrivalBy(open, parcel.sentAt()), platform ? confirm.due() : null,
                    platform ? confirm.escalateAt() : null);
            timeline.add(open.caseNumber(), "PARCEL", "买家已寄回，运单 " + parcel.waybill(), "Sent back by the buyer, waybill " + parcel.waybill(),
                    Map.of("waybill", parcel.waybill()));
            goOn(open.caseNumber());
            orders.scans(open.shop(), List.of(parcel.waybill())).forEach(scan -> scanned(open, scan.code(), scan.at()));
            arrivedBefore(open, parcel);
            moved(open);
        }
    }

    private Instant arrivalBy(GoodsReturn known, Instant lastNews) {
        return deadlines.of(known.shop(), "returnArrival", null, lastNews).due();
    }

    /** The parcel may be here already: taken in by the warehouse's system, or found by a person. */
    private void arrivedBefore(GoodsReturn open, SentParcel parcel) {
        arrivals.receiptOf(open.shop(), parcel.waybill()).ifPresent(receipt -> receipts.take(open, receipt));
        arrivals.unknownOf(open.shop(), parcel.waybill()).ifPresent(found -> {
            if (found.caseNumber() == null) {
                arrivals.attach(found.id(), open.shop(), open.caseNumber(), "system");
            }
            arrive(open, found.at());
        });
    }

    private void goOn(String caseNumber) {
        if (cases.find(caseNumber).state() == Case.State.WAITING_BUYER) {
            cases.state(caseNumber, Case.State.OPEN);
        }
    }

    /** A carrier's scan; one of a parcel that is not ours to wait for is nobody's news. */
    void scanned(ParcelScanned scan) {
        store.of(scan.shop(), SentParcel.waybill(scan.waybill())).ifPresent(known -> {
            scanned(known, scan.code(), scan.at());
            moved(known);
        });
    }

    private void scanned(GoodsReturn known, ParcelScanned.Code code, Instant at) {
        if (code == ParcelScanned.Code.DELIVERED) {
            arrive(known, at);
        } else {
            store.scanned(known.returnNo(), code.name(), at, arrivalBy(known, at), TROUBLE.contains(code));
        }
    }

    /** The parcel is here: seen by a scan at the door, by the carrier or by the warehouse's system. */
    void arrive(GoodsReturn known, Instant at) {
        State now = store.lock(known.caseNumber()).filter(latest -> latest.returnNo().equals(known.returnNo()))
                .map(GoodsReturn::state).orElse(known.state());
        if (!Set.of(State.OPEN, State.SENT).contains(now)) {
            return;
        }
        Deadlines.Deadline confirm = deadlines.of(known.shop(), "confirmReturn", null, at);
        store.confirmBy(known.returnNo(), confirm.due(), confirm.escalateAt());
        store.arrived(known.returnNo(), at);
        goOn(known.caseNumber());
        timeline.add(known.caseNumber(), "PARCEL", "退货包裹已到仓", "The returned parcel is here", Map.of("returnNo", known.returnNo()));
        moved(known);
    }

    /** What the warehouse's own system took in. */
    void received(JdbcArrivals.Receipt receipt) {
        Optional<GoodsReturn> known = store.of(receipt.shop(), receipt.waybill());
        arrivals.keep(receipt, known.map(GoodsReturn::returnNo).orElse(null));
        if (known.filter(open -> !open.state().isEnd() || open.state() == State.INSPECTED).isEmpty()) {
            unexpected(receipt, known);
            return;
        }
        receipts.take(known.get(), receipt);
        arrive(known.get(), receipt.receivedAt());
    }

    private void unexpected(JdbcArrivals.Receipt receipt, Optional<GoodsReturn> ended) {
        arrivals.unknown(receipt.shop(), receipt.waybill(), ended.map(known -> "工单 " + known.caseNumber()).orElse(null), "warehouse");
        ended.ifPresent(known -> timeline.add(known.caseNumber(), "PARCEL", "退货结束后包裹才到仓，已登记待处理",
                "The parcel came after the return had ended; it is kept for a person", Map.of("waybill", receipt.waybill())));
    }

    /** Whether the carrier has moved it in the last days; until when to wait then. */
    Optional<Instant> stillMovingUntil(String caseNumber) {
        return store.latest(caseNumber).map(known -> known.way().arrivalBy()).filter(by -> by != null && by.isAfter(clock.instant()));
    }

    /** Until when somebody asks the carrier. */
    Map<String, Object> tracing(String caseNumber) {
        return terms.tracing(store.latest(caseNumber).orElseThrow());
    }

    /** Somebody asked the carrier and waits on; answers until when. */
    Instant waitOn(String caseNumber, String note, Who who) {
        GoodsReturn known = store.lock(caseNumber).orElseThrow();
        Instant until = clock.instant().plus(AFTER_TRACE);
        store.waitUntil(known.returnNo(), until);
        traced(caseNumber, note, who);
        return until;
    }

    void traced(String caseNumber, String note, Who who) {
        timeline.add(caseNumber, "PARCEL", "已向承运商查找包裹" + (note == null ? "" : "：" + note),
                "The carrier was asked for the parcel" + (note == null ? "" : ": " + note), Map.of("by", who.login()));
    }

    /** The person who traced it holds it in their hands: the process hears it by their answer and by nothing else. */
    GoodsReturn here(String caseNumber, Who who) {
        GoodsReturn known = store.lock(caseNumber).orElseThrow();
        arrive(known, clock.instant());
        hearing.heard(caseNumber, JdbcHearing.News.ARRIVED);
        traced(caseNumber, null, who);
        return store.latest(caseNumber).orElseThrow();
    }

    void lost(String caseNumber) {
        GoodsReturn known = store.lock(caseNumber).orElseThrow();
        store.end(known.returnNo(), State.LOST, "lost");
        timeline.add(caseNumber, "PARCEL", "退货包裹在途中丢失", "The returned parcel was lost on its way", Map.of("returnNo", known.returnNo()));
    }

    private void moved(GoodsReturn known) {
        events.publishEvent(new ParcelMoved(known.caseNumber(), known.shop(), false));
    }
}
