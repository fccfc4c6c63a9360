package dev.afterflow.cases;

import dev.afterflow.money.Money;
import dev.afterflow.notifications.Message;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.sla.Clocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the data says about writing to the buyer of a case: who they are, what they wrote, and which reviews stand near. */
@Component
class LetterFacts {

    /** A buyer who wrote within this time is answered, not contacted. */
    private static final Duration ANSWER = Duration.ofDays(1);
    /** Reviews of a buyer's other orders count for as long as marketplaces let them be changed. */
    private static final Duration RECENT = Duration.ofDays(180);

    private final Orders orders;
    private final Shops shops;
    private final JdbcHeard heard;
    private final Clocks clocks;
    private final Clock clock;

    LetterFacts(Orders orders, Shops shops, JdbcHeard heard, Clocks clocks, Clock clock) {
        this.orders = orders;
        this.shops = shops;
        this.heard = heard;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * How a buyer is reached.
     *
     * @param words what templates may say of the case
     * @param reviews ids of the reviews that stand near, the newest first
     * @param asked the buyer wrote within a day, or waits for an answer in a closed case
     */
    record Reach(Message.Recipient to, String language, Map<String, String> words, Set<String> secrets, List<String> reviews,
                 List<String> reasonsZh, List<String> reasonsEn, boolean asked) {
    }

    Reach of(Case one) {
        Optional<Order> order = one.orderId() == null ? Optional.empty() : orders.find(one.shop(), one.orderId());
        Optional<Order.Buyer> buyer = order.map(Order::buyer);
        Shop shop = shops.find(one.shop()).orElseThrow();
        String language = buyer.map(Order.Buyer::language).orElse(shop.language());
        List<Orders.Review> reviews = one.orderId() == null ? List.of()
                : orders.reviews(one.shop(), one.orderId(), one.buyerId(), clock.instant().minus(RECENT));
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        reasons(one, reviews, zh, en);
        return new Reach(to(one, buyer), language, words(one, order.orElse(null), language),
                buyer.map(Order.Buyer::phone).map(Set::of).orElse(Set.of()), linked(one, reviews), zh, en, asked(one));
    }

    private static Message.Recipient to(Case one, Optional<Order.Buyer> buyer) {
        String order = one.orderId() == null ? "" : one.orderId();
        return new Message.Recipient(buyer.map(Order.Buyer::id).orElse("order:" + order), order, buyer.map(Order.Buyer::email).orElse(null), buyer.map(Order.Buyer::phone).orElse(null));
    }

    private static Map<String, String> words(Case one, Order order, String language) {
        Map<String, String> words = new HashMap<>();
        words.put("caseNumber", one.number());
        if (one.orderId() != null) {
            words.put("orderId", one.orderId());
        }
        Money amount = one.askedAmount();
        if (amount != null) {
            words.put("amount", amount.display(Locale.forLanguageTag(language == null ? "zh-CN" : language)));
        }
        if (order != null && !order.items().isEmpty()) {
            words.put("goods", order.items().stream().filter(item -> concerned(one, item)).map(Order.Item::title)
                    .distinct().limit(3).collect(Collectors.joining("、")));
        }
        return words;
    }

    private static boolean concerned(Case one, Order.Item item) {
        return one.lines().isEmpty() || one.lines().stream().anyMatch(line -> line.lineId().equals(item.lineId()));
    }

    private static void reasons(Case one, List<Orders.Review> reviews, List<String> zh, List<String> en) {
        if (one.kind() == Case.Kind.REVIEW) {
            zh.add("工单由评价而来");
            en.add("The case came of a review");
        }
        reviews.stream().limit(3).forEach(review -> {
            boolean own = review.orderId().equals(one.orderId());
            zh.add((own ? "本订单已有评价：" : "买家近期评价了订单 " + review.orderId() + "：") + review.score() + " 星");
            en.add((own ? "This order has a review: " : "The buyer lately reviewed order " + review.orderId() + ": ") + review.score() + " of 5");
        });
    }

    private static List<String> linked(Case one, List<Orders.Review> reviews) {
        List<String> ids = new ArrayList<>(reviews.stream().map(Orders.Review::reviewId).toList());
        if (ids.isEmpty() && one.kind() == Case.Kind.REVIEW) {
            ids.add("case:" + one.number());
        }
        return ids;
    }

    private boolean asked(Case one) {
        return one.open() ? heard.lastOfBuyer(one.number()).filter(at -> at.isAfter(clock.instant().minus(ANSWER))).isPresent()
                : clocks.of(one.number()).stream().anyMatch(each -> each.kind().equals(Clocks.FIRST_RESPONSE) && each.stoppedAt() == null);
    }
}
