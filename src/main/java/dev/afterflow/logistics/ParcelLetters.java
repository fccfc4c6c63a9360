package dev.afterflow.logistics;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what buyers say they sent back, for an order or a case; it may come before we asked for it. */
@Component
class ParcelLetters implements Recipient {

    private final Underway underway;

    ParcelLetters(Underway underway) {
        this.underway = underway;
    }

    @Override
    public String kind() {
        return "parcels";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields parcel = Fields.of(row);
        parcel.text("parcelId", 100);
        parcel.optionalText("version", 64);
        parcel.optionalText("carrier", 60);
        parcel.text("waybill", 64);
        parcel.instant("sentAt");
        parcel.optionalMoney("freight");
        String order = parcel.optionalText("orderId", 100);
        String number = parcel.optionalText("caseNumber", 40);
        if (order == null && number == null) {
            parcel.fault("orderId", "oneOf", "请填写订单号或工单号", "Give an order or a case number");
        }
        return parcel.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        letters.forEach(letter -> underway.told(parcel(letter)));
    }

    private static SentParcel parcel(Letter letter) {
        JsonNode row = letter.body();
        JsonNode freight = row.path("freight");
        return new SentParcel(letter.shop(), letter.externalId(), text(row, "orderId"), text(row, "caseNumber"), text(row, "carrier"),
                SentParcel.waybill(row.path("waybill").asString()),
                OffsetDateTime.parse(row.path("sentAt").asString()).toInstant(),
                freight.isObject() ? new Money(freight.path("minor").asLong(), freight.path("currency").asString()) : null);
    }

    private static String text(JsonNode row, String field) {
        String text = row.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
