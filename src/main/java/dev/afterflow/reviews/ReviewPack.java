package dev.afterflow.reviews;

import dev.afterflow.cases.Evidence;
import dev.afterflow.prints.Bundle;
import dev.afterflow.prints.Print;
import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of a complaint for whoever lays it before the platform: what we say as a PDF, its proof, what was frozen, and all hashes, in one ZIP. */
@Component
@Transactional(readOnly = true)
class ReviewPack {

    static final String PDF = "complaint.pdf";
    private static final Set<String> DRAWN = Set.of("image/jpeg", "image/png");

    private final JdbcBadReviews store;
    private final JdbcReviewComplaints complaints;
    private final ReviewPapers papers;
    private final ReviewScene scene;
    private final Evidence evidence;

    ReviewPack(JdbcBadReviews store, JdbcReviewComplaints complaints, ReviewPapers papers, ReviewScene scene, Evidence evidence) {
        this.store = store;
        this.complaints = complaints;
        this.papers = papers;
        this.scene = scene;
        this.evidence = evidence;
    }

    private record Proof(String type, Bundle.File file) {
    }

    /** The pack of a case's n-th complaint; 404 where there is none. */
    byte[] zip(String caseNumber, int n) {
        Review review = store.find(caseNumber).orElseThrow(() -> Problem.notFound("review"));
        JdbcReviewComplaints.Complaint of = complaints.of(caseNumber).stream().filter(each -> each.n() == n).findFirst().orElseThrow(() -> Problem.notFound("complaint"));
        List<Proof> proofs = proofs(of);
        List<Bundle.File> frozen = papers.copies(caseNumber).stream().map(paper -> new Bundle.File("frozen-" + paper.name(), paper.content())).toList();
        List<Bundle.File> files = new ArrayList<>(proofs.stream().map(Proof::file).toList());
        files.addAll(frozen);
        files.add(0, new Bundle.File(PDF, pdf(review, of, proofs, List.copyOf(files))));
        return Bundle.zip(files);
    }

    private List<Proof> proofs(JdbcReviewComplaints.Complaint of) {
        List<Proof> proofs = new ArrayList<>();
        for (Evidence.Item item : evidence.of(of.caseNumber()).stream().filter(item -> of.evidence().contains(item.id())).toList()) {
            proofs.add(new Proof(item.type(), new Bundle.File("%02d-%s".formatted(proofs.size() + 1, item.name()), evidence.content(item.id()))));
        }
        return proofs;
    }

    private byte[] pdf(Review review, JdbcReviewComplaints.Complaint of, List<Proof> proofs, List<Bundle.File> files) {
        boolean chinese = scene.of(of.caseNumber()).shop().language().startsWith("zh");
        List<Print.Section> sections = new ArrayList<>();
        sections.add(Print.Section.of(chinese ? "评价" : "The review", (chinese ? "订单 " : "Order ") + review.orderId() + "  " + ReviewFreezing.stars(review, chinese) + "  "
                + scene.day(review.shop(), review.writtenAt()) + "\n" + (review.words() == null ? "-" : review.words())));
        sections.add(Print.Section.of((chinese ? "投诉类别：" : "Category: ") + ReviewWords.of(of.category(), chinese), of.words()));
        if (review.patternWords() != null && !review.patternWords().isBlank()) {
            sections.add(Print.Section.of(chinese ? "买家评价规律" : "How this buyer reviews", Vocabulary.half(review.patternWords(), chinese)));
        }
        sections.add(Print.Section.of(chinese ? "文件清单与哈希（SHA-256）" : "Files and hashes (SHA-256)",
                files.stream().map(file -> file.name() + "\n" + DigestUtils.sha256Hex(file.content())).collect(Collectors.joining("\n"))));
        proofs.stream().filter(proof -> DRAWN.contains(proof.type()))
                .forEach(proof -> sections.add(new Print.Section(proof.file().name(), null, proof.file().content(), proof.file().name())));
        return Print.of((chinese ? "投诉材料：" : "Complaint: ") + of.number(), sections);
    }
}
