package dev.afterflow.cases;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Said;
import dev.afterflow.notifications.Verdict;
import java.time.Instant;
import java.util.Map;

/**
 * One message of a case, in either direction, as people see it.
 *
 * @param state RECEIVED; QUEUED, WAITING (until an hour that is allowed), SENT, HELD (by legal), REFUSED, BLOCKED, SKIPPED, FAILED
 * @param from BUYER, PLATFORM, AGENT or HOUSE (a text the product sent by itself)
 * @param waitingUntil when a WAITING one goes
 * @param noteZh why it did not go, or what legal said
 */
record Talk(String id, Direction direction, String state, String from, String template, String subject, String text, Instant at,
            Instant sentAt, Instant waitingUntil, String channel, Author author, Verdict verdict, String noteZh, String noteEn,
            String decidedBy) {

    /** Which way it goes. */
    enum Direction { IN, OUT }

    /** The person who wrote or chose it. */
    record Author(Long id, String name) {
    }

    private static final Map<String, String> STATES = Map.of("NEW", "QUEUED", "LEGAL_REVIEW", "HELD");

    static Talk of(JdbcHeard.Heard heard) {
        return new Talk(heard.messageId(), Direction.IN, "RECEIVED", heard.from().name(), null, null, heard.text(), heard.heardAt(),
                heard.sentAt(), null, null, null, null, null, null, null);
    }

    static Talk of(Said said, Instant now) {
        boolean waits = said.state().equals("NEW") && said.waitingUntil() != null && said.waitingUntil().isAfter(now);
        return new Talk(said.id(), Direction.OUT, waits ? "WAITING" : STATES.getOrDefault(said.state(), said.state()),
                said.authorId() == null ? "HOUSE" : "AGENT", Message.TYPED.equals(said.template()) ? null : said.template(),
                said.subject(), said.text(), said.createdAt(), said.state().equals("SENT") ? said.endedAt() : null,
                waits ? said.waitingUntil() : null, said.channel(),
                said.authorId() == null ? null : new Author(said.authorId(), said.authorName()), said.verdict(), said.noteZh(),
                said.noteEn(), said.decidedBy());
    }
}
