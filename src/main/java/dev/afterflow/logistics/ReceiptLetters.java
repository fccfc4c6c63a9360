package dev.afterflow.logistics;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what a warehouse's system counted at its door; a person still looks, with these numbers before them. */
@Component
class ReceiptLetters implements Recipient {

    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    private final Underway underway;

    ReceiptLetters(Underway underway) {
        this.underway = underway;
    }

    @Override
    public String kind() {
        return "receipts";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields receipt = Fields.of(row);
        receipt.text("receiptId", 100);
        receipt.optionalText("version", 64);
        receipt.text("waybill", 64);
        receipt.instant("receivedAt");
        receipt.optionalWhole("weightGrams", 0, 100_000_000);
        receipt.list("lines", 500).forEach(ReceiptLetters::line);
        receipt.pictures("pictures");
        return receipt.faults();
    }

    private static void line(Fields line) {
        String sku = line.optionalText("sku", 100);
        String id = line.optionalText("lineId", 64);
        if (sku == null && id == null) {
            line.fault("sku", "oneOf", "请填写 sku 或 lineId", "Give a sku or a lineId");
        }
        line.whole("quantity", 0, 1_000_000);
        line.optionalOneOf("grade", GRADES);
    }

    @Override
    public void accept(List<Letter> letters) {
        letters.forEach(letter -> underway.received(receipt(letter)));
    }

    private static JdbcArrivals.Receipt receipt(Letter letter) {
        JsonNode row = letter.body();
        return new JdbcArrivals.Receipt(letter.shop(), letter.externalId(), SentParcel.waybill(row.path("waybill").asString()),
                OffsetDateTime.parse(row.path("receivedAt").asString()).toInstant(),
                row.hasNonNull("weightGrams") ? row.path("weightGrams").asInt() : null,
                row.path("lines").isArray() ? row.path("lines").toString() : "[]",
                row.path("pictures").isArray() ? row.path("pictures").toString() : "[]");
    }
}
