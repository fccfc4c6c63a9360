package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes counts of stock; a count is named by its sku and its moment is its version. */
@Component
class StockLetters implements Recipient {

    private final JdbcProducts store;

    StockLetters(JdbcProducts store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "stock";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields stock = Fields.of(row);
        stock.text("sku", 100);
        stock.whole("available", 0, 1_000_000_000);
        stock.instant("at");
        return stock.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        store.count(letters);
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("sku").stringValue("");
    }

    @Override
    public String version(JsonNode row) {
        return row.path("at").stringValue("");
    }
}
