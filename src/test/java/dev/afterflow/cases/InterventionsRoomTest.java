package dev.afterflow.cases;

import static dev.afterflow.cases.ShopFloor.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.cases.RequestChanged.Change;
import dev.afterflow.intake.Receipt;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The marketplace steps in and decides: said with the request or as a dispute of its own, never lost, told once. */
@RoomTest
@RecordApplicationEvents
class InterventionsRoomTest extends Marketplace {

    @Test
    void thePlatformStepsIntoARequestAndDecidesIt() {
        shop.order("P-1", "pb-1");
        shop.request("R-1", FIRST, "P-1", "REFUND_ONLY", "OPEN");
        String number = only("P-1").number();
        taken(platform("R-1", "2026-11-22T01:00:00Z", "P-1", "\"step\":\"STEPPED_IN\",\"deadline\":\"2026-11-25T01:00:00Z\",\"words\":\"请举证\""));
        assertThat(cases.intervention(number)).get().isEqualTo(
                new Cases.Intervention(Instant.parse("2026-11-25T01:00:00Z"), null, null, "请举证"));

        String verdict = "\"step\":\"DECIDED\",\"verdict\":\"BUYER\",\"paid\":{\"minor\":12950,\"currency\":\"CNY\"}";
        taken(platform("R-1", "2026-11-23T01:00:00Z", "P-1", verdict));
        platform("R-1", "2026-11-22T02:00:00Z", "P-1", "\"step\":\"STEPPED_IN\"");

        assertThat(cases.intervention(number)).get().isEqualTo(
                new Cases.Intervention(Instant.parse("2026-11-25T01:00:00Z"), true, new Money(12950, "CNY"), "请举证"));
        assertThat(told(number)).containsExactly(Change.PLATFORM_STEPPED_IN, Change.PLATFORM_DECIDED);
    }

    @Test
    void anInterventionToldAsADisputeBelongsToTheRequestsCase() {
        shop.order("P-2", "pb-2");
        shop.request("R-2", FIRST, "P-2", "REFUND_ONLY", "OPEN");
        taken(dispute("D-2", "P-2", "1", ""));
        assertThat(openOf(shop, "P-2")).hasSize(1);
        taken(dispute("D-2", "P-2", "2", ",\"platform\":{\"step\":\"DECIDED\",\"verdict\":\"SELLER\"}"));

        assertThat(told(only("P-2").number())).containsExactly(Change.PLATFORM_STEPPED_IN, Change.PLATFORM_DECIDED);
        assertThat(cases.intervention(only("P-2").number())).get().extracting(Cases.Intervention::forBuyer).isEqualTo(false);
    }

    @Test
    void aboutACaseThatIsClosedTheInterventionOpensItsOwn() {
        shop.order("P-3", "pb-3");
        shop.request("R-3", FIRST, "P-3", "REFUND_ONLY", "OPEN");
        cases.close(only("P-3").number(), "REFUSED");
        taken(platform("R-3", "2026-11-22T01:00:00Z", "P-3", "\"step\":\"STEPPED_IN\",\"deadline\":\"2026-11-25T01:00:00Z\""));

        assertThat(only("P-3").kind()).isEqualTo(Case.Kind.DISPUTE);
        assertThat(only("P-3").platformDeadline()).isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
    }

    @Test
    void aVerdictSaysForWhomAndWhatWasPaid() {
        shop.order("P-4", "pb-4");
        for (String word : List.of("\"step\":\"DECIDED\"", "\"step\":\"DECIDED\",\"verdict\":\"BUYER\"",
                "\"step\":\"STEPPED_IN\",\"verdict\":\"SELLER\"", "\"step\":\"WON\"")) {
            Receipt receipt = platform("R-4", "2026-11-22T01:00:00Z", "P-4", word);
            assertThat(receipt.rejected()).as(word).isEqualTo(1);
            assertThat(receipt.rows().get(0).faults()).as(word).isNotEmpty();
        }
    }

    private List<Change> told(String number) {
        return events.stream(RequestChanged.class).filter(event -> event.number().equals(number)).map(RequestChanged::change).toList();
    }

    private Receipt platform(String id, String version, String order, String word) {
        return shop.tell("requests", """
                {"requestId":"%s","version":"%s","orderId":"%s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"QUALITY",
                 "reasonText":"灯不亮，${''.getClass()}","goodsReceived":true,"lines":[{"lineId":"1","quantity":1}],
                 "askedAmount":{"minor":12950,"currency":"CNY"},"createdAt":"2026-11-20T12:00:00Z",
                 "platformDeadline":"2026-12-20T12:00:00Z","status":"OPEN","platform":{%s}}""".formatted(id, version, order, word));
    }

    private Receipt dispute(String id, String order, String version, String word) {
        return shop.tell("disputes", """
                {"disputeId":"%s","version":"%s","orderId":"%s","kind":"PLATFORM","reasonCode":"damaged","reasonText":"商家未处理",
                 "deadline":"2026-11-27T20:10:00+08:00","createdAt":"2026-11-25T20:10:00+08:00","status":"OPEN"%s}"""
                .formatted(id, version, order, word));
    }
}
