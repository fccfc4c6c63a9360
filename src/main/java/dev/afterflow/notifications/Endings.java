package dev.afterflow.notifications;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.notifications.JdbcMessages.Stored;
import dev.afterflow.notifications.Notifications.Moved;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what became of a message and tells the rooms above what a person should see. */
@Component
@Transactional
class Endings {

    /** A text of the house that went or was left out needs nobody; one that failed or was kept back does. */
    private static final Set<String> QUIET = Set.of("SENT", "SKIPPED");

    private final JdbcMessages messages;
    private final JdbcSaid said;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Endings(JdbcMessages messages, JdbcSaid said, Outbox outbox, ApplicationEventPublisher events) {
        this.messages = messages;
        this.said = said;
        this.outbox = outbox;
        this.events = events;
    }

    void end(Parcel parcel, Stored stored, String state, String channel, String note) {
        messages.end(parcel.ref(), state, channel, note);
        outbox.done(NotifyCourier.KIND, parcel.ref());
        tell(parcel, stored, state, Note.of(note));
    }

    void hold(Parcel parcel, Stored stored, String state, Verdict verdict) {
        said.judged(parcel.ref(), state, verdict);
        outbox.done(NotifyCourier.KIND, parcel.ref());
        Verdict.Finding first = verdict.findings().get(0);
        tell(parcel, stored, state, new Note(first.reasonZh(), first.reasonEn()));
    }

    private void tell(Parcel parcel, Stored stored, String state, Note note) {
        if (stored.authored() || !QUIET.contains(state)) {
            Message message = stored.message();
            events.publishEvent(new Moved(message.caseNumber(), message.shop(), parcel.ref(), state, note.zh(), note.en()));
        }
    }
}
