package dev.afterflow.notifications;

import dev.afterflow.notifications.Verdict.Finding;
import dev.afterflow.notifications.Verdict.Outcome;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How often, when and whom: contact about a review, and commercial messages (G4, G15, G18). */
@Component
class ContactRules {

    /** Contacts about a review an order may see, and the hours for them in the shop's zone: the house's numbers, not the law's. */
    static final int MOST = 2;
    static final LocalTime FROM = LocalTime.of(9, 0);
    static final LocalTime UNTIL = LocalTime.of(20, 0);
    private static final Set<String> FROM_THE_CASE = Set.of("orderId", "caseNumber", "amount", "goods");
    private static final Pattern ABOUT_REVIEW = Pattern.compile("(?:欢迎|请|邀请|期待|麻烦|方便|如实|诚邀).{0,12}(?:评价|评论|打分|评分|晒单|追评)"
        + "|(?:leave|write|share|rate|post).{0,12}(?:review|feedback|rating)");

    private final JdbcContacts contacts;
    private final MessageGuard guard;
    private final Shops shops;
    private final Clock clock;

    ContactRules(JdbcContacts contacts, MessageGuard guard, Shops shops, Clock clock) {
        this.contacts = contacts;
        this.guard = guard;
        this.shops = shops;
        this.clock = clock;
    }

    /** The whole verdict on a message that is about to leave; {@code key} is its own, so that it is not counted against itself. */
    Verdict judge(String key, Message message, String text) {
        return judged(key, message, text, message.typed() ? text : "");
    }

    /** The verdict on what a person wrote, or on a template they chose and the words they put in it. */
    Verdict judgeWritten(String key, Message message, String text) {
        return judged(key, message, text, message.typed() ? text : filledIn(message));
    }

    /** The words of a template that a person filled in; the others come from the case. */
    private static String filledIn(Message message) {
        return message.words().entrySet().stream().filter(word -> !FROM_THE_CASE.contains(word.getKey()))
            .map(Map.Entry::getValue).collect(Collectors.joining("\n"));
    }

    private Verdict judged(String key, Message message, String text, String own) {
        boolean consent = contacts.allows(message.shop(), message.to().buyerId(), "MARKETING", false);
        List<Finding> findings = guard.judge(text, own, message.about(), consent);
        if (message.about().marketing() && !consent) {
            findings.add(Finding.of(RedLine.G15, Outcome.BLOCK, "MARKETING"));
        }
        boolean review = aboutReview(message, text);
        if (review) {
            contact(key, message, findings);
        }
        return Verdict.of(findings, review ? later(message.shop()) : null);
    }

    /** Linked to a review, or asking for one. */
    static boolean aboutReview(Message message, String text) {
        return message.about().reviewId() != null || ABOUT_REVIEW.matcher(PlainText.of(text).whole()).find();
    }

    private void contact(String key, Message message, List<Finding> findings) {
        if (!contacts.allows(message.shop(), message.to().buyerId(), "REVIEW", true)) {
            findings.add(Finding.of(RedLine.G18, Outcome.BLOCK, "UNSUBSCRIBED"));
        }
        if (contacts.aboutReviews(message.shop(), message.to().orderId(), key) >= MOST) {
            findings.add(Finding.of(RedLine.G4, Outcome.BLOCK, "CONTACTS > " + MOST));
        }
    }

    private Instant later(String shop) {
        return later(ZonedDateTime.now(clock.withZone(ZoneId.of(shops.find(shop).orElseThrow().timeZone()))));
    }

    /** The next moment in which a buyer may be written to about a review; null when that is now. */
    static Instant later(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        if (!time.isBefore(FROM) && time.isBefore(UNTIL)) {
            return null;
        }
        ZonedDateTime opening = now.with(FROM);
        return (opening.isAfter(now) ? opening : opening.plusDays(1)).toInstant();
    }
}
