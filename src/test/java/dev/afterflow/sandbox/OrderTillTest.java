package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The demo's orders are paid through every provider there is. */
class OrderTillTest {

    private static final Instant OPENING = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void nearlyAFifthOfTheDemoShopsOrdersWerePaidWithWechatPay() {
        assertThat(through("wechat", DemoOrders.madeFor(OPENING))).isEqualTo(18);
    }

    @Test
    void abroadPeopleAlsoPayByCardAndNeverByWechatPay() {
        ManyOrders verde = new ManyOrders(Storefront.VERDE, OPENING);
        List<Map<String, Object>> orders = IntStream.rangeClosed(1, 60).mapToObj(verde::ofHistory).toList();
        assertThat(through("stripe", orders)).isBetween(5L, 10L);
        assertThat(through("wechat", orders)).isZero();
        assertThat(orders.toString()).contains("provider=stripe", "method=card");
    }

    private static long through(String provider, List<Map<String, Object>> orders) {
        return orders.stream().filter(order -> order.get("payments").toString().contains("provider=" + provider)).count();
    }
}
