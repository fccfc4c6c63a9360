package dev.afterflow.remedies;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.tasks.Tokens;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What this room hears of a case: evidence that a token waits for, the buyer's choice, and that a request is over. */
@Component
class RemedyProcess {

    static final String EVIDENCE_ADDED = "remedies.evidenceAdded";

    private final Tokens tokens;
    private final Liabilities liabilities;
    private final Remedies remedies;

    RemedyProcess(Tokens tokens, Liabilities liabilities, Remedies remedies) {
        this.tokens = tokens;
        this.liabilities = liabilities;
        this.remedies = remedies;
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. Nobody waiting has seen it already. */
    @ApplicationModuleListener
    void evidenceAdded(Evidence.Added event) {
        if (liabilities.awaitsEvidence(event.caseNumber())) {
            tokens.deliver(event.caseNumber(), EVIDENCE_ADDED, Map.of());
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
