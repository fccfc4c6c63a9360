package dev.afterflow.returns;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.RequestChanged;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process return-exchange: it begins with its case and hears what the buyer does meanwhile. */
@Component
class ReturnProcess {

    static final String KEY = "return-exchange";
    static final String WITHDRAWN = "returns.requestWithdrawn";
    static final String REOPENED = "returns.requestReopened";

    private final RuntimeService runtime;
    private final Returns returns;

    ReturnProcess(@Lazy RuntimeService runtime, Returns returns) {
        this.runtime = runtime;
        this.returns = returns;
    }

    @EventListener(condition = "#event.process() == 'return-exchange'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number());
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. */
    @ApplicationModuleListener
    void changed(RequestChanged event) {
        switch (event.change()) {
            case WITHDRAWN -> withdraw(event.number(), false);
            case PLATFORM_CLOSED -> withdraw(event.number(), true);
            case REOPENED, UPDATED -> reopen(event.number());
            case PLATFORM_STEPPED_IN, PLATFORM_DECIDED -> { }
        }
    }

    private void withdraw(String caseNumber, boolean byPlatform) {
        if (returns.withdraw(caseNumber, byPlatform)) {
            deliver(WITHDRAWN, caseNumber, Map.of("refundOutcome", "withdrawn"));
        }
    }

    private void reopen(String caseNumber) {
        if (returns.waitsForBuyer(caseNumber)) {
            deliver(REOPENED, caseNumber, Map.of());
        }
    }

    private void deliver(String message, String caseNumber, Map<String, Object> answers) {
        boolean heard = !runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber)
                .setVariables(answers).correlateAllWithResult().isEmpty();
        if (!heard) {
            throw new IllegalStateException("Nobody in case " + caseNumber + " waits for " + message + " yet");
        }
    }
}
