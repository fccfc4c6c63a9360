package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Kuaidi100 takes only so many calls about work orders at once; a clock that was ahead for a while must not silence us for as long as it was. */
class KuaidiPaceTest {

    private static final CarrierAccounts.Kuaidi ACCOUNT = new CarrierAccounts.Kuaidi("http://127.0.0.1:1", "http://127.0.0.1:1", "C", "key", "secret", Map.of());
    private static final int MOST = 90;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final KuaidiCalls calls = new KuaidiCalls(mock(CarrierCircuits.class), JsonMapper.shared(), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void callsThatWereCountedAheadOfTimeHoldNothingUp() throws Exception {
        now = now.plus(Duration.ofDays(1));
        asMuchAsMayBe();
        now = now.minus(Duration.ofDays(1));
        asMuchAsMayBe();
    }

    private void asMuchAsMayBe() throws Exception {
        for (int call = 0; call < MOST; call++) {
            ask();
        }
        assertThatThrownBy(this::ask).isInstanceOf(CarrierCircuits.Closed.class).hasMessage(KuaidiCalls.PACE);
    }

    private void ask() throws Exception {
        calls.workOrder(ACCOUNT, "kuaidi/lanting", "query", null, Map.of("a", 1));
    }
}
