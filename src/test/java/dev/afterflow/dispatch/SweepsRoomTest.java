package dev.afterflow.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes by later and tidies up: events nobody finished, rows long done, the switch that stops everything. */
@RoomTest
class SweepsRoomTest {

    private final String word = "w" + UUID.randomUUID();
    @Autowired
    private EventSweep events;
    @Autowired
    private Parrot parrot;
    @Autowired
    private OutboxArchive archive;
    @Autowired
    private Freeze freeze;
    @Autowired
    private Outbox outbox;
    @Autowired
    private ApplicationEventPublisher publisher;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;

    @Test
    void anEventNobodyFinishedIsDeliveredAgain() {
        missed("3 minutes");
        events.everyMinute();
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.said(word));
    }

    /** Found by the fault run: after a crash of the database an event stood as being processed, and nobody told it again. */
    @Test
    void anEventWhoseNodeDiedWhileItWasToldIsDeliveredAgain() {
        missed("3 minutes");
        jdbc.sql("""
            update dispatch.event_publication set status = 'PROCESSING', last_resubmission_date = publication_date
            where serialized_event like :word""").param("word", "%" + word + "%").update();
        events.everyMinute();
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.said(word));
    }

    @Test
    void anEventOfANodeWhoseClockWasADayAheadIsDeliveredToday() {
        missed("-20 hours");
        events.everyMinute();
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.said(word));
    }

    /** The registry looks at no failed event's age by itself: one that failed this moment was told again by whoever came by. */
    @Test
    void anEventThatFailedThisMomentIsLeftInPeaceForAWhile() {
        missed("0 seconds");
        String later = word.replace('w', 'v');
        missed(later, "3 minutes");
        events.everyMinute();
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.said(later));
        assertThat(parrot.said(word)).isFalse();
        assertThat(open()).isEqualTo(1);
        forget();
    }

    @Test
    void whatIsDeadForADayAndWhatFailedOftenStandInNobodysWay() {
        missed("3 minutes");
        others(250, "30 hours", 1);
        others(250, "20 hours", 9);
        events.everyMinute();
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.said(word));
        forget();
    }

    @Test
    void anEventOlderThanADayIsLeftAlone() {
        missed("25 hours");
        events.everyMinute();
        assertThat(open()).isEqualTo(1);
        assertThat(parrot.said(word)).isFalse();
        forget();
    }

    @Test
    void rowsLongDoneAreArchived() {
        outbox.put("test", word, word, "shop-a");
        outbox.done("test", word);
        tx.executeWithoutResult(status -> jdbc.sql("update dispatch.outbox set done_at = now() - interval '31 days' where ref = :ref")
            .param("ref", word).update());

        archive.everyDay();

        assertThat(rows("dispatch.outbox")).isZero();
        assertThat(rows("dispatch.outbox_archive")).isEqualTo(1);
    }

    @Test
    void whileFrozenNothingIsClaimed() {
        outbox.put("test", word, word, "shop-a");
        tx.executeWithoutResult(status -> {
            freeze.freeze("restored from a backup", "test");
            assertThat(outbox.claim(word, 1)).isEmpty();
            assertThat(freeze.state().frozen()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(outbox.claim(word, 1)).hasSize(1);
    }

    private void missed(String ago) {
        missed(word, ago);
    }

    private void missed(String word, String ago) {
        tx.executeWithoutResult(status -> publisher.publishEvent(new Parrot.Word(word)));
        await().atMost(Duration.ofSeconds(20)).until(() -> parrot.missed(word));
        await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("""
            update dispatch.event_publication set publication_date = publication_date - :ago::interval,
                   last_resubmission_date = last_resubmission_date - :ago::interval
            where serialized_event like :word and status = 'FAILED'""")
            .param("ago", ago).param("word", "%" + word + "%").update() == 1);
    }

    /** So many more like this one, each with a word of its own, that failed so long ago and were tried so often. */
    private void others(int many, String ago, int tries) {
        jdbc.sql("""
            insert into dispatch.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts, last_resubmission_date)
            select gen_random_uuid(), listener_id, event_type, replace(serialized_event, :word, :plain || :word || '-' || :tries || '-' || n), now() - :ago::interval,
                   'FAILED', :tries, now() - :ago::interval
              from dispatch.event_publication, generate_series(1, :many) n where serialized_event like '%"' || :word || '"%'""")
            .param("word", word).param("plain", Parrot.PLAIN).param("many", many).param("ago", ago).param("tries", tries).update();
    }

    private void forget() {
        jdbc.sql("delete from dispatch.event_publication where serialized_event like :word").param("word", "%" + word + "%").update();
    }

    private int open() {
        return jdbc.sql("select count(*) from dispatch.event_publication where serialized_event like :word")
            .param("word", "%" + word + "%").query(Integer.class).single();
    }

    private int rows(String table) {
        return tx.execute(status -> jdbc.sql("select count(*) from " + table + " where ref = :ref").param("ref", word)
            .query(Integer.class).single());
    }
}
