package dev.afterflow.logistics;

import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when the people of this room work, as answers a process keeps; a platform's deadline comes before our own promise. */
@Component
class Terms {

    private final Deadlines deadlines;
    private final Clock clock;

    Terms(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Until when a parcel that is here is counted and inspected, and when a supervisor is asked. */
    Map<String, Object> counting(GoodsReturn here) {
        Instant promise = of(here.shop(), "receiveParcel");
        Instant confirm = here.way().confirmBy();
        return Map.of("receiveBy", Date.from(confirm.isBefore(promise) ? confirm : promise), "escalateAt", Date.from(here.way().escalateAt()));
    }

    Map<String, Object> tracing(GoodsReturn missing) {
        return Map.of("traceBy", Date.from(of(missing.shop(), "traceReturn")));
    }

    Date picking(String shop) {
        return Date.from(of(shop, "pickGoods"));
    }

    /** Until when the news of delivery is waited for. */
    Date delivery(String shop) {
        return Date.from(of(shop, "replacementArrival"));
    }

    private Instant of(String shop, String step) {
        return deadlines.of(shop, step, null, clock.instant()).due();
    }
}
