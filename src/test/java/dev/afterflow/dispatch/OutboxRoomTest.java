package dev.afterflow.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims on lanes of their own, which no courier of the application serves. */
@RoomTest
class OutboxRoomTest {

    private final String lane = "test/" + UUID.randomUUID();
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;

    @Test
    void anEffectIsOwedOnceHoweverOftenItIsPutDown() {
        outbox.put("test", lane, "ref" + lane, "shop-a");
        outbox.put("test", lane, "ref" + lane, "shop-a");

        assertThat(outbox.claim(lane, 10)).singleElement().satisfies(parcel -> assertThat(parcel.attempt()).isEqualTo(1));
        outbox.done("test", "ref" + lane);
        outbox.put("test", lane, "ref" + lane, "shop-a");
        assertThat(outbox.claim(lane, 10)).isEmpty();
    }

    @Test
    void aRowIsClaimedByOneOfManyAtOnce() throws Exception {
        for (int row = 0; row < 40; row++) {
            outbox.put("test", lane, lane + row, "shop-a");
        }
        Set<String> claimed = ConcurrentHashMap.newKeySet();
        Callable<Boolean> node = () -> {
            List<Parcel> mine = outbox.claim(lane, 3);
            while (!mine.isEmpty()) {
                mine.forEach(parcel -> assertThat(claimed.add(parcel.ref())).isTrue());
                mine = outbox.claim(lane, 3);
            }
            return true;
        };
        assertThat(AtOnce.all(List.of(node, node, node, node))).containsOnly(true);
        assertThat(claimed).hasSize(40);
    }

    @Test
    void anExpiredLeaseGoesToTheNextAndItsOldHolderMaySendNothing() {
        outbox.put("test", lane, lane, "shop-a");
        Parcel slow = outbox.claim(lane, 1).get(0);
        assertThat(outbox.stillMine(slow)).isTrue();

        lease("interval '14 seconds'");
        assertThat(outbox.stillMine(slow)).as("too little left for one call").isFalse();
        assertThat(outbox.claim(lane, 1)).as("but not yet over").isEmpty();

        lease("interval '-1 second'");
        Parcel next = outbox.claim(lane, 1).get(0);
        assertThat(outbox.stillMine(slow)).isFalse();
        assertThat(outbox.stillMine(next)).isTrue();
        outbox.giveBack(slow, "late");
        assertThat(outbox.stillMine(next)).as("a late holder takes nothing away").isTrue();
    }

    @Test
    void aPostponedRowWaitsAndAHurriedOneDoesNot() {
        outbox.put("test", lane, lane, "shop-a");
        outbox.claim(lane, 1);
        outbox.later("test", lane, Duration.ofHours(1), "not yet");
        assertThat(outbox.claim(lane, 1)).isEmpty();
        outbox.hurry("test", lane);
        assertThat(outbox.claim(lane, 1)).singleElement().satisfies(parcel -> assertThat(parcel.attempt()).isEqualTo(2));
    }

    @Test
    void aRowClosedTooEarlyIsOpenedAgain() {
        outbox.put("test", lane, lane, "shop-a");
        outbox.done("test", lane);
        outbox.ensure("test", lane, lane, "shop-a");
        assertThat(outbox.claim(lane, 1)).hasSize(1);
    }

    @Test
    void attemptsAreOnlyAddedTo() {
        outbox.note(new Parcel("test", lane, "shop-a", 1, "x"), Attempt.of("sending", "SENT"));
        assertThat(tx.<Integer>execute(status -> jdbc.sql("select count(*) from dispatch.attempt where ref = :ref").param("ref", lane)
            .query(Integer.class).single())).isEqualTo(1);
        assertThatThrownBy(() -> tx.executeWithoutResult(status ->
            jdbc.sql("update dispatch.attempt set outcome = 'FINE' where ref = :ref").param("ref", lane).update()))
            .hasRootCauseMessage("ERROR: permission denied for table attempt");
    }

    private void lease(String fromNow) {
        tx.executeWithoutResult(status -> jdbc.sql("update dispatch.outbox set lease_until = now() + " + fromNow + " where lane = :lane")
            .param("lane", lane).update());
    }
}
