package dev.afterflow.complaints;

import dev.afterflow.orders.Orders;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Walks over shipped, unsigned parcels page by page and opens a case for each that stands still; several nodes may do it at once. */
@Component
class StallSweep {

    private static final int PAGE = 200;
    private static final int MOST_AT_ONCE = 500;
    /** Nothing new comes of a parcel older than this. */
    private static final Duration REACH = Duration.ofDays(60);
    private static final Logger LOG = LoggerFactory.getLogger(StallSweep.class);

    private final Stalls stalls;

    StallSweep(Stalls stalls) {
        this.stalls = stalls;
    }

    /** Answers how many cases were opened. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT10M")
    int sweep() {
        Stalls.Limits limits = stalls.limits();
        int opened = 0;
        Orders.Quiet last = null;
        List<Orders.Quiet> page;
        do {
            page = stalls.page(limits, REACH, last, PAGE);
            for (Orders.Quiet parcel : page) {
                opened += open(parcel, limits);
                last = parcel;
            }
        } while (page.size() == PAGE && opened < MOST_AT_ONCE);
        return opened;
    }

    private int open(Orders.Quiet parcel, Stalls.Limits limits) {
        try {
            return stalls.open(parcel, limits).isPresent() ? 1 : 0;
        } catch (RuntimeException failed) {
            LOG.warn("The stall of parcel {} of shop {} opens no case: {}", parcel.waybill(), parcel.shop(), failed.toString());
            return 0;
        }
    }
}
