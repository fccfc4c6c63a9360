package dev.afterflow.notifications;

import dev.afterflow.notifications.Notifications.Cap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** By which channel a message goes, when at the earliest, and whether its buyer was told enough. */
@Component
class Schedule {

    private final JdbcMessages messages;
    private final SmsChannel sms;
    private final MailChannel mail;
    private final MarketplaceChannel marketplace;
    private final QuietHours quiet;
    private final ContactLimits limits;
    private final NotificationSettings settings;
    private final Clock clock;

    Schedule(JdbcMessages messages, SmsChannel sms, MailChannel mail, MarketplaceChannel marketplace, QuietHours quiet, ContactLimits limits,
            NotificationSettings settings, Clock clock) {
        this.messages = messages;
        this.sms = sms;
        this.mail = mail;
        this.marketplace = marketplace;
        this.quiet = quiet;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code channel} is null when none reaches the buyer, {@code sendAt} is null for at once, {@code cap} when there is none. */
    record Plan(String channel, Instant sendAt, Cap cap) {
    }

    Plan of(Message message, Verdict verdict) {
        String channel = marketplace.line(message).isPresent() ? "marketplace" : sms.reaches(message) ? "sms" : mail.reaches(message) ? "mail" : marketplace.isOpen() ? "marketplace" : null;
        boolean rings = "sms".equals(channel) || "mail".equals(channel);
        Instant sendAt = later(verdict.notBefore(), rings ? quietEnd(message.shop()) : null);
        return new Plan(channel, sendAt, message.urges() && !message.about().answers() ? cap(message) : null);
    }

    boolean tooLate(Message message) {
        Instant notAfter = message.about().notAfter();
        return notAfter != null && clock.instant().isAfter(notAfter);
    }

    /** Tried for so long that it will not be tried again. */
    boolean givenUp(JdbcMessages.Stored stored) {
        return stored.createdAt().plus(settings.patience()).isBefore(clock.instant());
    }

    private Cap cap(Message message) {
        ContactLimits.Limits most = limits.of(message.shop());
        JdbcMessages.Full full = messages.full(message.shop(), message.to().buyerId(), most.daily(), most.weekly());
        if (full.day() != null) {
            return new Cap("day", most.daily(), full.day().plus(Duration.ofDays(1)));
        }
        return full.week() == null ? null : new Cap("week", most.weekly(), full.week().plus(Duration.ofDays(7)));
    }

    private Instant quietEnd(String shop) {
        Duration left = quiet.left(shop);
        return left.isZero() ? null : clock.instant().plus(left);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }
}
