package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes orders. A list the sender leaves out stays as it was; one that is there replaces what was there. */
@Component
class OrderLetters implements Recipient {

    private static final int ID = 64;
    private static final int MANY = 500;

    private final JdbcOrders store;
    private final ApplicationEventPublisher events;

    OrderLetters(JdbcOrders store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String kind() {
        return "orders";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields order = Fields.of(row);
        order.text("orderId", ID);
        order.optionalText("version", ID);
        order.oneOf("state", Order.State.class);
        String currency = order.currency("currency");
        order.instant("createdAt");
        order.optionalInstant("paidAt");
        order.optionalInstant("promisedShipAt");
        order.optionalInstant("promisedDeliveryAt");
        order.optionalFlag("freeShipping");
        sameCurrency(order, "freight", order.optionalMoney("freight"), currency);
        freeFreight(order, currency);
        buyer(order);
        Set<String> lines = items(order, currency);
        payments(order, currency);
        shipments(order, lines);
        return order.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        for (String orderId : store.record(letters)) {
            events.publishEvent(new OrderRecorded(letters.get(0).shop(), orderId));
        }
    }

    private static void freeFreight(Fields order, String currency) {
        order.object("freeFreight").ifPresent(free -> {
            sameCurrency(free, "from", free.money("from"), currency);
            sameCurrency(free, "waived", free.money("waived"), currency);
        });
    }

    private static void buyer(Fields order) {
        Fields buyer = order.object("buyer").orElse(null);
        if (buyer == null) {
            if (!order.has("buyer")) {
                order.fault("buyer", "required", "请填写买家,至少含 id", "Give the buyer, with an id at least");
            }
            return;
        }
        buyer.text("id", ID);
        buyer.optionalText("name", 100);
        buyer.optionalText("phone", 40);
        shaped(buyer, "email", buyer.optionalText("email", 254), "[^@\\s]+@[^@\\s]+", "buyer@example.com");
        shaped(buyer, "language", buyer.optionalText("language", 35), "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "zh-CN");
        buyer.object("address").ifPresent(OrderLetters::address);
    }

    private static void address(Fields address) {
        shaped(address, "country", address.optionalText("country", 2), "[A-Z]{2}", "CN");
        for (String part : List.of("province", "city", "district")) {
            address.optionalText(part, 100);
        }
        address.optionalText("street", 300);
        address.optionalText("postcode", 20);
    }

    private static Set<String> items(Fields order, String currency) {
        Set<String> lines = new HashSet<>();
        for (Fields item : order.list("items", MANY)) {
            distinct(item, "lineId", item.text("lineId", ID), lines);
            item.text("productId", ID);
            item.optionalText("sku", 100);
            item.optionalText("title", 500);
            item.whole("quantity", 1, 1_000_000);
            sameCurrency(item, "paid", item.money("paid"), currency);
            sameCurrency(item, "freight", item.optionalMoney("freight"), currency);
            item.optionalInstant("promisedShipAt");
            item.optionalFlag("opened");
        }
        return lines;
    }

    private static void payments(Fields order, String currency) {
        Set<String> known = new HashSet<>();
        for (Fields payment : order.list("payments", MANY)) {
            distinct(payment, "paymentId", payment.text("paymentId", 100), known);
            shaped(payment, "provider", payment.text("provider", 40), "[a-z0-9-]+", "alipay");
            payment.optionalText("method", 100);
            sameCurrency(payment, "paid", payment.money("paid"), currency);
            payment.optionalInstant("paidAt");
        }
    }

    private static void shipments(Fields order, Set<String> lines) {
        Set<String> known = new HashSet<>();
        for (Fields shipment : order.list("shipments", MANY)) {
            distinct(shipment, "shipmentId", shipment.text("shipmentId", ID), known);
            shipment.optionalText("carrier", 60);
            shipment.optionalText("waybill", ID);
            shipment.optionalInstant("shippedAt");
            shipment.optionalInstant("promisedAt");
            shipment.optionalInstant("deliveredAt");
            for (Fields packed : shipment.list("lines", MANY)) {
                String line = packed.text("lineId", ID);
                packed.whole("quantity", 1, 1_000_000);
                if (line != null && order.has("items") && !lines.contains(line)) {
                    packed.fault("lineId", "unknownLine", "订单中没有这一行", "The order has no such line");
                }
            }
        }
    }

    private static void distinct(Fields fields, String field, String id, Set<String> known) {
        if (id != null && !known.add(id)) {
            fields.fault(field, "twice", "同一订单内不可重复", "This may stand only once in an order");
        }
    }

    private static void sameCurrency(Fields fields, String field, Money money, String currency) {
        if (money != null && currency != null && !money.currency().equals(currency)) {
            fields.fault(field + ".currency", "currency", "应与订单货币相同:" + currency,
                    "Use the currency of the order: " + currency);
        }
    }

    private static void shaped(Fields fields, String field, String text, String pattern, String example) {
        if (text != null && !text.matches(pattern)) {
            fields.fault(field, "format", "格式不对,例如:" + example, "Not in the right form, for example: " + example);
        }
    }
}
