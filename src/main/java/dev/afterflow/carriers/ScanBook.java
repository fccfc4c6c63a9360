package dev.afterflow.carriers;

import dev.afterflow.carriers.Reading.Sighting;
import dev.afterflow.carriers.Trace.Step;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files what a service told of a parcel, each scan once, and tells orders of it through the letterbox; a crash between both is made up for. */
@Component
class ScanBook {

    private static final Map<Step, String> CODES = Map.ofEntries(Map.entry(Step.PICKED_UP, "PICKED_UP"), Map.entry(Step.MOVING, "IN_TRANSIT"),
        Map.entry(Step.TRANSFERRED, "IN_TRANSIT"), Map.entry(Step.CUSTOMS, "IN_TRANSIT"), Map.entry(Step.CUSTOMS_CLEARED, "IN_TRANSIT"),
        Map.entry(Step.DELIVERING, "OUT_FOR_DELIVERY"), Map.entry(Step.AT_POINT, "OUT_FOR_DELIVERY"), Map.entry(Step.SIGNED, "DELIVERED"),
        Map.entry(Step.SIGNED_AFTER_TROUBLE, "DELIVERED"), Map.entry(Step.SIGNED_BY_OTHER, "DELIVERED"), Map.entry(Step.SIGNED_AT_POINT, "DELIVERED"),
        Map.entry(Step.INTERCEPTED, "RETURNING"), Map.entry(Step.RETURNING, "RETURNING"), Map.entry(Step.RETURNED, "RETURNED"));

    private final JdbcTraces traces;
    private final Intake intake;
    private final TransactionTemplate tx;
    private final JsonMapper json;

    ScanBook(JdbcTraces traces, Intake intake, TransactionTemplate tx, JsonMapper json) {
        this.traces = traces;
        this.intake = intake;
        this.tx = tx;
        this.json = json;
    }

    /** Files the reading under the house's word for the carrier, and tells on what is new. */
    void file(String shop, String carrier, String source, Reading reading) {
        tx.executeWithoutResult(status -> {
            traces.follow(shop, carrier, reading.waybill(), null);
            List<Sighting> oldestFirst = new ArrayList<>(reading.sightings());
            Collections.reverse(oldestFirst);
            oldestFirst.forEach(each -> traces.scan(shop, carrier, reading.waybill(), source, each));
            traces.settle(shop, carrier, reading);
        });
        tell(shop, carrier, reading.waybill());
    }

    /** What orders have not heard yet. */
    private void tell(String shop, String carrier, String waybill) {
        List<JdbcTraces.Untold> untold = tx.execute(status -> traces.untold(shop, carrier, waybill));
        untold.forEach(scan -> {
            Receipt receipt = CODES.containsKey(scan.step()) || scan.step().state() != Trace.State.NOT_PICKED
                ? intake.deliver(shop, scan.source(), "tracking", row(carrier, waybill, scan)) : Receipt.of(List.of());
            tx.executeWithoutResult(status -> traces.told(shop, carrier, waybill, scan.key(), receipt.rejected() > 0));
        });
    }

    private JsonNode row(String carrier, String waybill, JdbcTraces.Untold scan) {
        Sighting sighting = scan.sighting();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("eventId", waybill + "-" + scan.key());
        row.put("carrier", carrier);
        row.put("waybill", waybill);
        row.put("code", CODES.getOrDefault(sighting.step(), "EXCEPTION"));
        row.put("at", sighting.at().toString());
        row.put("place", sighting.place());
        row.put("text", sighting.words());
        return json.valueToTree(row);
    }
}
