package dev.afterflow.reviews;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.platforms.PlatformMatter;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the other rooms know about a case that came of a review, as it is now. */
@Component
class ReviewScene {

    private final Cases cases;
    private final Orders orders;
    private final Shops shops;
    private final Deadlines deadlines;
    private final Clock clock;

    ReviewScene(Cases cases, Orders orders, Shops shops, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** All of it at once. */
    record Now(Case asked, Order order, Shop shop, Instant at) {

        String buyer() {
            return order == null || order.buyer() == null ? asked.buyerId() : order.buyer().id();
        }

        String language() {
            return order == null || order.buyer() == null || order.buyer().language() == null ? shop.language() : order.buyer().language();
        }
    }

    /** 404 if the case is not there for this asker. */
    Now of(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Order order = asked.orderId() == null ? null : orders.find(asked.shop(), asked.orderId()).orElse(null);
        return new Now(asked, order, shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop")), clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    /** Until when a step that begins at a moment must be done, by {@code step-deadline}. */
    Instant until(String shop, String step, Instant from) {
        return deadlines.of(shop, step, null, from).due();
    }

    Date by(String shop, String step) {
        return Date.from(until(shop, step, clock.instant()));
    }

    /** A moment as people of the shop read it. */
    String day(String shop, Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(shops.find(shop).orElseThrow().timeZone())).format(at);
    }

    /** The marketplace's own name of a review: it may say more than the review's id. Empty where it never spoke of one about this order. */
    static Optional<String> matter(Platforms platforms, Review of) {
        return of.orderId() == null ? Optional.empty() : platforms.ofOrder(of.shop(), of.orderId()).stream().filter(each -> each.sort() == PlatformMatter.Sort.REVIEW)
                .map(PlatformMatter::id).filter(id -> id.endsWith(of.reviewId())).findFirst();
    }

    /** A machine acts only on a review that the marketplace itself told us of; any other goes by hand. */
    static boolean byHand(Platforms platforms, Review of, PlatformRequest.Kind verb) {
        return matter(platforms, of).filter(id -> platforms.way(of.shop(), verb, id) == Platforms.Way.MACHINE).isEmpty();
    }

    long daysOld(Review review) {
        return Math.max(0, Duration.between(review.writtenAt(), clock.instant()).toDays());
    }
}
