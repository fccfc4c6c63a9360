package dev.afterflow.reviews;

import dev.afterflow.orders.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What one buyer's reviews look like together: the proof of malice, and no proof against an honest critic. */
@Component
class ReviewPatterns {

    /** Reviews of so long count; marketplaces let no older one be read. [A][TOP-RATE] */
    static final Duration BACK = Duration.ofDays(180);
    /** So many bad ones make a pattern, so many orders an unusual buyer. [P] */
    private static final int MANY = 3;
    private static final int MANY_ORDERS = 5;

    private final Orders orders;
    private final Clock clock;

    ReviewPatterns(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param word PROFESSIONAL, COMPETITOR, REPEATED or empty
     * @param words what it rests on, Chinese and English
     */
    record Seen(String word, String words, List<Orders.Written> reviews) {
    }

    Seen of(ReviewScene.Now now, boolean talked) {
        if (now.buyer() == null) {
            return new Seen("", null, List.of());
        }
        List<Orders.Written> all = orders.writtenBy(now.shop().id(), now.buyer(), clock.instant().minus(BACK));
        List<Orders.Written> bad = all.stream().filter(review -> review.score() <= 3 && !review.deleted()).toList();
        long alike = alike(bad);
        boolean refunds = now.asked().risk().contains("MANY_REFUNDS");
        int bought = orders.buyerStanding(now.shop().id(), now.buyer()).orders();
        String word = bad.size() < MANY ? "" : refunds || alike >= MANY ? "PROFESSIONAL"
                : bought >= MANY_ORDERS && !talked && bad.size() == all.size() ? "COMPETITOR" : bad.size() == all.size() ? "REPEATED" : "";
        String zh = "180 天内 " + bad.size() + " 条中差评，涉及订单 " + named(bad) + "；" + alike + " 条文字相同" + (refunds ? "；近 30 天多次退款" : "") + "；共下单 " + bought + " 笔";
        String en = "bad reviews in 180 days: " + bad.size() + ", orders " + named(bad) + "; in the same words: " + alike + (refunds ? "; many refunds in 30 days" : "") + "; orders in all: " + bought;
        return new Seen(word, zh + " / " + en, bad);
    }

    private static String named(List<Orders.Written> bad) {
        return bad.stream().map(Orders.Written::orderId).distinct().limit(10).collect(Collectors.joining(", "));
    }

    /** How many share their words with another one. */
    private static long alike(List<Orders.Written> bad) {
        Map<String, Long> counted = bad.stream().map(review -> ReviewText.plain(review.words()).replaceAll("[\\s\\p{Punct}，。！？、]", ""))
                .filter(words -> words.length() >= 4).collect(Collectors.groupingBy(words -> words, Collectors.counting()));
        return counted.values().stream().filter(times -> times > 1).mapToLong(Long::longValue).sum();
    }
}
