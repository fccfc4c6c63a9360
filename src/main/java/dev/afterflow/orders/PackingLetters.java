package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what the warehouse recorded while packing, named by waybill. */
@Component
class PackingLetters implements Recipient {

    private final JdbcParcels store;

    PackingLetters(JdbcParcels store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "packing";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields packing = Fields.of(row);
        packing.text("waybill", 64);
        packing.optionalText("version", 64);
        packing.optionalWhole("weightGrams", 0, 100_000_000);
        packing.instant("packedAt");
        packing.optionalText("packedBy", 100);
        packing.pictures("pictures");
        for (Fields line : packing.list("lines", 500)) {
            line.text("lineId", 64);
            line.whole("quantity", 1, 1_000_000);
        }
        return packing.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        store.pack(letters);
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("waybill").stringValue("");
    }
}
