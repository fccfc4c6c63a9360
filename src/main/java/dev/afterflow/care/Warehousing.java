package dev.afterflow.care;

import dev.afterflow.logistics.OrderNotices;
import dev.afterflow.logistics.OrderNotices.What;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the warehouse what an order waits for; each thing once, counted in the matter. */
@Component
class Warehousing {

    private final OrderNotices notices;
    private final JdbcMatters store;

    Warehousing(OrderNotices notices, JdbcMatters store) {
        this.notices = notices;
        this.store = store;
    }

    /** The matter is held by the caller; answers it as it is now. */
    Matter tell(Matter matter, What what, Map<String, ?> words) {
        Matter counted = matter.counted("told");
        store.save(counted);
        notices.tell(new OrderNotices.Notice(matter.shop(), matter.caseNumber(), matter.orderId(), what,
                matter.caseNumber() + "-" + counted.count("told"), words));
        return counted;
    }
}
