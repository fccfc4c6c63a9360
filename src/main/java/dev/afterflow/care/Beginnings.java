package dev.afterflow.care;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.logistics.OrderNotices.What;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first moment of a matter, whoever found it: a sweep, a machine at the letterbox or a person. */
@Component
@Transactional
class Beginnings {

    private static final Set<String> EXCEPTIONS = Set.of("OUT_OF_STOCK", "ADDRESS", "PAYMENT", "RISK", "PRICE_ERROR", "INTERCEPT");
    private static final Set<String> CHANGES = Set.of("ADDRESS", "SIZE", "QUANTITY", "REMARK", "CANCEL_ORDER");
    private static final Duration WITHOUT_PROMISE = Duration.ofDays(1);

    private final JdbcMatters store;
    private final Promises promises;
    private final Warehousing warehouse;
    private final Cases cases;
    private final Orders orders;
    private final Clock clock;

    Beginnings(JdbcMatters store, Promises promises, Warehousing warehouse, Cases cases, Orders orders, Clock clock) {
        this.store = store;
        this.promises = promises;
        this.warehouse = warehouse;
        this.cases = cases;
        this.orders = orders;
        this.clock = clock;
    }

    /** Keeps the matter; answers what its process starts with. */
    Map<String, Object> of(String caseNumber, Matter.Kind kind) {
        Case opened = cases.find(caseNumber);
        Order order = orders.find(opened.shop(), opened.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Matter matter = new Matter(caseNumber, opened.shop(), opened.orderId(), kind, true, promises.due(order), Matter.Excuse.NONE, null,
                Set.of(), Map.of("words", opened.reasonText() == null ? "" : opened.reasonText()), now);
        matter = switch (kind) {
            case EXCEPTION -> matter.with("exceptionKind", known(EXCEPTIONS, opened.reasonCode(), "OTHER"));
            case CHANGE -> matter.with("what", known(CHANGES, opened.reasonCode(), "REMARK"));
            case LATE, COD -> matter;
        };
        store.insert(matter);
        if (kind != Matter.Kind.LATE) {
            return Map.of();
        }
        Instant shipBy = matter.dueAt() == null ? now.plus(WITHOUT_PROMISE) : matter.dueAt();
        warehouse.tell(matter, What.ORDER_HURRIED, Map.of("shipBy", shipBy.toString()));
        return Map.of("shipBy", Date.from(shipBy));
    }

    private static String known(Set<String> codes, String told, String otherwise) {
        return told != null && codes.contains(told) ? told : otherwise;
    }
}
