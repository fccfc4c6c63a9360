package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class QueueRoomTest extends DeskBench {

    @Autowired
    Queues queues;
    @Autowired
    PromiseSweep promises;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient sql;

    @Test
    void aTaskStandsOnTheListWithItsCaseInAFewWords() {
        String number = trial.begin(shop);
        WorkItem item = hands.only(number);
        assertThat(item.titleZh()).isEqualTo("核对");
        assertThat(item.titleEn()).isEqualTo("Check it");
        assertThat(item.team()).isEqualTo("returns-desk");
        assertThat(item.shop()).isEqualTo(shop);
        assertThat(item.amount().minor()).isEqualTo(12950);
        assertThat(item.priority()).isEqualTo(60);
        assertThat(item.dueAt()).isAfter(Instant.now());
        assertThat(Hands.as(lin, () -> queues.counts()).get("team")).isEqualTo(new Queues.Count(1, false));
        assertThat(Hands.as(lin, () -> queues.counts()).get("all")).isEqualTo(new Queues.Count(1, false));
    }

    @Test
    void pagesStayWholeWhileRowsComeAndGo() {
        Instant base = Instant.now().plus(Duration.ofDays(3));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(trial.begin(shop, base.plus(Duration.ofMinutes(i * 10L))));
        }
        for (Sort sort : Sort.values()) {
            List<String> seen = new ArrayList<>();
            Queues.Page page = Hands.as(lin, () -> queues.page(View.TEAM, sort, Filter.NONE, null, 3));
            page.items().forEach(item -> seen.add(item.caseNumber()));
            String before = trial.begin(shop, base.minus(Duration.ofHours(1)));
            while (page.next() != null) {
                String next = page.next();
                page = Hands.as(lin, () -> queues.page(View.TEAM, sort, Filter.NONE, next, 3));
                page.items().forEach(item -> seen.add(item.caseNumber()));
            }
            assertThat(seen).as(sort.name()).doesNotHaveDuplicates().containsSubsequence(numbers);
            hands.pass(lin, hands.only(before));
        }
    }

    @Test
    void aLateTaskIsMarkedAndRaisedOnce() {
        String late = trial.begin(shop, Instant.now().minus(Duration.ofMinutes(1)));
        String soon = trial.begin(shop, Instant.now().plus(Duration.ofMinutes(30)));
        promises.sweep();
        promises.sweep();
        assertThat(hands.only(late).overdue()).isTrue();
        assertThat(hands.only(late).escalated()).isTrue();
        assertThat(hands.only(late).priority()).isEqualTo(80);
        assertThat(hands.only(soon).dueSoon()).isTrue();
        Map<String, Queues.Count> counts = Hands.as(lin, () -> queues.counts());
        assertThat(counts.get("due").count()).isEqualTo(1);
        assertThat(counts.get("overdue").count()).isEqualTo(1);
        tasks.escalate(soon, "checkTrial");
        tasks.escalate(soon, "checkTrial");
        assertThat(hands.only(soon).priority()).isEqualTo(80);
    }

    @Test
    void aCancelledProcessTakesItsTaskOffTheList() {
        String number = trial.begin(shop);
        String instance = sql.sql("select id_ from act_ru_execution where business_key_ = :number and parent_id_ is null")
                .param("number", number).query(String.class).single();
        runtime.deleteProcessInstance(instance, "withdrawn", true);
        assertThat(hands.everywhere(() -> desk.ofCase(number))).isEmpty();
    }
}
