package dev.afterflow.reviews;

import dev.afterflow.cases.Cases;
import dev.afterflow.engine.Decisions;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All this room knows of a case's review, at once. */
@Component
class ReviewFolder {

    private final Cases cases;
    private final JdbcBadReviews store;
    private final JdbcReviewComplaints complaints;
    private final ReviewPapers papers;
    private final ReviewReply reply;
    private final ReviewScene scene;
    private final Decisions tables;

    ReviewFolder(Cases cases, JdbcBadReviews store, JdbcReviewComplaints complaints, ReviewPapers papers, ReviewReply reply, ReviewScene scene, Decisions tables) {
        this.cases = cases;
        this.store = store;
        this.complaints = complaints;
        this.papers = papers;
        this.reply = reply;
        this.scene = scene;
        this.tables = tables;
    }

    /** {@code review} is null when the case is about none; {@code replyUntil} is null when it cannot be answered any more. */
    record View(Shown review, Instant replyUntil, Instant changeUntil, List<JdbcReviewComplaints.Complaint> complaints, List<ReviewPapers.Paper> papers,
                List<JdbcBadReviews.Answer> answers) {
    }

    /** The review as a screen shows it. */
    record Shown(String reviewId, String orderId, Integer score, String words, Instant writtenAt, Instant appendedAt, String low, String state, String content,
                 String proposed, String groundZh, String groundEn, String route, String cause, String category, String owner, String found, String foundBy,
                 String pattern, String patternZh, String patternEn, String consent, String causeCase, String reply, String replyState, Instant repliedAt,
                 String outcome) {
    }

    @Transactional(readOnly = true)
    View open(String caseNumber) {
        String number = cases.find(caseNumber).number();
        return store.find(number).map(review -> tables.quietly(() -> view(review))).orElse(new View(null, null, null, List.of(), List.of(), List.of()));
    }

    private View view(Review of) {
        Review.Judged judged = of.judged() == null ? new Review.Judged(null, null, null) : of.judged();
        Review.Finding found = of.finding();
        return new View(new Shown(of.reviewId(), of.orderId(), of.score(), of.words(), of.writtenAt(), of.appendedAt(), of.low(), of.state().name(), judged.content(),
                judged.route(), Vocabulary.half(judged.ground(), true), Vocabulary.half(judged.ground(), false), found.route(), found.cause(), found.category(),
                found.owner(), found.words(), found.by(), of.pattern(), Vocabulary.half(of.patternWords(), true), Vocabulary.half(of.patternWords(), false),
                of.consent(), of.causeCase(), of.reply().text(), of.reply().state(), of.reply().at(), of.outcome()),
                of.ended() ? null : reply.open(of).orElse(null), scene.until(of.shop(), "changeReview", of.writtenAt()), complaints.of(of.caseNumber()),
                papers.of(of.caseNumber()), store.answers(of.caseNumber()));
    }
}
