package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Gave;
import dev.afterflow.platforms.Marketplace.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads an order's refunds that we asked for, by the number of ours that stands in their note. What people give in the admin has none. */
class ShopifyRefunds {

    static final String STATEMENTS = "statements";
    private static final Pattern OURS = Pattern.compile("Afterflow \\[([A-Za-z0-9-]{1,40})]");

    private final JsonMapper json;

    ShopifyRefunds(JsonMapper json) {
        this.json = json;
    }

    static String note(String number) {
        return "Afterflow [" + number + "]";
    }

    static List<Gave> of(JsonNode order) {
        List<Gave> gave = new ArrayList<>();
        for (JsonNode each : order.path("refunds")) {
            Matcher ours = OURS.matcher(each.path("note").asString(""));
            JsonNode money = each.path("totalRefundedSet").path("shopMoney");
            if (ours.find() && money.has("amount") && ShopifyReader.instant(each.path("createdAt")) != null) {
                gave.add(new Gave(ours.group(1), each.path("id").asString(), payment(order, each),
                    Money.parse(ShopifyOrders.trimmed(money.path("amount").asString()), money.path("currencyCode").asString()), ShopifyReader.instant(each.path("createdAt"))));
            }
        }
        return gave;
    }

    private static String payment(JsonNode order, JsonNode refund) {
        String parent = refund.path("transactions").path("nodes").path(0).path("parentTransaction").path("id").asString("");
        return parent.isEmpty() ? null : ShopifyQueries.number(order.path("id").asString()) + "/" + ShopifyQueries.number(parent);
    }

    /** As lines that were seen one by one, which are no whole statement of a day. */
    List<Slip> slips(JsonNode order) {
        return of(order).stream().filter(each -> each.amount().isPositive()).map(each -> new Slip(STATEMENTS, line(each), false)).toList();
    }

    private ObjectNode line(Gave gave) {
        ObjectNode row = json.createObjectNode().put("lineId", "seen:" + ShopifyQueries.number(gave.reference())).put("provider", ShopifyAccounts.WORD)
            .put("refundNo", gave.number()).put("movedAt", gave.at().toString());
        if (gave.paymentId() != null) {
            row.put("paymentId", gave.paymentId());
        }
        MarketLetters.money(row.putObject("amount"), gave.amount());
        return row;
    }
}
