package dev.afterflow.notifications;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.notifications.Templates.Text;
import dev.afterflow.notifications.Verdict.Outcome;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Instant;
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
    private final Templates templates;
    private final DeskTemplates desk;
    private final Schedule schedule;
    private final MarketplaceChannel marketplace;
    private final Outbox outbox;
    private final Audit audit;

    Notifications(JdbcMessages messages, JdbcSaid said, JdbcContacts contacts, ContactRules rules, Templates templates,
            DeskTemplates desk, Schedule schedule, MarketplaceChannel marketplace, Outbox outbox, Audit audit) {
        this.messages = messages;
        this.said = said;
        this.contacts = contacts;
        this.rules = rules;
        this.templates = templates;
        this.desk = desk;
        this.schedule = schedule;
        this.marketplace = marketplace;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Something a buyer may want to hear of, or not. */
    public enum Topic { REVIEW, MARKETING }

    /** How a message would go; {@code channel} is null if none reaches the buyer, {@code sendAt} for at once, {@code capped} if it may. */
    public record Preview(Verdict verdict, String subject, String text, String channel, Instant sendAt, Cap capped) {
    }

    /** The buyer was told enough: {@code limit} is day or week, {@code most} its number, {@code until} when there is room again. */
    public record Cap(String limit, int most, Instant until) {
    }

    /** A text an agent may choose; words with a null value are still open and stand in braces. */
    public record Form(String template, String titleZh, String titleEn, String language, String subject, String text, List<Word> words) {

        /** A word of the text. */
        public record Word(String name, String labelZh, String labelEn, String value) {
        }
    }

    /** What became of a message: sent, failed, kept back, or let go or refused by legal; told in the same transaction. */
    public record Moved(String caseNumber, String shop, String message, String state, String noteZh, String noteEn) {
    }

    /** Tells a text of the house; the guard reads it when it leaves. */
    public void tell(Message message) {
        String key = MessageKey.of(message);
        if (messages.write(key, message, message.about().reviewId() != null)) {
            outbox.put(NotifyCourier.KIND, key, message.shop());
        }
    }

    /** How a message of a person would fare now; no message is kept, though the flow's history notes the decision asked. */
    public Preview preview(Message draft) {
        Text text = text(draft);
        marketplace.demandFits(draft, draft.typed() ? text.body() : text.whole());
        Verdict verdict = rules.judgeWritten(MessageKey.of(draft), draft, text.whole());
        Schedule.Plan plan = schedule.of(draft, verdict);
        return new Preview(verdict, draft.typed() ? null : text.subject(), text.body(), plan.channel(), plan.sendAt(), plan.cap());
    }

    /**
     * Takes a message a person typed or chose: queued, waiting for legal, or blocked and only kept. The same key answers with
     * the same message; 409 if it was used for other words.
     */
    public Said say(Message draft, Who who) {
        String key = MessageKey.of(draft);
        Text text = text(draft);
        marketplace.demandFits(draft, draft.typed() ? text.body() : text.whole());
        contacts.alone(draft.shop(), draft.to().orderId());
        if (!messages.write(key, draft, ContactRules.aboutReview(draft, text.body()))) {
            return said.find(key).filter(known -> text.body().equals(known.text())).orElseThrow(() ->
                Problem.conflict("notifications.keyUsed", "此幂等键已用于另一条消息", "The key was used for another message"));
        }
        said.author(key, who);
        Verdict verdict = rules.judgeWritten(key, draft, text.whole());
        said.judged(key, state(verdict.outcome()), verdict);
        if (verdict.outcome() == Outcome.ALLOW) {
            queue(key, draft, verdict);
        }
        audit.record(draft.shop(), "MESSAGE_" + state(verdict.outcome()), "case", draft.caseNumber(), Map.of("message", key,
            "lines", verdict.findings().stream().map(finding -> finding.line().name()).distinct().toList()));
        return said.find(key).orElseThrow();
    }

    private void queue(String key, Message draft, Verdict verdict) {
        Instant sendAt = schedule.of(draft, verdict).sendAt();
        if (sendAt != null) {
            messages.waits(key, sendAt);
        }
        outbox.put(NotifyCourier.KIND, key, draft.shop());
    }

    /** The texts an agent of a shop may choose in a language, with the words that are known filled in. */
    @Transactional(readOnly = true)
    public List<Form> forms(String shop, String language, Map<String, String> known) {
        return desk.all(shop, language, known);
    }

    /** The messages of a case, newest first; those kept back only for who wrote them and who answers for the team. */
    @Transactional(readOnly = true)
    public List<Said> of(String caseNumber, Who who) {
        boolean leads = who.is(Role.LEAD, Role.SUPERVISOR, Role.LEGAL, Role.MANAGER);
        return said.of(caseNumber).stream().filter(message -> leads || List.of("NEW", "SENT", "SKIPPED", "FAILED").contains(message.state())
            || message.authorId() == null || message.authorId() == who.id()).toList();
    }

    /** Keeps whether a buyer wants contact about reviews, or agreed to marketing. */
    public void wish(String shop, String buyerId, Topic topic, boolean allowed) {
        contacts.wish(shop, buyerId, topic.name(), allowed);
        audit.record(shop, allowed ? "CONTACT_ALLOWED" : "CONTACT_REFUSED", "buyer", buyerId, Map.of("topic", topic.name()));
    }

    /** Whether a buyer may be written to about a topic: about reviews unless they refused, with marketing only if they agreed. */
    @Transactional(readOnly = true)
    public boolean wants(String shop, String buyerId, Topic topic) {
        return contacts.allows(shop, buyerId, topic.name(), topic == Topic.REVIEW);
    }

    /** Listens to a buyer's own words: who asks to be left alone is, about reviews and marketing. True if they asked that. */
    public boolean heard(String shop, String buyerId, String words) {
        boolean stop = STOP.matcher(PlainText.of(words).whole()).find();
        if (buyerId != null && stop) {
            List.of(Topic.values()).forEach(topic -> wish(shop, buyerId, topic, false));
        }
        return stop;
    }

    private Text text(Message draft) {
        if (draft.typed()) {
            return new Text("", draft.words().getOrDefault("text", ""));
        }
        return desk.has(draft.template()) ? templates.text(draft).orElseThrow() : unknown();
    }

    private static Text unknown() {
        throw Problem.invalid("template", "oneOf", "没有这个模板", "There is no such template");
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> "NEW";
            case LEGAL_REVIEW -> "LEGAL_REVIEW";
            case BLOCK -> "BLOCKED";
        };
    }
}
