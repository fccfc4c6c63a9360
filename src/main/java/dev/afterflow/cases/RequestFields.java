package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.intake.Fields;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The fields that every wish has, whether a machine or an agent tells it; checked against the order when it is known. */
@Component
class RequestFields {

    static final int LONGEST_WORDS = 4000;
    private static final int MOST_LINES = 200;

    private final Orders orders;

    RequestFields(Orders orders) {
        this.orders = orders;
    }

    /** Who tells a wish, under which name and version. */
    record Teller(String source, String externalId, String version) {
    }

    /** Reads a wish; look at the fields' faults before using it. */
    NewCase read(Fields fields, Shop shop, Teller teller, boolean orderNeeded) {
        Case.Kind kind = fields.oneOf("kind", Case.Kind.class);
        String orderId = orderNeeded ? fields.text("orderId", 100) : fields.optionalText("orderId", 100);
        String remedy = fields.optionalText("askedRemedy", 100);
        String reasonCode = fields.optionalText("reasonCode", 100);
        String reasonText = fields.optionalText("reasonText", LONGEST_WORDS);
        Boolean received = fields.optionalFlag("goodsReceived");
        List<Case.Line> lines = lines(fields);
        Money amount = fields.optionalMoney("askedAmount");
        Instant deadline = fields.optionalInstant("platformDeadline");
        Optional<Order> order = orderId == null ? Optional.empty() : orders.find(shop.id(), orderId);
        order.ifPresent(known -> compare(fields, known, lines, amount));
        return kind == null ? null : new NewCase(shop.id(), teller.source(), teller.externalId(), teller.version(), kind, orderId,
                null, remedy, reasonCode, reasonText, amount, lines, Boolean.TRUE.equals(received), deadline);
    }

    private static List<Case.Line> lines(Fields fields) {
        List<Case.Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : fields.list("lines", MOST_LINES)) {
            String id = each.text("lineId", 100);
            Long quantity = each.whole("quantity", 1, 1_000_000);
            if (id != null && !seen.add(id)) {
                each.fault("lineId", "unique", "同一行只能出现一次", "Name each line once");
            } else if (id != null && quantity != null) {
                lines.add(new Case.Line(id, quantity.intValue()));
            }
        }
        return lines;
    }

    private static void compare(Fields fields, Order order, List<Case.Line> lines, Money amount) {
        for (int i = 0; i < lines.size(); i++) {
            Case.Line line = lines.get(i);
            Optional<Order.Item> item = order.item(line.lineId());
            if (item.isEmpty()) {
                fields.fault("lines[" + i + "].lineId", "orders.unknownLine", "订单中没有这一行", "The order has no such line");
            } else if (line.quantity() > item.get().quantity()) {
                fields.fault("lines[" + i + "].quantity", "orders.tooMany", "数量不能超过购买的 " + item.get().quantity() + " 件",
                        "At most the " + item.get().quantity() + " pieces bought");
            }
        }
        if (amount != null && !amount.currency().equals(order.currency())) {
            fields.fault("askedAmount.currency", "orders.currency", "币种须为订单的 " + order.currency(),
                    "Use the order's currency " + order.currency());
        }
    }
}
