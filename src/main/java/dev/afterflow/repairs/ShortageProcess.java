package dev.afterflow.repairs;

import dev.afterflow.cases.CaseOpened;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.repairs.Shortage.State;
import dev.afterflow.tasks.Tasks;
import dev.afterflow.tasks.Tokens;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process short-or-wrong-item: it begins with its case and hears what buyer and marketplace do meanwhile. */
@Component
class ShortageProcess {

    static final String KEY = "short-or-wrong-item";
    static final String WITHDRAWN = "repairs.shortageWithdrawn";
    static final String PICTURES = "repairs.shortageEvidenceCame";

    private final RuntimeService runtime;
    private final Shortages shortages;
    private final Cases cases;
    private final Tasks tasks;
    private final Tokens tokens;

    ShortageProcess(@Lazy RuntimeService runtime, Shortages shortages, Cases cases, Tasks tasks, Tokens tokens) {
        this.runtime = runtime;
        this.shortages = shortages;
        this.cases = cases;
        this.tasks = tasks;
        this.tokens = tokens;
    }

    @EventListener(condition = "#event.process() == 'short-or-wrong-item'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number());
    }

    /** Too early for the token, it throws: the event stays open and is delivered again. */
    @ApplicationModuleListener
    void changed(RequestChanged event) {
        String number = event.number();
        if (cases.look(number).filter(of -> of.process().equals(KEY)).isEmpty()) {
            return;
        }
        tasks.hold(number);
        switch (event.change()) {
            case WITHDRAWN -> end(number, State.WITHDRAWN);
            case PLATFORM_CLOSED -> end(number, State.PLATFORM_CLOSED);
            case PLATFORM_STEPPED_IN -> shortages.escalate(number);
            case PLATFORM_DECIDED -> decided(number);
            default -> { }
        }
    }

    /** The marketplace paid the buyer itself, or dismissed the matter; without a verdict for the buyer it goes on. */
    private void decided(String number) {
        cases.intervention(number).filter(word -> Boolean.TRUE.equals(word.forBuyer())).ifPresent(word -> end(number, State.PLATFORM_PAID));
    }

    private void end(String number, State how) {
        if (shortages.end(number, how)) {
            tokens.deliver(number, WITHDRAWN, Map.of());
        }
    }

    @ApplicationModuleListener
    void shown(Evidence.Added event) {
        if (shortages.awaitsPictures(event.caseNumber())) {
            tokens.deliver(event.caseNumber(), PICTURES, Map.of());
        }
    }
}
