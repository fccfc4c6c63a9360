package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.payments.Chargebacks.Moved;
import dev.afterflow.providers.CardDisputes.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What a bank takes back becomes a case of its order by itself, once. */
@RoomTest
@RecordApplicationEvents
class ChargebackLettersRoomTest extends Marketplace {

    private static final Instant DUE = Instant.parse("2026-12-14T00:00:00Z");

    @Autowired
    private ApplicationEventPublisher publisher;
    @Autowired
    private TransactionTemplate tx;

    @Test
    void aChargebackOpensACaseOfTheOrderItsPaymentBelongsTo() {
        shop.order("CB-1", "cb-1");
        told("dp_1" + shop.id, "PAY-CB-1", Status.NEEDS_RESPONSE);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(openOf(shop, "CB-1")).hasSize(1));
        Case made = only("CB-1");
        assertThat(made.kind()).isEqualTo(Case.Kind.DISPUTE);
        assertThat(made.askedRemedy()).isEqualTo("CHARGEBACK");
        assertThat(made.reasonCode()).isEqualTo("product_not_received");
        assertThat(made.platformDeadline()).isEqualTo(DUE);
        assertThat(made.askedAmount()).isEqualTo(new Money(17_950, "CNY"));

        told("dp_1" + shop.id, "PAY-CB-1", Status.NEEDS_RESPONSE);
        told("dp_2" + shop.id, "PAY-nobodys", Status.INQUIRY);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(openOf(shop, "PAY-nobodys")).hasSize(1));
        assertThat(only("PAY-nobodys").askedRemedy()).isEqualTo("INQUIRY");
        assertThat(openOf(shop, "CB-1")).hasSize(1);
    }

    private void told(String id, String payment, Status status) {
        Chargeback now = new Chargeback(shop.id, "sandbox", id, payment, "ch_1", status, status.name().toLowerCase(), "product_not_received", "13.1",
                new Money(17_950, "CNY"), DUE, false, 0, Instant.parse("2026-11-30T00:00:00Z"));
        tx.executeWithoutResult(open -> publisher.publishEvent(new Moved(now, null)));
    }
}
