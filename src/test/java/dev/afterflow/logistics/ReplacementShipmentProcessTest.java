package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way goods can take out again, in the model alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementShipmentProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private final Set<String> stocked = ConcurrentHashMap.newKeySet();
    private ThrowawayEngine engine;

    @BeforeAll
    void open() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        for (String quiet : List.of("openReturn", "tellHowToReturn", "remindBuyer", "noteNothingSent", "lookForParcel", "noteLost", "tellReceived",
                "escalateReceipt", "layFindings", "noteInspection", "tellShipped")) {
            rooms.put(quiet, execution -> { });
        }
        rooms.put("reserveStock", execution -> {
            execution.setVariable("pickBy", LATER);
            execution.setVariable("stocked", stocked.contains(execution.getProcessBusinessKey()));
        });
        rooms.put("noteShipment", execution -> {
            execution.setVariable("deliveryBy", LATER);
            execution.setVariable("replacement", "shipped");
        });
        rooms.put("noteOutOfStock", execution -> execution.setVariable("replacement", "outOfStock"));
        engine = ThrowawayEngine.with(rooms, "processes/logistics/*.bpmn", "processes/logistics/*.dmn", "forms/logistics/*.form");
    }

    @AfterAll
    void everythingWasWalked() {
        engine.assertEverythingWalked("replacement-shipment");
        assertThat(engine.variableNames("replacement-shipment")).containsExactlyInAnyOrder("purpose", "stocked", "pickBy", "picked", "deliveryBy", "replacement");
        engine.close();
    }

    private void begin(String caseNumber, boolean inStock) {
        if (inStock) {
            stocked.add(caseNumber);
        }
        engine.start("replacement-shipment", caseNumber, Map.of("purpose", "exchange"));
    }

    @Test
    void whatIsPickedIsShippedToldAndDelivered() {
        begin("S1", true);
        engine.complete("S1", "pickGoods", Map.of("picked", "shipped"));
        assertThat(engine.waitingAt("S1")).containsExactly("awaitDelivery");
        assertThat(engine.correlate("logistics.replacementDelivered", "S1", Map.of())).isEqualTo(1);
        assertThat(engine.path("S1")).endsWith("noteShipment", "tellShipped", "awaitDelivery", "replacementDelivered", "replacementShipped");
    }

    @Test
    void tooLongWithoutNewsEndsTheWait() {
        begin("S2", true);
        engine.complete("S2", "pickGoods", Map.of("picked", "shipped"));
        engine.fireTimer("S2", "deliveryOverdue");
        assertThat(engine.ended("S2")).isTrue();
    }

    @Test
    void outOfStockAsksNobodyToPick() {
        begin("S3", false);
        assertThat(engine.path("S3")).doesNotContain("pickGoods").endsWith("noteOutOfStock", "replacementOutOfStock");
    }

    @Test
    void whatIsNotOnTheShelfIsOutOfStock() {
        begin("S4", true);
        engine.complete("S4", "pickGoods", Map.of("picked", "outOfStock"));
        assertThat(engine.path("S4")).endsWith("isPicked", "noteOutOfStock", "replacementOutOfStock");
    }
}
