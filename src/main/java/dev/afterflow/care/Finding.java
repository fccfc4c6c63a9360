package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Orders.Unshipped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a case for each order that a sweep finds and nobody knows of, one each, however many nodes look. */
@Component
class Finding {

    static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Finding.class);

    private final JdbcMatters store;
    private final Cases cases;
    private final TransactionTemplate transaction;

    Finding(JdbcMatters store, Cases cases, TransactionTemplate transaction) {
        this.store = store;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** What is found, and where it goes. */
    record Sort(Matter.Kind kind, Case.Kind caseKind, String reason, String team, int priority) {
    }

    /** Looks page by page; {@code next} answers the page after an order, null for the first. */
    void all(String shop, Sort sort, Function<Unshipped, List<Unshipped>> next) {
        Unshipped after = null;
        List<Unshipped> page;
        do {
            Unshipped from = after;
            page = transaction.execute(status -> next.apply(from));
            open(shop, sort, page);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == AT_ONCE);
    }

    private void open(String shop, Sort sort, List<Unshipped> page) {
        Set<String> known = Set.copyOf(transaction.execute(status -> store.known(shop, sort.kind(), page.stream().map(Unshipped::orderId).toList())));
        page.stream().filter(order -> !known.contains(order.orderId())).forEach(order -> open(shop, sort, order));
    }

    private void open(String shop, Sort sort, Unshipped order) {
        try {
            cases.raise(new Cases.NewCase(shop, "care", sort.kind() + "/" + order.orderId(), "1", sort.caseKind(), order.orderId(), order.buyerId(),
                    null, sort.reason(), null, null, List.of(), false, null), sort.kind().process(), sort.team(), sort.priority());
        } catch (RuntimeException busy) {
            LOG.warn("No case {} yet for the order {} of {}: {}", sort.kind(), order.orderId(), shop, busy.toString());
        }
    }
}
