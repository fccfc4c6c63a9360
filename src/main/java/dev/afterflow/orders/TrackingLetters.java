package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes carriers' scans: each moves the parcels that have its waybill, now or when the order comes later. */
@Component
class TrackingLetters implements Recipient {

    private final JdbcParcels store;
    private final ApplicationEventPublisher events;

    TrackingLetters(JdbcParcels store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String kind() {
        return "tracking";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields scan = Fields.of(row);
        scan.text("eventId", 100);
        scan.optionalText("carrier", 60);
        scan.text("waybill", 64);
        scan.oneOf("code", ParcelScanned.Code.class);
        scan.instant("at");
        scan.optionalText("place", 200);
        scan.optionalText("text", 1000);
        return scan.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        store.scan(letters).forEach(events::publishEvent);
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("eventId").stringValue("");
    }
}
