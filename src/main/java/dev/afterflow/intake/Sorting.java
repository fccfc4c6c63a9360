package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the recipient of a kind and opens a tray for a delivery. */
@Component
class Sorting {

    /** Who sends what for which shop. */
    record Delivery(String shop, String source, String kind) {
    }

    private final ObjectProvider<Recipient> recipients;
    private final Shops shops;
    private final PostOffice office;

    Sorting(ObjectProvider<Recipient> recipients, Shops shops, PostOffice office) {
        this.recipients = recipients;
        this.shops = shops;
        this.office = office;
    }

    Receipt deliver(Delivery delivery, List<JsonNode> rows) {
        Tray tray = open(delivery, lines -> { });
        rows.forEach(tray::put);
        return tray.finish();
    }

    /** A tray whose every batch tells its lines to {@code also}, in the transaction that stores them. */
    Tray open(Delivery delivery, Consumer<List<Receipt.Line>> also) {
        Shop shop = shops.find(delivery.shop()).orElseThrow(() -> Problem.notFound("shop"));
        return new Tray(delivery, shop, recipient(delivery.kind()), office, also);
    }

    Recipient recipient(String kind) {
        Recipient recipient = all().get(kind);
        if (recipient == null) {
            throw Problem.notFound("kind");
        }
        return recipient;
    }

    /** The recipients by their kind; two of one kind are refused. */
    Map<String, Recipient> all() {
        return recipients.stream().collect(Collectors.toMap(Recipient::kind, Function.identity()));
    }
}
