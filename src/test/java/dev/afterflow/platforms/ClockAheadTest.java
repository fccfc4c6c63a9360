package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterflow.connections.Outbound;
import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A machine whose clock was a day ahead for a while speaks to its marketplaces again as soon as the clock is right. */
class ClockAheadTest {

    private static final Taobao ACCOUNT = new Taobao("lanting", "http://127.0.0.1:1", "21000001", "secret", "session", null, true, "md5", null);
    private static final int QUESTIONS = 8;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final Clock clock = new Clock() {
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
    };
    private final PlatformSettings settings = new PlatformSettings(null, null, Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(30),
            Duration.ofSeconds(60), 10);
    private final Outbound outbound = mock(Outbound.class);
    private final MarketCircuits circuits = new MarketCircuits(outbound, settings, clock);
    private final TopCalls calls = new TopCalls(circuits, mock(TopPermissions.class), settings, JsonMapper.shared(), clock);

    @BeforeEach
    void everythingIsAnswered() throws Exception {
        when(outbound.call(any(), any(), any(), any(), anyInt())).thenReturn(new Heard(200, Map.of(), "{\"trade_get_response\":{}}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void callsThatWereCountedAheadOfTimeHoldNothingUp() throws Exception {
        now = now.plus(Duration.ofDays(1));
        for (int call = 0; call < QUESTIONS; call++) {
            ask();
        }
        assertThatThrownBy(this::ask).isInstanceOf(Away.class).hasMessage(MarketCircuits.PACE);
        now = now.minus(Duration.ofDays(1));
        for (int call = 0; call < QUESTIONS; call++) {
            ask();
        }
        assertThatThrownBy(this::ask).as("and the pace is kept by the clock that is right").isInstanceOf(Away.class);
    }

    @Test
    void aPauseThatWasToldAheadOfTimeIsOver() throws Exception {
        now = now.plus(Duration.ofDays(1));
        circuits.still(ACCOUNT.circuit(), Duration.ofSeconds(60));
        assertThatThrownBy(this::reach).isInstanceOf(Away.class).hasMessage(MarketCircuits.PACE);
        now = now.minus(Duration.ofDays(1));
        assertThat(reach().status()).isEqualTo(200);
        circuits.still(ACCOUNT.circuit(), Duration.ofSeconds(5));
        assertThatThrownBy(this::reach).as("and a new one counts").isInstanceOf(Away.class);
        now = now.plusSeconds(5);
        assertThat(reach().status()).isEqualTo(200);
    }

    @Test
    void pointsThatWereLeftAheadOfTimeAreNotWaitedFor() throws Exception {
        when(outbound.call(any(), any(), any(), any(), anyInt())).thenReturn(new Heard(200, Map.of(), """
                {"data":{},"extensions":{"cost":{"requestedQueryCost":100,"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":10,"restoreRate":50}}}}"""
                .getBytes(StandardCharsets.UTF_8)));
        ShopifyCalls shopify = new ShopifyCalls(circuits, JsonMapper.shared(), clock);
        now = now.plus(Duration.ofDays(1));
        ShopifyAccounts.Shopify account = new ShopifyAccounts.Shopify("norte", "http://127.0.0.1:1", "token", "secret", null);
        shopify.ask(account, "order", "{}", Map.of());
        assertThatThrownBy(() -> shopify.ask(account, "order", "{}", Map.of())).isInstanceOf(Away.class).hasMessage(MarketCircuits.PACE);
        now = now.minus(Duration.ofDays(1));
        shopify.ask(account, "order", "{}", Map.of());
        assertThatThrownBy(() -> shopify.ask(account, "order", "{}", Map.of())).as("and what is left now counts").isInstanceOf(Away.class);
    }

    /** Two threads read the clock in one order and count in the other. */
    @Test
    void aCallCountedAMomentAheadIsACallStill() throws Exception {
        for (int call = 0; call < QUESTIONS; call++) {
            ask();
        }
        now = now.minusMillis(50);
        assertThatThrownBy(this::ask).isInstanceOf(Away.class).hasMessage(MarketCircuits.PACE);
    }

    @Test
    void ofTwoPausesToldAtOnceTheLongerHolds() throws Exception {
        circuits.still(ACCOUNT.circuit(), Duration.ofSeconds(60));
        now = now.minusMillis(50);
        circuits.still(ACCOUNT.circuit(), Duration.ofSeconds(1));
        now = now.plusSeconds(30);
        assertThatThrownBy(this::reach).isInstanceOf(Away.class).hasMessage(MarketCircuits.PACE);
    }

    private void ask() throws Exception {
        calls.call(ACCOUNT, "taobao.trade.get", Map.of("tid", "1"));
    }

    private Heard reach() throws Away {
        return circuits.reach(ACCOUNT.circuit(), "POST", URI.create(ACCOUNT.url()), Map.of(), new byte[0]);
    }
}
