package dev.afterflow.reviews;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.notifications.Verdict;
import dev.afterflow.orders.Order;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one public answer: in the platform's window, at most 500 characters, read by the guard before it is kept. */
@Component
@Transactional
class ReviewReply {

    /** Taobao, Tmall: at most 500 Chinese characters; elsewhere the same, as nothing longer is known to be taken. [A][TOP-EXPL] [P] */
    static final int LONGEST = 500;

    private final JdbcBadReviews store;
    private final ReviewScene scene;
    private final ReviewLog log;
    private final Notifications notifications;
    private final Platforms platforms;

    ReviewReply(JdbcBadReviews store, ReviewScene scene, ReviewLog log, Notifications notifications, Platforms platforms) {
        this.store = store;
        this.scene = scene;
        this.log = log;
        this.notifications = notifications;
        this.platforms = platforms;
    }

    /** Until when it can be answered; empty after the window, an appended review or an answer of ours. [A][TOP-EXPL] */
    Optional<Instant> window(String caseNumber) {
        Review of = lock(caseNumber);
        store.state(caseNumber, Review.State.ANALYSED);
        return open(of);
    }

    Optional<Instant> open(Review of) {
        Instant until = scene.until(of.shop(), "replyReview", of.writtenAt());
        boolean open = scene.now().isBefore(until) && of.appendedAt() == null && of.answeredAt() == null && !"DONE".equals(of.reply().state());
        return open ? Optional.of(until) : Optional.empty();
    }

    /** Keeps what will be said; answers HAND, MACHINE or NONE. */
    String write(String caseNumber, String answer, String text, Who who) {
        Review of = lock(caseNumber);
        if (answer.equals("none")) {
            store.reply(caseNumber, null, null, "NONE");
            store.answer(of, "writeReply", "none", text, who.login(), scene.now());
            return "NONE";
        }
        if (text == null || text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.invalid("text", "length", "请写回复，至多 " + LONGEST + " 字", "Write the reply, at most " + LONGEST + " characters");
        }
        if (open(of).isEmpty()) {
            throw Problem.conflict("reviews.windowClosed", "回复窗口已过，或买家已追评", "The window is closed, or the buyer has appended to the review");
        }
        judge(of, text, who);
        store.reply(caseNumber, number(of), text, "WRITTEN");
        store.answer(of, "writeReply", "reply", text, who.login(), scene.now());
        log.told(of, "REPLY_WRITTEN", "公开回复已写好：" + text, "The public reply is written: " + text, Map.of("by", who.login()));
        return ReviewScene.byHand(platforms, of, PlatformRequest.Kind.REPLY_REVIEW) ? "HAND" : "MACHINE";
    }

    /** What crosses a red line is never posted; what legal should see takes somebody who answers for it. */
    private void judge(Review of, String text, Who who) {
        Verdict verdict = notifications.preview(new Message(of.shop(), of.caseNumber(), Message.TYPED, scene.of(of.caseNumber()).language(),
                new Message.Recipient(of.buyerId() == null ? "order:" + of.orderId() : of.buyerId(), of.orderId(), null), Map.of("text", text), "reply",
                new Message.About(null, false, false, secrets(of)))).verdict();
        boolean stopped = verdict.outcome() == Verdict.Outcome.BLOCK
                || verdict.outcome() == Verdict.Outcome.LEGAL_REVIEW && !who.is(Role.LEGAL, Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
        if (stopped) {
            Verdict.Finding first = verdict.findings().get(0);
            throw Problem.invalid("text", "guard." + first.line().name(), first.reasonZh() + "。" + first.insteadZh(), first.reasonEn() + ". " + first.insteadEn());
        }
    }

    private Set<String> secrets(Review of) {
        Order order = scene.of(of.caseNumber()).order();
        if (order == null || order.buyer() == null) {
            return Set.of();
        }
        return Stream.of(order.buyer().name(), order.buyer().phone(), order.buyer().address() == null ? null : order.buyer().address().street())
                .filter(secret -> secret != null && !secret.isBlank()).collect(Collectors.toSet());
    }

    /** Hands the reply to the platform, in the engine's own transaction; answers its number. */
    String post(String caseNumber) {
        Review of = lock(caseNumber);
        store.reply(caseNumber, of.reply().number(), of.reply().text(), "SENT");
        platforms.send(new PlatformRequest(of.reply().number(), caseNumber, of.shop(), PlatformRequest.Kind.REPLY_REVIEW, ReviewScene.matter(platforms, of).orElse(of.reviewId()), null, null, null,
                of.reply().text(), Map.of()));
        return of.reply().number();
    }

    /** The platform's word about the reply; answers the review, empty if it is no reply of ours. */
    Optional<Review> answered(PlatformAnswered said) {
        Optional<Review> of = store.replyOf(said.number());
        of.ifPresent(review -> settle(review, said.verdict() == PlatformAnswered.Verdict.DONE ? "DONE"
                : said.verdict() == PlatformAnswered.Verdict.NEEDS_PERSON ? "SENT" : "REFUSED", said.words().zh() + " / " + said.words().en()));
        return of;
    }

    /** A person posted it in the seller's centre, or could not; what is known to be there or not by then stays known. */
    void byHand(String caseNumber, boolean done, String note, Who who) {
        Review of = lock(caseNumber);
        store.answer(of, "postReplyByHand", done ? "done" : "not", note, who.login(), scene.now());
        if ("SENT".equals(of.reply().state())) {
            platforms.byHand(of.reply().number(), done, note == null ? "" : note);
        }
        settle(of, done ? "DONE" : "REFUSED", note);
    }

    /** Told once: the marketplace's receipt of what a person said says nothing new. */
    private void settle(Review of, String state, String words) {
        if (of.reply().over()) {
            return;
        }
        store.replied(of.caseNumber(), state, words, state.equals("DONE") ? scene.now() : null);
        if (!state.equals("SENT")) {
            log.told(of, state.equals("DONE") ? "REPLY_POSTED" : "REPLY_REFUSED", state.equals("DONE") ? "已公开回复" : "公开回复没有发出：" + Vocabulary.half(words, true),
                    state.equals("DONE") ? "Answered in public" : "The reply was not posted: " + Vocabulary.half(words, false), Map.of("number", String.valueOf(of.reply().number())));
        }
    }

    private static String number(Review of) {
        return "RV-" + of.caseNumber();
    }

    private Review lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }
}
