package dev.afterflow.complaints;

import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of this room open with, in the reader's language. */
@Component
class ComplaintSheet {

    private final ComplaintScene scene;
    private final Orders orders;

    ComplaintSheet(ComplaintScene scene, Orders orders) {
        this.scene = scene;
        this.orders = orders;
    }

    Map<String, Object> head(Complaint known) {
        Map<String, Object> form = new HashMap<>();
        form.put("problem", Words.of(known.found().type()));
        form.put("ground", known.way() == null ? Vocabulary.half(known.found().ground(), Vocabulary.chinese()) : Vocabulary.half(known.way().ground(), Vocabulary.chinese()));
        form.put("carrier", known.carrier());
        form.put("waybill", known.waybill());
        form.put("buyerWords", scene.of(known.caseNumber()).asked().reasonText());
        return form;
    }

    String shippedAt(Complaint known) {
        return at(known, scene.of(known.caseNumber()).parcel(known.waybill()).map(Order.Shipment::shippedAt).orElse(null));
    }

    /** The newest scan: when, where and in the carrier's own words. */
    String lastScan(Complaint known) {
        List<Orders.Scan> scans = known.waybill() == null ? List.of() : orders.scans(known.shop(), List.of(known.waybill()));
        if (scans.isEmpty()) {
            return Words.of(known.found().traceState());
        }
        Orders.Scan last = scans.get(scans.size() - 1);
        return String.join("  ", at(known, last.at()), last.place() == null ? "" : last.place(), last.words() == null ? "" : last.words()).strip();
    }

    long daysLate(Complaint known) {
        return scene.of(known.caseNumber()).daysLate(known.waybill());
    }

    private String at(Complaint known, Instant at) {
        return at == null ? null : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(scene.of(known.caseNumber()).shop().timeZone())).format(at);
    }
}
