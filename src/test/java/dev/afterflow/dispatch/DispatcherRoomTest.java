package dev.afterflow.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A dispatcher of the test's own, with couriers and lanes of its own. */
@RoomTest
class DispatcherRoomTest {

    private static final DispatchSettings SETTINGS =
        new DispatchSettings(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(200), 4, false);

    private final String name = "test-" + UUID.randomUUID();
    private final Set<String> carried = ConcurrentHashMap.newKeySet();
    private final CountDownLatch released = new CountDownLatch(1);
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    private Dispatcher dispatcher;

    @AfterEach
    void stop() {
        released.countDown();
        dispatcher.stop();
    }

    @Test
    void onePoisonedRowStopsNoOther() {
        start(courier(name, parcel -> {
            if (parcel.ref().endsWith("/poison")) {
                throw new IllegalStateException("poison");
            }
        }));
        outbox.put(name, name + "/poison", "shop-a");
        for (int row = 0; row < 20; row++) {
            outbox.put(name, name + "/" + row, "shop-a");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> carried.size() == 20);
        assertThat(error(name + "/poison")).isEqualTo("IllegalStateException");
    }

    @Test
    void aSlowPartnerHoldsUpOnlyItsOwnLane() {
        start(courier(name + "-slow", parcel -> waitForRelease()), courier(name, parcel -> { }));
        for (int row = 0; row < 10; row++) {
            outbox.put(name + "-slow", name + "/slow" + row, "shop-a");
        }
        outbox.put(name, name + "/quick", "shop-a");

        await().atMost(Duration.ofSeconds(20)).until(() -> carried.contains(name + "/quick"));
        assertThat(carried).noneMatch(ref -> ref.contains("/slow"));
        assertThat(claimed(name + "-slow")).isLessThanOrEqualTo(SETTINGS.width());
    }

    @Test
    void backOffGrowsToHalfAnHourAndNeverEnds() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 500).stream().map(BackOff::longest).map(Duration::toSeconds))
            .containsExactly(2L, 5L, 15L, 60L, 300L, 600L, 1200L, 1800L, 1800L, 1800L);
        for (int draw = 0; draw < 200; draw++) {
            assertThat(BackOff.after(3)).isBetween(Duration.ZERO, Duration.ofSeconds(15));
        }
        dispatcher = new Dispatcher(outbox, SETTINGS, new Bell(new CrashPoint()), new CrashPoint(), List.of());
        dispatcher.start();
    }

    private void start(Courier... couriers) {
        dispatcher = new Dispatcher(outbox, SETTINGS, new Bell(new CrashPoint()), new CrashPoint(), List.of(couriers));
        dispatcher.start();
    }

    private Courier courier(String kind, Consumer<Parcel> work) {
        return new Courier() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void carry(Parcel parcel) {
                work.accept(parcel);
                carried.add(parcel.ref());
                outbox.done(kind, parcel.ref());
            }
        };
    }

    private void waitForRelease() {
        try {
            if (!released.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
            throw new IllegalStateException("released");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String error(String ref) {
        return tx.execute(status -> jdbc.sql("select last_error from dispatch.outbox where ref = :ref").param("ref", ref)
            .query(String.class).single());
    }

    private int claimed(String kind) {
        return tx.execute(status -> jdbc.sql("select count(*) from dispatch.outbox where kind = :kind and lease_until > now()")
            .param("kind", kind).query(Integer.class).single());
    }
}
