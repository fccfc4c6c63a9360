package dev.afterflow.notifications;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.Templates.Text;
import dev.afterflow.notifications.Verdict.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers one message by mail or by the marketplace's chat; what may not be told is kept and shown as skipped. */
@Component
class NotifyCourier implements Courier {

    static final String KIND = "notify";

    private final JdbcMessages messages;
    private final JdbcSaid said;
    private final ContactRules rules;
    private final Templates templates;
    private final MailChannel mail;
    private final MarketplaceChannel marketplace;
    private final QuietHours quiet;
    private final NotificationSettings settings;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    NotifyCourier(JdbcMessages messages, JdbcSaid said, ContactRules rules, Templates templates, MailChannel mail,
            MarketplaceChannel marketplace, QuietHours quiet, NotificationSettings settings, Outbox outbox, TransactionTemplate tx) {
        this.messages = messages;
        this.said = said;
        this.rules = rules;
        this.templates = templates;
        this.mail = mail;
        this.marketplace = marketplace;
        this.quiet = quiet;
        this.settings = settings;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void carry(Parcel parcel) {
        JdbcMessages.Stored stored = tx.execute(status -> messages.find(parcel.ref()));
        Message message = stored.message();
        Optional<Text> text = templates.text(message);
        if (!stored.open()) {
            outbox.done(KIND, parcel.ref());
        } else if (text.isEmpty()) {
            end(parcel, "SKIPPED", null, "no such template");
        } else if (tx.execute(status -> messages.toldToday(message.shop(), message.to().buyerId())) >= settings.daily()) {
            end(parcel, "SKIPPED", null, "the buyer was told enough today");
        } else {
            guarded(parcel, stored, text.get());
        }
    }

    /** Nothing leaves but through here: judged again at the moment of sending. */
    private void guarded(Parcel parcel, JdbcMessages.Stored stored, Text text) {
        Message message = stored.message();
        Verdict verdict = tx.execute(status -> rules.judge(parcel.ref(), message, text.subject() + "\n" + text.body()));
        if (verdict.outcome() == Outcome.BLOCK) {
            hold(parcel, "BLOCKED", verdict);
        } else if (verdict.outcome() == Outcome.LEGAL_REVIEW && !stored.letGo()) {
            hold(parcel, "LEGAL_REVIEW", verdict);
        } else if (verdict.notBefore() != null) {
            outbox.later(KIND, parcel.ref(), verdict.notBefore(), "hours for contact about a review");
        } else {
            deliver(parcel, message, text);
        }
    }

    private void hold(Parcel parcel, String state, Verdict verdict) {
        tx.executeWithoutResult(status -> {
            said.judged(parcel.ref(), state, verdict);
            outbox.done(KIND, parcel.ref());
        });
    }

    private void deliver(Parcel parcel, Message message, Text text) {
        Duration wait = mail.reaches(message) ? quiet.left(message.shop()) : Duration.ZERO;
        if (!wait.isZero()) {
            outbox.later(KIND, parcel.ref(), wait, "quiet hours");
        } else if (mail.reaches(message)) {
            if (announced(parcel)) {
                mail.send(message, text);
                end(parcel, "SENT", "mail", null);
            }
        } else if (!marketplace.isOpen()) {
            end(parcel, "SKIPPED", null, "no channel reaches the buyer");
        } else if (announced(parcel)) {
            marketplace.send(parcel.ref(), message, text);
            end(parcel, "SENT", "marketplace", null);
        }
    }

    private boolean announced(Parcel parcel) {
        boolean mine = outbox.stillMine(parcel);
        if (mine) {
            outbox.note(parcel, Attempt.of("sending", "SENT"));
        }
        return mine;
    }

    private void end(Parcel parcel, String state, String channel, String note) {
        tx.executeWithoutResult(status -> {
            messages.end(parcel.ref(), state, channel, note);
            outbox.done(KIND, parcel.ref());
        });
    }
}
