package dev.afterflow.care;

import dev.afterflow.care.Matter.Kind;
import dev.afterflow.care.Matter.News;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.Orders.Shipping;
import dev.afterflow.tasks.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks how the orders of open matters stand and tells their processes what is new, each in its own transaction; no news is lost. */
@Component
class OrderSweep {

    private static final int AT_ONCE = 200;
    /** An unavailable order is not over: its buyer still waits for goods or money. */
    private static final Set<Order.State> OVER = Set.of(Order.State.CLOSED, Order.State.CANCELLED);
    private static final Logger LOG = LoggerFactory.getLogger(OrderSweep.class);

    private final JdbcMatters store;
    private final Orders orders;
    private final Stocktaking stock;
    private final CareProcess process;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    OrderSweep(JdbcMatters store, Orders orders, Stocktaking stock, CareProcess process, Tasks tasks, TransactionTemplate transaction) {
        this.store = store;
        this.orders = orders;
        this.stock = stock;
        this.process = process;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT45S", fixedDelayString = "PT20S")
    void look() {
        transaction.execute(status -> store.shopsWithOpen()).forEach(this::look);
    }

    void look(String shop) {
        Instant after = Instant.EPOCH;
        List<Matter> page;
        do {
            Instant from = after;
            page = transaction.execute(status -> store.open(shop, from, AT_ONCE));
            tell(shop, page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).openedAt();
        } while (page.size() == AT_ONCE);
    }

    private void tell(String shop, List<Matter> page) {
        Map<String, Shipping> stands = transaction.execute(status -> orders.shipping(shop, page.stream().map(Matter::orderId).toList())).stream()
                .collect(Collectors.toMap(Shipping::orderId, Function.identity()));
        page.stream().filter(matter -> stands.containsKey(matter.orderId())).forEach(matter ->
                news(matter, stands.get(matter.orderId())).forEach(news -> tell(matter, news)));
    }

    private List<News> news(Matter matter, Shipping stands) {
        List<News> news = new ArrayList<>();
        boolean left = stands.shippedAt() != null || Set.of(Order.State.SHIPPED, Order.State.DELIVERED, Order.State.FINISHED).contains(stands.state());
        add(news, left, News.SHIPPED);
        add(news, OVER.contains(stands.state()), News.ENDED);
        add(news, stands.turnedBack(), News.REFUSED);
        add(news, stands.deliveredAt() != null && !stands.turnedBack(), News.DELIVERED);
        add(news, matter.kind() == Kind.EXCEPTION && !left && stock.isBack(matter), News.STOCK);
        news.removeIf(each -> matter.heard().contains(each) || !CareProcess.listens(matter.kind(), each));
        return news;
    }

    private static void add(List<News> news, boolean holds, News each) {
        if (holds) {
            news.add(each);
        }
    }

    private void tell(Matter matter, News news) {
        try {
            transaction.executeWithoutResult(status -> {
                tasks.hold(matter.caseNumber());
                store.take(matter.caseNumber()).filter(now -> !now.heard().contains(news)).ifPresent(now -> {
                    store.save(now.told(news));
                    if (!process.tell(now, news)) {
                        status.setRollbackOnly();
                    }
                });
            });
        } catch (RuntimeException busy) {
            LOG.warn("Case {} does not hear that its order is {}: {}", matter.caseNumber(), news, busy.toString());
        }
    }
}
