package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way of an order paid at the door. */
class CodConfirmationProcessTest {

    private static final Date LATER = Date.from(Instant.now().plusSeconds(3_600));
    private static final List<String> done = new ArrayList<>();
    private static final Map<String, String> CALLS = new ConcurrentHashMap<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), CareModels.with("cod-confirmation"));

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>(CareModels.delegates(done));
        all.put("openCod", execution -> execution.setVariable("callBy", LATER));
        all.put("noteCall", execution -> {
            execution.setVariable("callOutcome", CALLS.get(execution.getProcessBusinessKey()));
            execution.setVariable("nextCallAt", LATER);
            execution.setVariable("callBy", LATER);
        });
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("cod-confirmation");
        assertThat(engine.variableNames("cod-confirmation")).containsExactly("callBy", "callOutcome", "codAnswer", "nextCallAt");
        engine.close();
    }

    @Test
    void whoConfirmsGetsTheParcelAndTheCaseEndsAtTheDoor() {
        called("COD-1", "confirmed");
        assertThat(done).contains("releaseCod COD-1");
        engine.correlate("care.parcelDelivered", "COD-1", Map.of());
        assertThat(engine.ended("COD-1")).isTrue();
    }

    @Test
    void whoSaysNoIsCancelledBeforeAnythingLeaves() {
        called("COD-2", "refused");
        assertThat(engine.path("COD-2")).contains("cancelCod", "codClosed").doesNotContain("releaseCod");
    }

    @Test
    void whoIsNotReachedIsCalledAgainAndThenALeadDecides() {
        called("COD-3", "again");
        engine.fireTimer("COD-3", "nextCallDue");
        CALLS.put("COD-3", "exhausted");
        engine.complete("COD-3", "callBuyer", Map.of());
        assertThat(done).contains("tellUnreached COD-3");
        engine.complete("COD-3", "decideUnreached", Map.of("codAnswer", "drop"));
        assertThat(done).contains("cancelCod COD-3");
        called("COD-4", "exhausted");
        engine.complete("COD-4", "decideUnreached", Map.of("codAnswer", "ship"));
        assertThat(done).contains("releaseCod COD-4");
        engine.fireTimer("COD-4", "doorSilent");
        assertThat(engine.ended("COD-3") && engine.ended("COD-4")).isTrue();
    }

    @Test
    void aRefusalAtTheDoorLeavesItsReason() {
        called("COD-5", "confirmed");
        engine.correlate("care.parcelRefused", "COD-5", Map.of());
        engine.complete("COD-5", "recordRefusal", Map.of());
        assertThat(done).contains("noteRefusal COD-5", "closeCod COD-5");
    }

    @Test
    void aParcelThatLeftBeforeTheCallIsFollowedToTheDoorAndAnEndedOrderIsLet() {
        engine.start("cod-confirmation", "COD-6", Map.of());
        engine.correlate("care.orderShipped", "COD-6", Map.of());
        assertThat(engine.path("COD-6")).contains("codLeft").doesNotContain("releaseCod");
        engine.correlate("care.parcelDelivered", "COD-6", Map.of());
        called("COD-8", "confirmed");
        engine.correlate("care.orderEnded", "COD-8", Map.of());
        assertThat(engine.path("COD-8")).contains("doorEnded", "codClosed");
        engine.start("cod-confirmation", "COD-7", Map.of());
        engine.correlate("care.orderEnded", "COD-7", Map.of());
        assertThat(engine.ended("COD-6") && engine.ended("COD-7")).isTrue();
    }

    private static void called(String caseNumber, String outcome) {
        CALLS.put(caseNumber, outcome);
        engine.start("cod-confirmation", caseNumber, Map.of());
        engine.complete(caseNumber, "callBuyer", Map.of());
    }
}
