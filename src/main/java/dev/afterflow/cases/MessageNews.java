package dev.afterflow.cases;

import dev.afterflow.notifications.Notifications.Moved;
import dev.afterflow.sla.Clocks;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What became of messages and clocks, written where people look: on the case. */
@Component
class MessageNews {

    private record Words(String zh, String en) {
    }

    private static final Map<String, Words> MOVES = Map.of(
            "FAILED", new Words("消息无法送达：", "A message could not be delivered: "),
            "SKIPPED", new Words("消息未发送：", "A message was not sent: "),
            "BLOCKED", new Words("消息被守卫拦下：", "The guard kept a message back: "),
            "LEGAL_REVIEW", new Words("消息待法务审核：", "A message waits for legal: "),
            "NEW", new Words("法务放行了消息：", "Legal let a message go: "),
            "REFUSED", new Words("法务拒绝了消息：", "Legal refused a message: "));

    private final JdbcCases cases;
    private final Timeline timeline;
    private final FirstResponse firstResponse;
    private final LiveNews news;

    MessageNews(JdbcCases cases, Timeline timeline, FirstResponse firstResponse, LiveNews news) {
        this.cases = cases;
        this.timeline = timeline;
        this.firstResponse = firstResponse;
        this.news = news;
    }

    @EventListener
    void moved(Moved message) {
        if (cases.shopOf(message.caseNumber()).isEmpty()) {
            return;
        }
        Words words = MOVES.get(message.state());
        if (words != null) {
            timeline.add(message.caseNumber(), "MESSAGE", words.zh() + Objects.requireNonNullElse(message.noteZh(), ""),
                    words.en() + Objects.requireNonNullElse(message.noteEn(), ""),
                    Map.of("message", message.message(), "state", message.state()));
        }
        if (message.state().equals("NEW")) {
            firstResponse.answered(message.caseNumber());
        }
        news.changed(message.shop(), message.caseNumber(), "message");
    }

    @EventListener
    void broken(Clocks.Broken clock) {
        if (!clock.kind().equals(Clocks.FIRST_RESPONSE) || cases.shopOf(clock.caseNumber()).isEmpty()) {
            return;
        }
        timeline.add(clock.caseNumber(), "CLOCK", "买家来信超过时限未回复", "The buyer was not answered in time",
                Map.of("kind", clock.kind(), "dueAt", clock.dueAt().toString()));
        news.changed(clock.shop(), clock.caseNumber(), "overdue");
    }
}
