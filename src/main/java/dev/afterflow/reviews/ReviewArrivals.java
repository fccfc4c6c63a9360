package dev.afterflow.reviews;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Orders;
import dev.afterflow.tasks.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Bad reviews come in: a new one opens its case, one that got better or went ends it. */
@Component
class ReviewArrivals {

    /** Older ones can be neither changed, answered nor complained of. [A][TOP-EXPL] [B][REV-T2][REV-M] */
    private static final Duration FRESH = Duration.ofDays(30);

    private final JdbcBadReviews store;
    private final ReviewLog log;
    private final NegativeReviewProcess process;
    private final Cases cases;
    private final Orders orders;
    private final Tasks tasks;
    private final Clock clock;

    ReviewArrivals(JdbcBadReviews store, ReviewLog log, NegativeReviewProcess process, Cases cases, Orders orders, Tasks tasks, Clock clock) {
        this.store = store;
        this.log = log;
        this.process = process;
        this.cases = cases;
        this.orders = orders;
        this.tasks = tasks;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void reviewed(Orders.Reviewed event) {
        Orders.Written now = orders.review(event.shop(), event.reviewId(), event.orderId()).orElseThrow();
        Optional<Review> known = store.about(event.shop(), event.reviewId(), event.orderId());
        if (known.isPresent()) {
            tasks.hold(known.get().caseNumber());
            retold(known.get(), now);
        } else if (now.bad() && now.createdAt().isAfter(clock.instant().minus(FRESH))) {
            cases.open(new Cases.NewCase(event.shop(), "reviews", event.reviewId() + "@" + event.orderId(), "1", Case.Kind.REVIEW, event.orderId(), null, null,
                    null, ReviewText.whole(now), null, List.of(), true, null));
        }
    }

    /** What was frozen stays frozen; here only what stands on the platform now. */
    private void retold(Review known, Orders.Written now) {
        store.retold(known.caseNumber(), now);
        if (!now.bad()) {
            log.told(known, "REVIEW_CHANGED", now.deleted() ? "买家删除了评价" : "买家改了评价：" + now.score() + " 星",
                    now.deleted() ? "The buyer deleted the review" : "The buyer changed the review: " + now.score() + " of 5", Map.of("review", known.reviewId()));
            process.changed(known);
        } else {
            log.told(known, "REVIEW_RETOLD", now.appendedAt() == null ? "评价有更新" : "买家追评：" + now.appendedWords(),
                    now.appendedAt() == null ? "The review was updated" : "The buyer appended: " + now.appendedWords(), Map.of("review", known.reviewId()));
        }
    }
}
