package dev.afterflow.notes;

import dev.afterflow.cases.Case;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls people on: what is told to one person about a case stands in their own list until they have looked. */
@Service
@Transactional
public class Mentions {

    private final JdbcMentions store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mentions(JdbcMentions store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Why somebody is called on: by a note, for a task handed over, by an answer, since a question is overdue or withdrawn. */
    public enum Reason { NOTE, HANDED, ANSWER, OVERDUE, WITHDRAWN }

    /** A person was called on; told after commit, again until every listener has taken it. */
    public record Called(long person, String shop, String caseNumber, long mention, String reason) {
    }

    /** Somebody noted something on a case; told in the transaction of the note. */
    public record Noted(String shop, String caseNumber) {
    }

    /**
     * One call as its list shows it.
     *
     * @param noteId the note it stands in, else null
     * @param taskId the task it is about, else null
     */
    public record Mention(long id, String caseNumber, String shop, Reason reason, Long noteId, String taskId, String wordsZh,
                          String wordsEn, String byName, Instant at, boolean read) {
    }

    /** Calls a person on about a case, in the caller's transaction; who acts themselves is not called. */
    public void call(long person, Case about, Reason reason, String taskId, String zh, String en) {
        call(person, about, reason, null, taskId, zh, en);
    }

    void call(long person, Case about, Reason reason, Long noteId, String taskId, String zh, String en) {
        Who by = Who.ifAny().orElse(Who.SYSTEM);
        if (by.id() == person) {
            return;
        }
        Mention call = new Mention(0, about.number(), about.shop(), reason, noteId, taskId, zh, en, by.name(), clock.instant(), false);
        long id = store.insert(person, call);
        events.publishEvent(new Called(person, about.shop(), about.number(), id, reason.name()));
    }
}
