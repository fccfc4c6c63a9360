package dev.afterflow.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Order.Payment;
import dev.afterflow.orders.Order.Shipment;
import dev.afterflow.orders.Order.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an order's money has reached the shop. */
class OrderTest {

    private static final Instant THEN = Instant.parse("2026-11-01T02:00:00Z");
    private static final Payment PAID = new Payment("P1", "alipay", "alipay", new Money(9_900, "CNY"), THEN);
    private static final Payment UNTOLD = new Payment("P2", "alipay", "alipay", new Money(5_000, "CNY"), null);
    private static final Payment DOOR = new Payment("P3", "cod", "cod", new Money(20_000, "CNY"), null);

    @Test
    void aPaymentToldAsPaidCountsWhereverTheOrderStands() {
        assertThat(order(State.CREATED, null, List.of(), PAID, UNTOLD).received()).containsExactly(PAID);
        assertThat(order(State.CANCELLED, null, List.of(), PAID).captured().minor()).isEqualTo(9_900);
    }

    @Test
    void aPaymentWithoutItsTimeCountsOnceTheOrderIsPaid() {
        assertThat(order(State.CREATED, null, List.of(), UNTOLD).captured().minor()).isZero();
        assertThat(order(State.CANCELLED, null, List.of(), UNTOLD).captured().minor()).isZero();
        assertThat(order(State.CANCELLED, THEN, List.of(), UNTOLD).captured().minor()).isEqualTo(5_000);
        assertThat(order(State.SHIPPED, null, List.of(), UNTOLD, PAID).captured().minor()).isEqualTo(14_900);
    }

    @Test
    void whatIsPaidAtTheDoorCountsOnceEveryParcelWasHandedOver() {
        Shipment here = parcel("S1", THEN);
        Shipment away = parcel("S2", null);

        assertThat(order(State.PAID, THEN, List.of(), DOOR, PAID).received()).as("only the deposit").containsExactly(PAID);
        assertThat(order(State.SHIPPED, null, List.of(here, away), DOOR).captured().minor()).isZero();
        assertThat(order(State.SHIPPED, null, List.of(here), DOOR).captured().minor()).isEqualTo(20_000);
        assertThat(order(State.FINISHED, null, List.of(), DOOR).captured().minor()).isEqualTo(20_000);
        assertThat(order(State.CREATED, null, List.of(), DOOR).paid().minor()).as("owed, not here").isEqualTo(20_000);
    }

    private static Shipment parcel(String id, Instant deliveredAt) {
        return new Shipment(id, "sf", "SF" + id, THEN, null, deliveredAt, List.of());
    }

    private static Order order(State state, Instant paidAt, List<Shipment> shipments, Payment... payments) {
        return new Order("lotus", "O-1", "1", state, "CNY", THEN, paidAt, null, null, true, new Money(0, "CNY"), null, List.of(),
                List.of(payments), shipments, null);
    }
}
