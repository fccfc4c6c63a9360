package dev.afterflow.orders;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold, to whom, when it shipped and arrived; rows of foreign shops do not exist here. */
@Service
@Transactional(readOnly = true)
public class Orders {

    private final JdbcOrders store;
    private final JdbcSearch search;

    Orders(JdbcOrders store, JdbcSearch search) {
        this.store = store;
        this.search = search;
    }

    /** The order, its buyer unmasked: mask it before it leaves the product. */
    public Optional<Order> find(String shop, String orderId) {
        return store.find(shop, orderId);
    }

    /** A page of orders, newest first. */
    public Page search(Query query) {
        return search.page(query);
    }

    /** What is known about a buyer's history in a shop, for the decision {@code buyer-tier}; zeros for a stranger. */
    public Standing buyerStanding(String shop, String buyerId) {
        return search.standing(shop, buyerId);
    }

    /**
     * What to look for.
     *
     * @param shops only in these
     * @param words start of an order id, waybill or buyer name, or at least four last digits of a phone; null for all
     * @param after the cursor of the page before, null for the first
     * @param limit rows a page, at most 200
     */
    public record Query(Collection<String> shops, String words, String after, int limit) {
    }

    /** Found orders and the cursor of the next page, null on the last. */
    public record Page(List<Found> items, String next) {
    }

    /** One found order; its buyer's name is masked. */
    public record Found(String shop, String orderId, Order.State state, Instant createdAt, String buyerId,
                        String buyerName, Money paid, int lines) {
    }

    /** Orders count and money spent in the shop's currency, cancelled ones left out; firstAt is null for a stranger. */
    public record Standing(int orders, Money spent, Instant firstAt, Instant lastAt) {
    }
}
