package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.Replacement.Line;
import dev.afterflow.logistics.Replacement.State;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.orders.Products;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends goods out again: takes them from stock for one buyer alone, has them picked, and follows the parcel. */
@Component
@Transactional
class Replacing {

    static final String OWN_GOODS = "sendBack";

    private final JdbcReplacements store;
    private final JdbcGoodsReturns returns;
    private final Notices notices;
    private final MarketParcels markets;
    private final Cases cases;
    private final Orders orders;
    private final Products products;
    private final Timeline timeline;
    private final Audit audit;
    private final Terms terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replacing(JdbcReplacements store, JdbcGoodsReturns returns, Notices notices, MarketParcels markets, Cases cases, Orders orders, Products products,
              Timeline timeline, Audit audit, Terms terms, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.returns = returns;
        this.notices = notices;
        this.markets = markets;
        this.cases = cases;
        this.orders = orders;
        this.products = products;
        this.timeline = timeline;
        this.audit = audit;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /** Reserves what the case is about; false when a sku is counted and too few are left. A second pass finds the first one's. */
    boolean reserve(String caseNumber, String purpose) {
        Optional<Replacement> known = store.lock(caseNumber).filter(before -> before.state() == State.RESERVED);
        if (known.isPresent()) {
            return true;
        }
        Case asked = cases.find(caseNumber);
        List<Line> lines = purpose.equals(OWN_GOODS) ? cameBack(caseNumber) : wanted(asked);
        boolean stocked = !lines.isEmpty() && (purpose.equals(OWN_GOODS) || stocked(asked.shop(), lines));
        int round = store.rounds(caseNumber) + 1;
        Replacement begun = new Replacement(caseNumber + "-S" + round, asked.shop(), caseNumber, asked.orderId(), purpose,
                stocked ? State.RESERVED : State.OUT_OF_STOCK, null, null, null, clock.instant(), null, null, lines);
        store.insert(begun, round);
        if (stocked) {
            notices.shipmentOrdered(begun);
            markets.tell(caseNumber);
        }
        return stocked;
    }

    private List<Line> wanted(Case asked) {
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Map<String, Integer> told = store.pieces(asked.number());
        if (told.isEmpty()) {
            return SendingBack.lines(asked, order).stream().map(line -> pick(line, line.quantity())).toList();
        }
        return order.items().stream().filter(item -> told.containsKey(item.lineId()))
                .map(item -> new Line(item.lineId(), item.sku() == null ? item.productId() : item.sku(), item.title(), told.get(item.lineId()), null)).toList();
    }

    void pieces(String caseNumber, Map<String, Integer> byLine) {
        store.pieces(caseNumber, cases.find(caseNumber).shop(), byLine);
    }

    private List<Line> cameBack(String caseNumber) {
        return returns.latest(caseNumber).stream().flatMap(known -> known.lines().stream())
                .filter(line -> line.counted() != null && line.counted() > 0).map(line -> pick(line, line.counted())).toList();
    }

    private static Line pick(GoodsReturn.Line line, int quantity) {
        return new Line(line.lineId(), line.sku() == null ? line.productId() : line.sku(), line.title(), quantity, null);
    }

    /** The counts are held meanwhile: of two who want the last piece, the second sees the first one's reservation. */
    private boolean stocked(String shop, List<Line> lines) {
        Map<String, Integer> wanted = lines.stream().collect(Collectors.groupingBy(Line::sku, Collectors.summingInt(Line::quantity)));
        Map<String, Products.Stock> counted = products.holdStock(shop, wanted.keySet()).stream()
                .collect(Collectors.toMap(Products.Stock::sku, Function.identity()));
        return wanted.entrySet().stream().allMatch(want -> {
            Products.Stock stock = counted.get(want.getKey());
            return stock == null || stock.available() - store.taken(shop, want.getKey(), stock.at()) >= want.getValue();
        });
    }

    @Transactional(readOnly = true)
    public Replacement find(String caseNumber) {
        return store.latest(caseNumber).orElseThrow(() -> Problem.notFound("replacement"));
    }

    /** It left the house under this waybill. */
    void shipped(String caseNumber, String carrier, String written, String serial, Who who) {
        Replacement reserved = reserved(caseNumber);
        String waybill = SentParcel.waybill(written);
        boolean outbound = orders.find(reserved.shop(), reserved.orderId()).stream().flatMap(order -> order.shipments().stream())
                .anyMatch(parcel -> waybill.equals(parcel.waybill()));
        if (outbound || store.waybillUsed(reserved.shop(), waybill)) {
            throw Problem.invalid("waybill", "used", "该运单号属于另一个包裹，请扫描新面单", "Another parcel has this waybill; scan the new label");
        }
        store.shipped(reserved.orderNo(), carrier, waybill, serial, who.login(), clock.instant());
        audit.record(reserved.shop(), "REPLACEMENT_SHIPPED", "replacement", reserved.orderNo(), Map.of("by", who.login(), "waybill", waybill));
    }

    /** Until when somebody picks. */
    @Transactional(readOnly = true)
    public Date pickBy(String caseNumber) {
        return terms.picking(cases.find(caseNumber).shop());
    }

    /** Writes the shipment on the case and tells the seller's books; answers until when news of its delivery is waited for. */
    Date noteShipment(String caseNumber) {
        Replacement shipped = find(caseNumber);
        notices.replacementShipped(shipped);
        markets.tell(caseNumber);
        timeline.add(caseNumber, "PARCEL", "已再次发货，运单 " + shipped.waybill(), "Shipped again, waybill " + shipped.waybill(),
                Map.of("waybill", shipped.waybill(), "purpose", shipped.purpose()));
        orders.scans(shipped.shop(), List.of(shipped.waybill())).forEach(scan ->
                scanned(new ParcelScanned(shipped.shop(), null, scan.waybill(), scan.code(), scan.at())));
        return terms.delivery(shipped.shop());
    }

    /** A carrier's scan of a replacement; only the delivery matters. */
    void scanned(ParcelScanned scan) {
        if (scan.code() == ParcelScanned.Code.DELIVERED) {
            store.of(scan.shop(), SentParcel.waybill(scan.waybill())).filter(sent -> store.delivered(sent.orderNo(), scan.at())).ifPresent(sent -> {
                timeline.add(sent.caseNumber(), "PARCEL", "再次发出的包裹已签收", "The parcel sent again was delivered", Map.of("waybill", sent.waybill()));
                events.publishEvent(new ParcelMoved(sent.caseNumber(), sent.shop(), true));
            });
        }
    }

    /** The shelf says there is none; what the picker wrote is kept. */
    void notOnTheShelf(String caseNumber, String note, Who who) {
        Replacement reserved = reserved(caseNumber);
        if (reserved.purpose().equals(OWN_GOODS)) {
            throw Problem.invalid("picked", "ownGoods", "买家自己的商品不会缺货，请找到后寄还", "The buyer's own goods cannot be out of stock; find them");
        }
        store.end(reserved.orderNo(), State.OUT_OF_STOCK, note);
        notices.shipmentCancelled(reserved);
        audit.record(reserved.shop(), "REPLACEMENT_OUT_OF_STOCK", "replacement", reserved.orderNo(), Map.of("by", who.login()));
    }

    void noteOutOfStock(String caseNumber) {
        timeline.add(caseNumber, "PARCEL", "缺货，无法再次发货", "Out of stock, nothing can be sent", Map.of("orderNo", find(caseNumber).orderNo()));
    }

    /** The case ended, or the buyer wants something else, before anything was sent. */
    void withdrawn(String caseNumber) {
        store.lock(caseNumber).filter(known -> known.state() == State.RESERVED).ifPresent(reserved -> {
            store.end(reserved.orderNo(), State.WITHDRAWN, null);
            notices.shipmentCancelled(reserved);
            timeline.add(caseNumber, "PARCEL", "预留的货品已放回库存", "What was reserved is back in stock", Map.of("orderNo", reserved.orderNo()));
        });
    }

    private Replacement reserved(String caseNumber) {
        return store.lock(caseNumber).filter(known -> known.state() == State.RESERVED)
                .orElseThrow(() -> Problem.conflict("logistics.notReserved", "没有待发的货", "Nothing is reserved to be sent"));
    }
}
