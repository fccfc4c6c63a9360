package dev.afterflow.claims;

import dev.afterflow.claims.JdbcReceipts.Line;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the lines of a carrier's settlement statement, from a file or a machine. */
@Component
class SettlementLetters implements Recipient {

    private final Receipts receipts;

    SettlementLetters(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String kind() {
        return "settlements";
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("carrier").stringValue("").strip().toLowerCase(java.util.Locale.ROOT) + "/" + row.path("lineId").stringValue("");
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields line = Fields.of(row);
        line.text("carrier", 40);
        line.text("lineId", 64);
        line.optionalText("reverses", 64);
        line.optionalText("claimNo", 40);
        line.optionalText("reference", 64);
        line.optionalText("waybill", 64);
        line.optionalText("words", 500);
        line.optionalText("version", 64);
        Money amount = line.money("amount");
        line.instant("paidAt");
        if (amount != null && !amount.isPositive()) {
            line.fault("amount.minor", "range", "应大于零；冲回请用 reverses 指明原流水", "This must be more than zero; to take money back name the line in reverses");
        }
        return line.faults();
    }

    /** Payments before what takes them back, whatever their order in the file. */
    @Override
    public void accept(List<Letter> letters) {
        letters.stream().sorted(Comparator.comparing(letter -> line(letter.body()).reversal())).forEach(letter -> receipts.take(letter.shop(), line(letter.body())));
    }

    private static Line line(JsonNode body) {
        Money amount = new Money(body.path("amount").path("minor").asLong(), body.path("amount").path("currency").asString());
        return new Line(Contracts.word(body.path("carrier").asString()), body.path("lineId").asString(), text(body, "reverses"), amount,
                text(body, "claimNo"), text(body, "reference"), text(body, "waybill"), text(body, "words"),
                OffsetDateTime.parse(body.path("paidAt").asString()).toInstant());
    }

    private static String text(JsonNode body, String field) {
        String text = body.path(field).stringValue(null);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
