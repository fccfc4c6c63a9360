package dev.afterflow.disputes;

import dev.afterflow.orders.Order;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What our own records say to an item of a checklist; never a buyer's name, telephone or street in full. */
final class DisputeData {

    private DisputeData() {
    }

    /** Null where they say nothing. */
    static String of(String code, DisputeScene.Now now, DisputeScene scene) {
        String shop = now.shop().id();
        return switch (code) {
            case "ORDER" -> now.order() == null ? null : order(now.order(), shop, scene);
            case "TALK" -> now.talk().isEmpty() ? null : String.join("\n", now.talk());
            case "TRACE" -> now.scans().isEmpty() ? null : now.scans().stream().map(scan -> scene.day(shop, scan.at()) + "  " + scan.waybill() + "  "
                    + words(scan.place()) + "  " + words(scan.words())).collect(Collectors.joining("\n"));
            case "PACKING" -> now.packed().isEmpty() ? null : now.packed().stream().map(parcel -> parcel.waybill() + "  " + (parcel.weightGrams() == null ? "" : parcel.weightGrams() + " g")
                    + "  " + parcel.pictures() + " 张/pictures").collect(Collectors.joining("\n"));
            case "REFUND" -> now.givenBack() == null || !now.givenBack().isPositive() ? null : now.givenBack().display(true);
            case "CARRIER" -> now.parcel().map(Order.Shipment::carrier).orElse(null);
            case "WAYBILL" -> now.parcel().map(Order.Shipment::waybill).orElse(null);
            case "SHIPPED_AT" -> now.parcel().map(Order.Shipment::shippedAt).map(at -> scene.day(shop, at)).orElse(null);
            default -> null;
        };
    }

    private static String order(Order order, String shop, DisputeScene scene) {
        Order masked = order.masked();
        String lines = order.items().stream().map(item -> "  " + item.title() + " × " + item.quantity() + "  " + item.paid().display(true)).collect(Collectors.joining("\n"));
        String to = masked.buyer() == null || masked.buyer().address() == null ? "" : "\n收货/To: " + Stream.of(masked.buyer().name(), masked.buyer().phone(),
                masked.buyer().address().province(), masked.buyer().address().city(), masked.buyer().address().district()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return "订单/Order " + order.orderId() + "  " + scene.day(shop, order.createdAt()) + "\n" + lines + "\n付款/Paid " + order.paid().display(true) + "  "
                + scene.day(shop, order.paidAt()) + to;
    }

    private static String words(String text) {
        return text == null ? "" : text;
    }
}
