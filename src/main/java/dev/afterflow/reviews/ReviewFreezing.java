package dev.afterflow.reviews;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.payments.Payments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first moment of a bad review: what is known is frozen, and laid out for {@code review-triage}. */
@Component
@Transactional
class ReviewFreezing {

    private final JdbcBadReviews store;
    private final ReviewScene scene;
    private final ReviewPatterns patterns;
    private final ReviewPapers papers;
    private final ReviewLog log;
    private final Cases cases;
    private final Orders orders;
    private final Payments payments;

    ReviewFreezing(JdbcBadReviews store, ReviewScene scene, ReviewPatterns patterns, ReviewPapers papers, ReviewLog log, Cases cases,
                   Orders orders, Payments payments) {
        this.store = store;
        this.scene = scene;
        this.patterns = patterns;
        this.papers = papers;
        this.log = log;
        this.cases = cases;
        this.orders = orders;
        this.payments = payments;
    }

    /** Freezes the order's newest bad review, or what a person wrote of one; answers what the table asks. */
    Map<String, Object> begin(String caseNumber) {
        ReviewScene.Now now = scene.of(caseNumber);
        List<Case> about = cases.about(now.shop().id(), now.asked().orderId());
        List<String> talk = about.stream().flatMap(each -> cases.buyerWords(each.number()).stream()).toList();
        ReviewPatterns.Seen seen = patterns.of(now, !talk.isEmpty());
        Optional<Orders.Written> written = orders.written(now.shop().id(), now.asked().orderId()).stream().filter(Orders.Written::bad).findFirst();
        Review review = review(now, written, seen);
        store.insert(review);
        papers.freeze(review, sheets(now, review, written, talk, seen), now.at());
        log.told(review, "REVIEW_FROZEN", "评价证据已冻结：" + stars(review, true), "The review was frozen: " + stars(review, false),
                Map.of("review", review.reviewId(), "papers", papers.of(caseNumber).size()));
        return Map.of("content", ReviewText.content(review.words()), "demand", cases.pressed(now.shop().id(), now.asked().orderId()), "pattern", seen.word(),
                "buyerKnown", now.order() != null && now.buyer() != null, "daysOld", scene.daysOld(review), "lowScore", review.low(),
                "refundOpen", about.stream().anyMatch(each -> each.open() && each.kind().matter().equals("goods")));
    }

    private static Review review(ReviewScene.Now now, Optional<Orders.Written> written, ReviewPatterns.Seen seen) {
        return new Review(now.asked().number(), now.shop().id(), now.asked().orderId(), now.buyer(),
                written.map(Orders.Written::reviewId).orElse("case:" + now.asked().number()), written.map(Orders.Written::score).orElse(null),
                written.map(ReviewText::whole).orElse(now.asked().reasonText()), written.map(Orders.Written::createdAt).orElse(now.asked().openedAt()),
                written.map(Orders.Written::appendedAt).orElse(null), written.map(Orders.Written::answeredAt).orElse(null),
                written.map(Orders.Written::low).orElse(""), Review.State.OPEN, null, null, seen.word(), seen.words(), null, null, null, null, now.at());
    }

    private List<ReviewPapers.Sheet> sheets(ReviewScene.Now now, Review review, Optional<Orders.Written> written, List<String> talk, ReviewPatterns.Seen seen) {
        List<ReviewPapers.Sheet> sheets = new ArrayList<>();
        sheets.add(new ReviewPapers.Sheet("REVIEW", written.<Object>map(each -> each).orElse(Map.of("words", String.valueOf(review.words())))));
        if (now.order() != null) {
            sheets.add(new ReviewPapers.Sheet("ORDER", now.order().masked()));
            sheets.add(new ReviewPapers.Sheet("TRACE", orders.scans(now.shop().id(), now.order().shipments().stream().map(Order.Shipment::waybill)
                    .filter(Objects::nonNull).toList())));
            sheets.add(new ReviewPapers.Sheet("REFUNDS", payments.givenBack(now.shop().id(), now.order().orderId(), now.order().currency())));
        }
        sheets.add(new ReviewPapers.Sheet("TALK", talk));
        sheets.add(new ReviewPapers.Sheet("PATTERN", seen.reviews()));
        return sheets;
    }

    static String stars(Review review, boolean chinese) {
        String score = review.score() == null ? "" : chinese ? review.score() + " 星" : review.score() + " of 5";
        String low = review.low().isEmpty() ? "" : (chinese ? "，低分项：" : ", low: ") + ReviewWords.of(review.low(), chinese);
        return (score + low).isEmpty() ? chinese ? "人工登记" : "entered by hand" : score + low;
    }
}
