package dev.afterflow.care;

import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether goods that were missing are there again, and what a person reads of the stock. */
@Component
@Transactional(readOnly = true)
class Stocktaking {

    private final Orders orders;

    Stocktaking(Orders orders) {
        this.orders = orders;
    }

    /** Only for an order out of stock, and only if all of it was counted since and is enough. */
    boolean isBack(Matter matter) {
        if (!matter.fact("exceptionKind").equals("OUT_OF_STOCK")) {
            return false;
        }
        return orders.find(matter.shop(), matter.orderId()).filter(order -> {
            Map<String, Integer> counted = orders.stock(order.shop(), skus(order), matter.openedAt());
            return !counted.isEmpty() && order.items().stream().allMatch(item -> counted.getOrDefault(item.sku(), -1) >= item.quantity());
        }).isPresent();
    }

    /** A line each, with what the shop last counted. */
    String told(Order order, boolean chinese) {
        Map<String, Integer> counted = counted(order);
        return order.items().stream().map(item -> "%s %s × %d%s".formatted(item.title() == null ? item.productId() : item.title(),
                item.sku() == null ? "" : item.sku(), item.quantity(), counted.containsKey(item.sku())
                        ? (chinese ? "，库存 " : ", in stock ") + counted.get(item.sku()) : "")).collect(Collectors.joining("\n"));
    }

    private Map<String, Integer> counted(Order order) {
        return orders.stock(order.shop(), skus(order));
    }

    private static List<String> skus(Order order) {
        return order.items().stream().map(Order.Item::sku).filter(Objects::nonNull).distinct().toList();
    }
}
