package dev.afterflow.carriers;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.security.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages of what waits: requests for people or carriers, and pushes that could not be filed. */
@Component
@Transactional
class CarrierShelf {

    private final JdbcCarrierRequests requests;
    private final JdbcPushes pushes;
    private final Outbox outbox;

    CarrierShelf(JdbcCarrierRequests requests, JdbcPushes pushes, Outbox outbox) {
        this.requests = requests;
        this.pushes = pushes;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    List<JdbcCarrierRequests.Row> page(List<String> states, boolean unreadOnly, String after, int limit) {
        return requests.page(states, unreadOnly, after, limit);
    }

    @Transactional(readOnly = true)
    List<JdbcPushes.Parked> parked(long before, int limit) {
        return pushes.parked(before, limit);
    }

    /** Reads it once more, such as after a new release knows more words. */
    void again(long id) {
        JdbcPushes.Push push = pushes.find(id).orElseThrow(() -> Problem.notFound("push"));
        outbox.ensure(TrackingPushes.KIND, TrackingPushes.KIND, String.valueOf(id), push.shop());
    }
}
