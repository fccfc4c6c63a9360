package dev.afterflow.payments;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.money.Money;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shop;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the lines of a provider's statement: what it says it moved. */
@Component
class StatementLetters implements Recipient {

    private final Reconciliation reconciliation;

    StatementLetters(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public String kind() {
        return "statements";
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("provider").stringValue("") + "/" + row.path("lineId").stringValue("");
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields line = Fields.of(row);
        line.text("lineId", 64);
        line.text("provider", 40);
        line.optionalText("refundNo", 64);
        line.optionalText("paymentId", 64);
        line.optionalText("version", 64);
        Money amount = line.money("amount");
        line.instant("movedAt");
        if (amount != null && !amount.isPositive()) {
            line.fault("amount.minor", "range", "应大于零", "This must be more than zero");
        }
        return line.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        Map<String, List<StatementSource.Line>> byShop = new TreeMap<>();
        letters.forEach(letter -> byShop.computeIfAbsent(letter.shop(), shop -> new ArrayList<>()).add(line(letter.body())));
        byShop.forEach(reconciliation::take);
    }

    private static StatementSource.Line line(JsonNode body) {
        Money amount = new Money(body.path("amount").path("minor").asLong(), body.path("amount").path("currency").asString());
        return new StatementSource.Line(body.path("provider").asString(), body.path("lineId").asString(),
            body.path("refundNo").stringValue(null), amount, OffsetDateTime.parse(body.path("movedAt").asString()).toInstant(),
            body.path("paymentId").stringValue(null));
    }
}
