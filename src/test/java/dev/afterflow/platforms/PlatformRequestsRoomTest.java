package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A request is written by one who read it as it stands, however many carry it. */
@RoomTest
class PlatformRequestsRoomTest {

    @Autowired
    JdbcPlatformRequests requests;
    @Autowired
    TransactionTemplate tx;

    @Test
    void onlyOneOfTwoWhoReadARequestBeginsIt() {
        String number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        PlatformRequest request = new PlatformRequest(number, "C-1", "lanting", Kind.MESSAGE, "1", null, null, null, "words", Map.of());
        tx.executeWithoutResult(status -> requests.add(request, "taobao", JdbcPlatformRequests.State.NEW, null));
        JdbcPlatformRequests.Row read = tx.execute(status -> requests.find(number)).orElseThrow();
        assertThat(booked(() -> requests.takenAlong(number))).isTrue();
        assertThat(booked(() -> requests.begin(read))).isFalse();
        JdbcPlatformRequests.Row tried = tx.execute(status -> requests.find(number)).orElseThrow();
        assertThat(booked(() -> requests.begin(tried))).isTrue();
        assertThat(booked(() -> requests.begin(tried))).isFalse();
    }

    @Test
    void theSameNumberTwiceIsOneRequest() {
        String number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        PlatformRequest request = new PlatformRequest(number, "C-1", "lanting", Kind.MESSAGE, "1", null, null, null, "words", Map.of());
        assertThat(booked(() -> requests.add(request, "taobao", JdbcPlatformRequests.State.NEW, null))).isTrue();
        assertThat(booked(() -> requests.add(request, "taobao", JdbcPlatformRequests.State.NEW, null))).isFalse();
    }

    private boolean booked(BooleanSupplier work) {
        return Boolean.TRUE.equals(tx.execute(status -> work.getAsBoolean()));
    }
}
