package dev.afterflow.notifications;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.JdbcMessages.Stored;
import dev.afterflow.notifications.Templates.Text;
import dev.afterflow.notifications.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers one message by SMS, by mail or by the marketplace's chat; what may not or cannot be told is kept and shown. */
@Component
class NotifyCourier implements Courier {

    static final String KIND = "notify";
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration HUMAN_PACE = Duration.ofMinutes(10);

    private final JdbcMessages messages;
    private final Endings endings;
    private final ContactRules rules;
    private final Templates templates;
    private final Schedule schedule;
    private final SmsChannel sms;
    private final MailChannel mail;
    private final MarketplaceChannel marketplace;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    NotifyCourier(JdbcMessages messages, Endings endings, ContactRules rules, Templates templates, Schedule schedule, SmsChannel sms, MailChannel mail,
            MarketplaceChannel marketplace, Outbox outbox, TransactionTemplate tx) {
        this.messages = messages;
        this.endings = endings;
        this.rules = rules;
        this.templates = templates;
        this.schedule = schedule;
        this.sms = sms;
        this.mail = mail;
        this.marketplace = marketplace;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Now(Stored stored, Optional<MarketLine.Handed> handed) {
    }

    @Override
    public void carry(Parcel parcel) {
        Now now = tx.execute(status -> new Now(messages.find(parcel.ref()), marketplace.standing(parcel.ref())));
        Stored stored = now.stored();
        Optional<Text> text = templates.text(stored.message());
        if (!stored.open()) {
            outbox.done(KIND, parcel.ref());
        } else if (now.handed().isPresent()) {
            follow(parcel, stored, now.handed().get());
        } else if (text.isEmpty()) {
            endings.end(parcel, stored, "SKIPPED", null, Note.NO_TEMPLATE);
        } else if (schedule.tooLate(stored.message())) {
            endings.end(parcel, stored, "SKIPPED", null, Note.TOO_LATE);
        } else {
            guarded(parcel, stored, text.get());
        }
    }

    /** It is with the marketplace, and goes no other way whatever comes of it. */
    private void follow(Parcel parcel, Stored stored, MarketLine.Handed handed) {
        switch (handed.state()) {
            case UNDER_WAY -> outbox.later(KIND, parcel.ref(), SOON, "with the marketplace");
            case WITH_PERSON -> outbox.later(KIND, parcel.ref(), HUMAN_PACE, "a person writes it at the marketplace");
            case TAKEN -> endings.end(parcel, stored, "SENT", "marketplace", null);
            case REFUSED -> endings.end(parcel, stored, "FAILED", "marketplace", Note.MARKET_LINE + handed.zh() + " / " + handed.en());
        }
    }

    /** Nothing leaves but through here: judged again at the moment of sending. */
    private void guarded(Parcel parcel, Stored stored, Text text) {
        Verdict verdict = tx.execute(status -> rules.judge(parcel.ref(), stored.message(),
            stored.message().typed() ? text.body() : text.whole()));
        if (verdict.outcome() == Outcome.BLOCK) {
            endings.hold(parcel, stored, "BLOCKED", verdict);
        } else if (verdict.outcome() == Outcome.LEGAL_REVIEW && !stored.letGo()) {
            endings.hold(parcel, stored, "LEGAL_REVIEW", verdict);
        } else {
            planned(parcel, stored, text, tx.execute(status -> schedule.of(stored.message(), verdict)));
        }
    }

    private void planned(Parcel parcel, Stored stored, Text text, Schedule.Plan plan) {
        if (plan.cap() != null) {
            endings.end(parcel, stored, "SKIPPED", null, Note.CAP + plan.cap().limit());
        } else if (plan.channel() == null) {
            endings.end(parcel, stored, "SKIPPED", null, Note.NO_CHANNEL);
        } else if (plan.sendAt() != null) {
            waits(parcel, plan.sendAt());
        } else if (announced(parcel) && !handed(parcel, stored.message(), text)) {
            deliver(parcel, stored, text, plan.channel());
        }
    }

    /** True when a marketplace's own line has it now. */
    private boolean handed(Parcel parcel, Message message, Text text) {
        return message.byPerson() && Boolean.TRUE.equals(tx.execute(status -> {
            Optional<MarketLine> line = marketplace.line(message);
            line.ifPresent(found -> {
                found.hand(parcel.ref(), message.caseNumber(), message.shop(), message.to().orderId(), message.typed() ? text.body() : text.whole());
                outbox.later(KIND, parcel.ref(), SOON, "with the marketplace");
            });
            return line.isPresent();
        }));
    }

    private void waits(Parcel parcel, Instant until) {
        tx.executeWithoutResult(status -> {
            messages.waits(parcel.ref(), until);
            outbox.later(KIND, parcel.ref(), until, "not at this hour");
        });
    }

    /** What a repeat cannot mend ends here and is shown; anything else is thrown and tried again, as long as our patience lasts. */
    private void deliver(Parcel parcel, Stored stored, Text text, String channel) {
        try {
            send(parcel, stored.message(), text, channel);
        } catch (Undeliverable refused) {
            endings.end(parcel, stored, "FAILED", channel, refused.reason());
            return;
        } catch (RuntimeException perhapsLater) {
            if (!schedule.givenUp(stored)) {
                throw perhapsLater;
            }
            endings.end(parcel, stored, "FAILED", channel, Note.GAVE_UP);
            return;
        }
        endings.end(parcel, stored, "SENT", channel, null);
    }

    private void send(Parcel parcel, Message message, Text text, String channel) {
        switch (channel) {
            case "sms" -> sms.send(parcel.ref(), parcel.attempt() > 1, message);
            case "mail" -> mail.send(parcel.ref(), message, text);
            default -> marketplace.send(parcel.ref(), message, text);
        }
    }

    private boolean announced(Parcel parcel) {
        boolean mine = outbox.stillMine(parcel);
        if (mine) {
            outbox.note(parcel, Attempt.of("sending", "SENT"));
        }
        return mine;
    }
}
