package dev.afterflow.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold, to whom, when it shipped and arrived; rows of foreign shops do not exist here. */
@Service
@Transactional(readOnly = true)
public class Orders {

    private final JdbcOrders store;
    private final JdbcSearch search;
    private final JdbcSeen seen;
    private final JdbcReviews reviews;
    private final JdbcShipping shipping;

    Orders(JdbcOrders store, JdbcSearch search, JdbcSeen seen, JdbcReviews reviews, JdbcShipping shipping) {
        this.store = store;
        this.search = search;
        this.seen = seen;
        this.reviews = reviews;
        this.shipping = shipping;
    }

    /** The order, its buyer unmasked: mask it before it leaves the product. */
    public Optional<Order> find(String shop, String orderId) {
        return store.find(shop, orderId);
    }

    /** The order a payment belongs to, by the name its provider has for it; empty when none of ours does. */
    public Optional<String> ofPayment(String shop, String provider, String paymentId) {
        return store.ofPayment(shop, provider, paymentId);
    }

    /** The shop a payment belongs to, by the name its provider has for it; empty when none of ours does. */
    public Optional<String> shopOfPayment(String provider, String paymentId) {
        return store.shopOfPayment(provider, paymentId);
    }

    /** A page of orders, newest first. */
    public Page search(Query query) {
        return search.page(query);
    }

    /**
     * Orders by what somebody has at hand, at most so many of each sort of name, the newest first: for a box that is typed into.
     *
     * @param words as in {@link Query}
     */
    public List<Hit> quick(Collection<String> shops, String words, int most) {
        return search.quick(shops, words, most);
    }

    /** What is known about a buyer's history in a shop, for the decision {@code buyer-tier}; zeros for a stranger. */
    public Standing buyerStanding(String shop, String buyerId) {
        return search.standing(shop, buyerId);
    }

    /** What the warehouse recorded while packing these parcels; a parcel without a record is left out. */
    public List<Packing> packing(String shop, Collection<String> waybills) {
        return waybills.isEmpty() ? List.of() : seen.packing(shop, waybills);
    }

    /** What carriers told about these parcels, the oldest first. */
    public List<Scan> scans(String shop, Collection<String> waybills) {
        return waybills.isEmpty() ? List.of() : seen.scans(shop, waybills);
    }

    /**
     * Shipped parcels that nobody signed and nobody scanned since {@code before}, of all shops this asker sees, by when they were last
     * heard of.
     *
     * @param shippedAfter older ones are left in peace
     * @param after the last of the page before, null for the first
     */
    public List<Quiet> quiet(Instant before, Instant shippedAfter, Quiet after, int most) {
        return seen.quiet(before, shippedAfter, after, most);
    }

    /** A parcel that stands still; {@code sameCity} when it was picked up in the city it goes to. */
    public record Quiet(String shop, String orderId, String shipmentId, String carrier, String waybill, Instant since, boolean pickedUp,
                        boolean sameCity) {
    }

    /** Pieces available as the shop last counted, by sku; a sku nobody counted is left out. */
    public Map<String, Integer> stock(String shop, Collection<String> skus) {
        return skus.isEmpty() ? Map.of() : seen.stock(shop, skus);
    }

    /** How many parcels each carrier took over between two moments, by the province (abroad: the country) they went to. */
    public List<Sent> sent(String shop, Instant from, Instant to) {
        return seen.sent(shop, from, to);
    }

    /** Parcels of one carrier to one region, empty where nobody told it. */
    public record Sent(String carrier, String region, long parcels) {
    }

    /** The same, but only what was counted after a moment: a shop's books may be wrong about what somebody has just missed. */
    public Map<String, Integer> stock(String shop, Collection<String> skus, Instant countedAfter) {
        return skus.isEmpty() ? Map.of() : seen.stock(shop, skus, countedAfter);
    }

    /** A parcel as it was packed: its weight or null, how many pictures show it, and pieces by line. */
    public record Packing(String waybill, Integer weightGrams, int pictures, Map<String, Integer> pieces) {
    }

    /** What a carrier did with a parcel, where and in its own words; both may be null. */
    public record Scan(String waybill, ParcelScanned.Code code, Instant at, String place, String words) {

        /** What the carrier's scale said, in grams, where its words name a weight. */
        public Optional<Integer> grams() {
            return Scales.lastGrams(words);
        }
    }

    /** Whether a parcel is clearly lighter than before: scales differ, so only by a twentieth of its weight and 50 g at least. */
    public static boolean clearlyLess(int grams, int before) {
        return Scales.clearlyLess(grams, before);
    }

    /** Reviews of an order, and those this buyer wrote about any order of the shop since then; newest first, at most 50. */
    public List<Review> reviews(String shop, String orderId, String buyerId, Instant since) {
        return reviews.of(shop, orderId, buyerId, since);
    }

    /** One review in full; empty when it never came. */
    public Optional<Written> review(String shop, String reviewId, String orderId) {
        return reviews.find(shop, reviewId, orderId);
    }

    /** All reviews of an order in full, the newest first. */
    public List<Written> written(String shop, String orderId) {
        return reviews.ofOrder(shop, orderId);
    }

    /** What a buyer wrote about any order of the shop since then, the newest first, at most 50. */
    public List<Written> writtenBy(String shop, String buyerId, Instant since) {
        return reviews.ofBuyer(shop, buyerId, since);
    }

    /** A bad review came, or one that was bad changed; published in the storing transaction. */
    public record Reviewed(String shop, String reviewId, String orderId) {
    }

    /**
     * A review with its words; scores from 1 to 5, null where the marketplace has none.
     *
     * @param appendedAt when the buyer added to it, null if never
     */
    public record Written(String reviewId, String orderId, int score, String title, String words, Instant createdAt, Instant answeredAt,
                          Instant appendedAt, String appendedWords, Integer description, Integer service, Integer logistics, boolean deleted) {

        /** The lowest of description, service and logistics at or below 2 of 5, in capitals; empty if none is. */
        @JsonIgnore
        public String low() {
            return Scores.lowest(description, service, logistics);
        }

        /** Neutral or bad, or with a low score. */
        @JsonIgnore
        public boolean bad() {
            return !deleted && (score <= 3 || !low().isEmpty());
        }
    }

    /** A buyer's review; {@code answeredAt} is null while nobody answered it in public. */
    public record Review(String reviewId, String orderId, int score, Instant createdAt, Instant answeredAt) {
    }

    /**
     * Paid orders that have not left and must before a moment, the most urgent first: at the time stated for a line or the order,
     * else so many hours after payment, none where that is 0.
     *
     * @param after the last of the page before, null for the first
     */
    public List<Unshipped> unshipped(String shop, Instant paidSince, int usualHours, Instant before, Unshipped after, int most) {
        return shipping.due(shop, paidSince, usualHours, before, after, most);
    }

    /** Orders to be paid at the door that have not left, the oldest first; {@code dueAt} is when they were made. */
    public List<Unshipped> unshippedCod(String shop, Instant createdSince, Unshipped after, int most) {
        return shipping.cod(shop, createdSince, after, most);
    }

    /** Paid orders that the shop's own books call unavailable, the oldest first; {@code dueAt} is when they were paid. */
    public List<Unshipped> unavailable(String shop, Instant paidSince, Unshipped after, int most) {
        return shipping.unavailable(shop, paidSince, after, most);
    }

    /** How far the parcels of these orders are; an unknown order is left out. */
    public List<Shipping> shipping(String shop, Collection<String> orderIds) {
        return orderIds.isEmpty() ? List.of() : shipping.of(shop, orderIds);
    }

    /** An order that waits to be shipped, and until when it must be. */
    public record Unshipped(String orderId, String buyerId, Instant dueAt) {
    }

    /** When the first parcel left and the last one arrived, null before; {@code turnedBack} if a carrier brings one back. */
    public record Shipping(String orderId, Order.State state, Instant shippedAt, Instant deliveredAt, boolean turnedBack) {
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

    /** A found order and which of its names was meant. */
    public record Hit(Found order, By by) {
    }

    /** The names an order is found by. */
    public enum By { ORDER, WAYBILL, PHONE, BUYER }

    /** Orders count and money spent in the shop's currency, cancelled ones left out; firstAt is null for a stranger. */
    public record Standing(int orders, Money spent, Instant firstAt, Instant lastAt) {
    }
}
