package dev.afterflow.reviews;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches whether the buyer changes the review, and records how it ended. */
@Component
@Transactional
class ReviewEnding {

    private final JdbcBadReviews store;
    private final JdbcReviewComplaints complaints;
    private final ReviewScene scene;
    private final ReviewLog log;
    private final Cases cases;

    ReviewEnding(JdbcBadReviews store, JdbcReviewComplaints complaints, ReviewScene scene, ReviewLog log, Cases cases) {
        this.store = store;
        this.complaints = complaints;
        this.scene = scene;
        this.log = log;
        this.cases = cases;
    }

    /** Until when the buyer may still change it; nobody presses meanwhile. */
    Instant watch(String caseNumber) {
        Review of = lock(caseNumber);
        store.state(caseNumber, Review.State.WATCHED);
        cases.state(caseNumber, Case.State.WAITING_BUYER);
        Instant until = scene.until(of.shop(), "changeReview", of.writtenAt());
        return until.isBefore(scene.now()) ? scene.now() : until;
    }

    void close(String caseNumber) {
        Review of = lock(caseNumber);
        boolean removed = complaints.of(caseNumber).stream().anyMatch(complaint -> "UPHELD".equals(complaint.verdict()));
        end(of, removed ? "REVIEW_REMOVED" : "NOTHING".equals(of.finding().route()) ? "REVIEW_NOTED" : "REVIEW_KEPT");
    }

    /** The buyer turned it into a good one, or deleted it. */
    void changed(String caseNumber) {
        end(lock(caseNumber), "REVIEW_CHANGED");
    }

    private void end(Review of, String outcome) {
        store.ended(of.caseNumber(), outcome);
        log.told(of, "REVIEW_ENDED", "中差评处理结束", "The review is done with", Map.of("outcome", outcome));
        cases.close(of.caseNumber(), outcome);
    }

    private Review lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }
}
