package dev.afterflow.cases;

import dev.afterflow.notifications.Notifications;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.sla.Clocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Both sides of what is said, and the buyers who wait for an answer. */
@Component
@Transactional(readOnly = true)
class Talks {

    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 200;
    private static final Duration EVER = Duration.ofDays(3650);

    private final Cases cases;
    private final JdbcHeard heard;
    private final Notifications notifications;
    private final Clocks clocks;
    private final FirstResponse firstResponse;
    private final Timeline timeline;
    private final LiveNews news;
    private final Clock clock;

    Talks(Cases cases, JdbcHeard heard, Notifications notifications, Clocks clocks, FirstResponse firstResponse, Timeline timeline,
          LiveNews news, Clock clock) {
        this.cases = cases;
        this.heard = heard;
        this.notifications = notifications;
        this.clocks = clocks;
        this.firstResponse = firstResponse;
        this.timeline = timeline;
        this.news = news;
        this.clock = clock;
    }

    /** A buyer without an answer; {@code words} is what they said last. */
    record Open(String caseNumber, String shop, Case.Kind kind, Case.State state, String team, String orderId, String words,
                Instant since, Instant dueAt, boolean overdue) {
    }

    /** The nearest deadline first, and how many wait in all. */
    record Waiting(List<Open> items, int waiting, int overdue) {
    }

    /** Newest first. */
    List<Talk> of(String number, Who who) {
        Case of = cases.find(number);
        Instant now = clock.instant();
        return Stream.concat(heard.of(of.number()).stream().map(Talk::of),
                        notifications.of(of.number(), who).stream().map(said -> Talk.of(said, now)))
                .sorted(Comparator.comparing(Talk::at).reversed()).toList();
    }

    Waiting waiting(boolean overdueOnly, int limit) {
        Instant now = clock.instant();
        Instant ever = now.plus(EVER);
        List<Open> items = clocks.due(Clocks.FIRST_RESPONSE, overdueOnly ? now : ever, Math.max(1, Math.min(limit, MOST))).stream()
                .flatMap(running -> open(running, now).stream()).toList();
        return new Waiting(items, clocks.countDue(Clocks.FIRST_RESPONSE, ever), clocks.countDue(Clocks.FIRST_RESPONSE, now));
    }

    /** Says that a buyer needs no answer here, for instance because they were called. */
    @Transactional
    void settled(String number, String note) {
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw Problem.invalid("note", "length", "请写明原因，最多 " + LONGEST_NOTE + " 字", "Say why, in at most " + LONGEST_NOTE + " characters");
        }
        Case of = cases.find(number);
        firstResponse.answered(number);
        timeline.add(number, "CLOCK", "无需再回复：" + note, "No answer needed: " + note, Map.of("kind", Clocks.FIRST_RESPONSE));
        news.changed(of.shop(), number, "message");
    }

    private Optional<Open> open(Clocks.Running running, Instant now) {
        return cases.look(running.caseNumber()).map(of -> new Open(of.number(), of.shop(), of.kind(), of.state(), of.team(), of.orderId(),
                heard.of(of.number()).stream().filter(each -> each.from() == MessageRecipient.From.BUYER).findFirst()
                        .map(JdbcHeard.Heard::text).orElse(""),
                running.startedAt(), running.dueAt(), running.dueAt().isBefore(now)));
    }
}
