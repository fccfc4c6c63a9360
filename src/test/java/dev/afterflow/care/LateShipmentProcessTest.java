package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way of an order that is late; what is owed in the end is order-compensation's own test. */
class LateShipmentProcessTest {

    private static final List<String> done = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), CareModels.with("late-shipment"));

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>(CareModels.delegates(done));
        all.put("noteShipAnswer", execution -> execution.setVariable("shipAgainBy", Date.from(Instant.now().plusSeconds(3_600))));
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("late-shipment");
        assertThat(engine.variableNames("late-shipment")).containsExactly("shipAgainBy", "shipAnswer", "shipBy");
        engine.close();
    }

    @Test
    void theWarehouseShipsInTimeAndTheCaseEndsWithTheWeighing() {
        begin("L-1");
        assertThat(engine.engine().getTaskService().createTaskQuery().taskCandidateGroup("warehouse").processInstanceBusinessKey("L-1").count()).isEqualTo(1);
        assertThat(engine.correlate("care.orderShipped", "L-1", Map.of())).isEqualTo(1);
        assertThat(engine.ended("L-1")).isTrue();
        assertThat(engine.path("L-1")).contains("shippedInTheEnd", "compensateLate", "nothingOwed", "lateClosed");
    }

    @Test
    void theBuyerIsToldWhenThePromisePassesAndTheTaskGoesOn() {
        begin("L-2");
        engine.fireTimer("L-2", "promisePassed");
        assertThat(done).contains("tellLate L-2");
        assertThat(engine.waitingAt("L-2")).containsExactly("hurryShipment");
        engine.complete("L-2", "hurryShipment", Map.of("shipAnswer", "willShip"));
        engine.fireTimer("L-2", "newDatePassed");
        assertThat(engine.waitingAt("L-2")).as("asked again").containsExactly("hurryShipment");
        engine.complete("L-2", "hurryShipment", Map.of("shipAnswer", "willShip"));
        engine.correlate("care.orderShipped", "L-2", Map.of());
        assertThat(engine.ended("L-2")).isTrue();
    }

    @Test
    void withoutStockItBecomesAnExceptionOfItsOwn() {
        begin("L-3");
        engine.complete("L-3", "hurryShipment", Map.of("shipAnswer", "noStock"));
        assertThat(done).contains("openShortage L-3");
        assertThat(engine.path("L-3")).contains("handedToException").doesNotContain("compensateLate");
    }

    @Test
    void anOrderThatEndsMeanwhileOwesNothingMore() {
        begin("L-4");
        engine.correlate("care.orderEnded", "L-4", Map.of());
        assertThat(engine.path("L-4")).contains("closeLate").doesNotContain("compensateLate");
        begin("L-5");
        engine.complete("L-5", "hurryShipment", Map.of("shipAnswer", "willShip"));
        engine.correlate("care.orderEnded", "L-5", Map.of());
        assertThat(engine.ended("L-4") && engine.ended("L-5")).isTrue();
    }

    private static void begin(String caseNumber) {
        engine.start("late-shipment", caseNumber, Map.of("shipBy", Date.from(Instant.now().plusSeconds(3_600))));
    }
}
