package dev.afterflow.reviews;

import dev.afterflow.cases.Evidence;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformPapers;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complains of a malicious review in the platform's category and window, twice at most; each complaint leaves the house once. */
@Component
@Transactional
class ReviewComplaining implements PlatformPapers {

    private static final int MOST = 2;

    private final JdbcBadReviews store;
    private final JdbcReviewComplaints complaints;
    private final ReviewScene scene;
    private final ReviewPapers papers;
    private final ReviewLog log;
    private final Evidence evidence;
    private final Platforms platforms;
    private final Decisions decisions;

    ReviewComplaining(JdbcBadReviews store, JdbcReviewComplaints complaints, ReviewScene scene, ReviewPapers papers, ReviewLog log, Evidence evidence,
                      Platforms platforms, Decisions decisions) {
        this.store = store;
        this.complaints = complaints;
        this.scene = scene;
        this.papers = papers;
        this.log = log;
        this.evidence = evidence;
        this.platforms = platforms;
        this.decisions = decisions;
    }

    /** What {@code review-complaint} asks. */
    Map<String, Object> facts(String caseNumber) {
        Review of = lock(caseNumber);
        store.state(caseNumber, Review.State.COMPLAINED);
        return facts(of, of.finding().category());
    }

    private Map<String, Object> facts(Review of, String category) {
        return Map.of("category", category == null ? "" : category, "platform", scene.of(of.caseNumber()).shop().platform(), "daysOld", scene.daysOld(of),
                "tries", (long) complaints.of(of.caseNumber()).size());
    }

    /** Until when a complaint is taken. */
    Instant until(String caseNumber, long windowDays) {
        Instant until = lock(caseNumber).writtenAt().plus(Duration.ofDays(windowDays));
        return until.isBefore(scene.now()) ? scene.now() : until;
    }

    /** What the table says of a category today; the text of its proof for a form. */
    Decided rule(Review of, String category) {
        return decisions.decide("review-complaint", facts(of, category));
    }

    /** Answers NONE, HAND or MACHINE. */
    String file(String caseNumber, boolean wanted, String category, String words, List<String> files, Who who) {
        Review of = lock(caseNumber);
        if (!wanted) {
            store.answer(of, "fileComplaint", "drop", words, who.login(), scene.now());
            log.told(of, "COMPLAINT_DROPPED", "不投诉", "No complaint is made", Map.of("by", who.login()));
            return "NONE";
        }
        List<UUID> proofs = proofs(caseNumber, files);
        check(of, category, words, proofs);
        int n = complaints.of(caseNumber).size() + 1;
        boolean byHand = ReviewScene.byHand(platforms, of, PlatformRequest.Kind.REPORT_REVIEW);
        complaints.insert(of.shop(), new JdbcReviewComplaints.Complaint("RC-" + caseNumber + "-" + n, caseNumber, n, category, words, proofs, byHand, null, null,
                who.login(), scene.now(), null, null, null));
        store.answer(of, "fileComplaint", category, words, who.login(), scene.now());
        log.told(of, "COMPLAINT_WRITTEN", "第 " + n + " 次投诉：" + ReviewWords.of(category, true), "Complaint " + n + ": " + ReviewWords.of(category, false),
                Map.of("category", category, "files", proofs.size(), "by", who.login()));
        return byHand ? "HAND" : "MACHINE";
    }

    private void check(Review of, String category, String words, List<UUID> proofs) {
        if (category == null || words == null) {
            throw Problem.invalid(category == null ? "category" : "text", "required", "请选择类别并写明说明", "Choose the category and write the text");
        }
        Decided rule = rule(of, category);
        if (!Boolean.TRUE.equals(rule.outputs().get("complaintOpen"))) {
            throw Problem.conflict("reviews.complaintClosed", Vocabulary.half(rule.text("complaintGround"), true), Vocabulary.half(rule.text("complaintGround"), false));
        }
        boolean patternSpeaks = of.pattern().equals(category);
        if (proofs.isEmpty() && !patternSpeaks) {
            throw Problem.invalid("evidence", "required", "投诉须附证据：" + Vocabulary.half(rule.text("complaintProof"), true),
                    "A complaint needs its proof: " + Vocabulary.half(rule.text("complaintProof"), false));
        }
    }

    private List<UUID> proofs(String caseNumber, List<String> files) {
        List<UUID> ids = files.stream().map(UUID::fromString).toList();
        if (!evidence.all(caseNumber, ids)) {
            throw Problem.invalid("evidence", "values", "证据须是本工单的文件", "Give files of this case");
        }
        return ids;
    }

    /** Hands the latest complaint to the platform; answers its number. */
    String send(String caseNumber) {
        JdbcReviewComplaints.Complaint latest = latest(caseNumber);
        Review of = lock(caseNumber);
        platforms.send(new PlatformRequest(latest.number(), caseNumber, of.shop(), PlatformRequest.Kind.REPORT_REVIEW, ReviewScene.matter(platforms, of).orElse(of.reviewId()), null, null,
                latest.category(), latest.words(), Map.of()));
        return latest.number();
    }

    /** A person laid it before the platform. */
    String filed(String caseNumber, String reference, String note, Who who) {
        JdbcReviewComplaints.Complaint latest = latest(caseNumber);
        Review of = lock(caseNumber);
        if (!latest.byHand()) {
            platforms.byHand(latest.number(), true, note == null ? "" : note);
        }
        complaints.said(latest.number(), reference, note);
        store.answer(of, "fileComplaintByHand", String.valueOf(reference), note, who.login(), scene.now());
        log.told(of, "COMPLAINT_FILED", "投诉已在卖家中心提交：" + String.valueOf(reference), "The complaint is filed in the seller's centre: " + reference, Map.of("number", latest.number()));
        return latest.number();
    }

    Date verdictBy(String caseNumber) {
        return scene.by(lock(caseNumber).shop(), "reviewVerdict");
    }

    /** Keeps a verdict once; answers UPHELD, AGAIN where one more complaint is possible, or REJECTED; empty for a verdict known before. */
    Optional<String> decided(String number, String verdict, String words) {
        JdbcReviewComplaints.Complaint of = complaints.find(number).orElseThrow(() -> Problem.notFound("complaint"));
        if (!complaints.decided(number, verdict, words, scene.now())) {
            return Optional.empty();
        }
        Review review = lock(of.caseNumber());
        log.told(review, "REVIEW_COMPLAINT_DECIDED", "平台结论：" + ReviewWords.of(verdict, true) + "。" + words, "The platform's verdict: " + ReviewWords.of(verdict, false) + ". " + words,
                Map.of("number", number, "verdict", verdict));
        boolean again = verdict.equals("REJECTED") && of.n() < MOST && Boolean.TRUE.equals(rule(review, of.category()).outputs().get("complaintOpen"));
        return Optional.of(verdict.equals("UPHELD") ? "UPHELD" : again ? "AGAIN" : "REJECTED");
    }

    /** The platform's word about one of our complaints; answers what the process hears, null where it goes on waiting. */
    Optional<String> answered(PlatformAnswered said) {
        if (complaints.find(said.number()).isEmpty()) {
            return Optional.empty();
        }
        complaints.said(said.number(), said.reference(), said.words().zh() + " / " + said.words().en());
        return switch (said.verdict()) {
            case NEEDS_PERSON -> Optional.of("BY_HAND");
            case REFUSED, CHANGED -> decided(said.number(), "REJECTED", said.words().zh() + " / " + said.words().en());
            default -> Optional.empty();
        };
    }

    Optional<JdbcReviewComplaints.Complaint> open(String shop, String matter) {
        return complaints.about(shop, matter);
    }

    JdbcReviewComplaints.Complaint latest(String caseNumber) {
        List<JdbcReviewComplaints.Complaint> all = complaints.of(caseNumber);
        if (all.isEmpty()) {
            throw Problem.notFound("complaint");
        }
        return all.get(all.size() - 1);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(String number) {
        return complaints.find(number).map(complaint -> Stream.concat(complaint.evidence().stream().map(id -> file(complaint.caseNumber(), id)),
                papers.copies(complaint.caseNumber()).stream()).toList()).orElse(List.of());
    }

    private Paper file(String caseNumber, UUID id) {
        Evidence.Item item = evidence.of(caseNumber).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        byte[] bytes = evidence.content(id);
        return new Paper(item.name(), item.type(), bytes, DigestUtils.sha256Hex(bytes), null);
    }

    private Review lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }
}
