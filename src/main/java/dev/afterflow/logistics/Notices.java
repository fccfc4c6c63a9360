package dev.afterflow.logistics;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.logistics.Warehouse.Kind;
import dev.afterflow.logistics.Warehouse.Notice;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what the warehouse and the seller's own books are to be told, in the transaction that makes it true. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Notices {

    static final String OUTBOX = "warehouse";

    private final JdbcNotices store;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;

    Notices(JdbcNotices store, Outbox outbox, JsonMapper json, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    void returnExpected(GoodsReturn open) {
        Map<String, Object> body = of(open);
        body.put("freightPayer", open.freightPayer());
        body.put("expectedBy", open.shipBackBy());
        body.put("lines", open.lines().stream().map(Notices::line).toList());
        write(open.shop(), open.caseNumber(), Kind.RETURN_EXPECTED, open.returnNo(), body);
    }

    void returnCancelled(GoodsReturn open) {
        event(open.shop(), open.caseNumber(), "RETURN_CANCELLED", open.returnNo(), of(open));
    }

    void goodsReceived(GoodsReturn counted) {
        Map<String, Object> body = of(counted);
        body.put("waybill", counted.way().waybill());
        body.put("weightGrams", counted.count().weightGrams());
        body.put("lines", counted.lines().stream().map(Notices::counted).toList());
        event(counted.shop(), counted.caseNumber(), "GOODS_RECEIVED", counted.returnNo(), body);
    }

    void goodsInspected(GoodsReturn judged, String outcome) {
        Map<String, Object> body = of(judged);
        body.put("outcome", outcome);
        event(judged.shop(), judged.caseNumber(), "GOODS_INSPECTED", judged.returnNo(), body);
    }

    void shipmentOrdered(Replacement reserved) {
        Map<String, Object> body = of(reserved);
        body.put("lines", picks(reserved));
        write(reserved.shop(), reserved.caseNumber(), Kind.SHIPMENT_ORDERED, reserved.orderNo(), body);
    }

    void shipmentCancelled(Replacement reserved) {
        event(reserved.shop(), reserved.caseNumber(), "SHIPMENT_CANCELLED", reserved.orderNo(), of(reserved));
    }

    void replacementShipped(Replacement shipped) {
        Map<String, Object> body = of(shipped);
        body.put("carrier", shipped.carrier());
        body.put("waybill", shipped.waybill());
        body.put("lines", picks(shipped));
        event(shipped.shop(), shipped.caseNumber(), "REPLACEMENT_SHIPPED", shipped.orderNo(), body);
    }

    void order(OrderNotices.Notice notice) {
        Map<String, Object> body = new LinkedHashMap<>(notice.words());
        body.put("caseNumber", notice.caseNumber());
        body.put("orderId", notice.orderId());
        event(notice.shop(), notice.caseNumber(), notice.what().name(), notice.number(), body);
    }

    private void event(String shop, String caseNumber, String type, String number, Map<String, Object> body) {
        body.put("type", type);
        write(shop, caseNumber, Kind.EVENT, type + "-" + number, body);
    }

    private void write(String shop, String caseNumber, Kind kind, String number, Map<String, Object> body) {
        body.put("at", clock.instant());
        String ref = kind + ":" + number;
        if (store.write(new Notice(ref, shop, caseNumber, kind, number, json.writeValueAsString(body)))) {
            outbox.put(OUTBOX, ref, shop);
        }
    }

    private static Map<String, Object> of(GoodsReturn known) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("returnNo", known.returnNo());
        body.put("caseNumber", known.caseNumber());
        body.put("orderId", known.orderId());
        return body;
    }

    private static Map<String, Object> of(Replacement known) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("shipmentNo", known.orderNo());
        body.put("caseNumber", known.caseNumber());
        body.put("orderId", known.orderId());
        body.put("purpose", known.purpose());
        return body;
    }

    private static Map<String, Object> line(GoodsReturn.Line line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("lineId", line.lineId());
        told.put("sku", line.sku());
        told.put("quantity", line.quantity());
        return told;
    }

    private static Map<String, Object> counted(GoodsReturn.Line line) {
        Map<String, Object> told = line(line);
        told.put("counted", line.counted());
        told.put("grade", line.grade());
        return told;
    }

    private static List<Map<String, Object>> picks(Replacement of) {
        return of.lines().stream().map(line -> Map.<String, Object>of("lineId", line.lineId(), "sku", line.sku(), "quantity", line.quantity())).toList();
    }
}
