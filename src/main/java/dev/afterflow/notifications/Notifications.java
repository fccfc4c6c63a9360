package dev.afterflow.notifications;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.notifications.Verdict.Outcome;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages for buyers in the caller's transaction and delivers them afterwards, each at most once and none past the
 * guard: what crosses a red line is kept with its verdict and never sent.
 */
@Service
@Transactional
public class Notifications {

    private static final Pattern STOP = Pattern.compile("^(?:td|t|退订|取消订阅|unsubscribe|stop)(?:回复)?$"
        + "|(?:不要|别|请勿|停止)(?:再)?(?:给我|向我)?(?:联系|打扰|骚扰|发消息|发短信|打电话|催).{0,6}|stopcontactingme|stopmessagingme|donotcontactme");

    private final JdbcMessages messages;
    private final JdbcSaid said;
    private final JdbcContacts contacts;
    private final ContactRules rules;
    private final Outbox outbox;
    private final Audit audit;

    Notifications(JdbcMessages messages, JdbcSaid said, JdbcContacts contacts, ContactRules rules, Outbox outbox, Audit audit) {
        this.messages = messages;
        this.said = said;
        this.contacts = contacts;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Something a buyer may want to hear of, or not. */
    public enum Topic { REVIEW, MARKETING }

    /** Tells a text of the house; the guard reads it when it leaves. */
    public void tell(Message message) {
        String key = MessageKey.of(message);
        if (messages.write(key, message, message.about().reviewId() != null)) {
            outbox.put(NotifyCourier.KIND, key, message.shop());
        }
    }

    /** The verdict a typed message would get now; no message is kept, though the flow's history notes the decision asked. */
    public Verdict preview(Message typed) {
        return rules.judge(MessageKey.of(typed), typed, text(typed));
    }

    /**
     * Takes a message typed by a person: queued, waiting for legal, or blocked and only kept. The same key answers with the
     * same message; 409 if it was used for other words.
     */
    public Said say(Message typed, Who who) {
        String key = MessageKey.of(typed);
        contacts.alone(typed.shop(), typed.to().orderId());
        if (!messages.write(key, typed, ContactRules.aboutReview(typed, text(typed)))) {
            return said.find(key).filter(known -> text(typed).equals(known.text())).orElseThrow(() ->
                Problem.conflict("notifications.keyUsed", "此幂等键已用于另一条消息", "The key was used for another message"));
        }
        said.author(key, who);
        Verdict verdict = rules.judge(key, typed, text(typed));
        said.judged(key, state(verdict.outcome()), verdict);
        if (verdict.outcome() == Outcome.ALLOW) {
            outbox.put(NotifyCourier.KIND, key, typed.shop());
        }
        audit.record(typed.shop(), "MESSAGE_" + state(verdict.outcome()), "case", typed.caseNumber(), Map.of("message", key,
            "lines", verdict.findings().stream().map(finding -> finding.line().name()).distinct().toList()));
        return said.find(key).orElseThrow();
    }

    /** The messages of a case, newest first; those kept back only for who wrote them and who answers for the team. */
    @Transactional(readOnly = true)
    public List<Said> of(String caseNumber, Who who) {
        boolean leads = who.is(Role.LEAD, Role.SUPERVISOR, Role.LEGAL, Role.MANAGER);
        return said.of(caseNumber).stream().filter(message -> leads || List.of("NEW", "SENT", "SKIPPED").contains(message.state())
            || message.authorId() == null || message.authorId() == who.id()).toList();
    }

    /** Keeps whether a buyer wants contact about reviews, or agreed to marketing. */
    public void wish(String shop, String buyerId, Topic topic, boolean allowed) {
        contacts.wish(shop, buyerId, topic.name(), allowed);
        audit.record(shop, allowed ? "CONTACT_ALLOWED" : "CONTACT_REFUSED", "buyer", buyerId, Map.of("topic", topic.name()));
    }

    /** Listens to a buyer's own words: who asks to be left alone is, about reviews and marketing. */
    public void heard(String shop, String buyerId, String words) {
        if (buyerId != null && STOP.matcher(PlainText.of(words).whole()).find()) {
            List.of(Topic.values()).forEach(topic -> wish(shop, buyerId, topic, false));
        }
    }

    private static String text(Message typed) {
        return typed.words().getOrDefault("text", "");
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "NEW";
            case LEGAL_REVIEW -> "LEGAL_REVIEW";
            case BLOCK -> "BLOCKED";
        };
    }
}
