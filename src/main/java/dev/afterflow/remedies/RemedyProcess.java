package dev.afterflow.remedies;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.cases.RequestChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What this room hears of a case: evidence that a token waits for, the buyer's choice, and that a request is over. */
@Component
class RemedyProcess {

    static final String EVIDENCE_ADDED = "remedies.evidenceAdded";

    private final RuntimeService runtime;
    private final Liabilities liabilities;
    private final Remedies remedies;

    RemedyProcess(@Lazy RuntimeService runtime, Liabilities liabilities, Remedies remedies) {
        this.runtime = runtime;
        this.liabilities = liabilities;
        this.remedies = remedies;
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. Nobody waiting has seen it already. */
    @ApplicationModuleListener
    void evidenceAdded(Evidence.Added event) {
        if (liabilities.awaitsEvidence(event.caseNumber()) && runtime.createMessageCorrelation(EVIDENCE_ADDED)
                .processInstanceBusinessKey(event.caseNumber()).correlateAllWithResult().isEmpty()) {
            throw new IllegalStateException("Nobody in case " + event.caseNumber() + " waits for evidence yet");
        }
    }

    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        remedies.hear(event.caseNumber(), event.text(), event.at());
    }

    @ApplicationModuleListener
    void changed(RequestChanged event) {
        if (event.change() == RequestChanged.Change.WITHDRAWN || event.change() == RequestChanged.Change.PLATFORM_CLOSED) {
            liabilities.withdraw(event.number());
            remedies.withdraw(event.number());
        }
    }
}
