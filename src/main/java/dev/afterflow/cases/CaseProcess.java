package dev.afterflow.cases;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts {@code handle-by-hand} in the transaction that opens its case, and sees whether a case's process was started. */
@Component
class CaseProcess {

    static final String HANDLE_BY_HAND = "handle-by-hand";

    private final RuntimeService runtime;
    private final JdbcCases cases;

    CaseProcess(@Lazy RuntimeService runtime, JdbcCases cases) {
        this.runtime = runtime;
        this.cases = cases;
    }

    @EventListener(condition = "#event.process() == 'handle-by-hand'")
    void begin(CaseOpened event) {
        String team = cases.find(event.number()).orElseThrow().team();
        runtime.startProcessInstanceByKey(HANDLE_BY_HAND, event.number(), Map.of("team", team));
    }

    /** Throws if nobody started the process of a case just opened, so that the opening is taken back. */
    void demandStarted(Case opened) {
        long started = runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.number()).count();
        if (started == 0) {
            throw new IllegalStateException("nobody starts process " + opened.process() + " for case " + opened.number());
        }
    }
}
