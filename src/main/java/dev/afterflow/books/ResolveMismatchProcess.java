package dev.afterflow.books;

import dev.afterflow.cases.CaseOpened;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process resolve-mismatch. */
@Component
class ResolveMismatchProcess {

    static final String KEY = "resolve-mismatch";
    static final String MATCHED = "books.statementMatched";

    private final RuntimeService runtime;

    ResolveMismatchProcess(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener(condition = "#event.process() == 'resolve-mismatch'")
    void begin(CaseOpened event) {
        runtime.startProcessInstanceByKey(KEY, event.number());
    }

    /** The difference is gone; a case that a person has ended already hears nothing. */
    void matched(String caseNumber) {
        runtime.createMessageCorrelation(MATCHED).processInstanceBusinessKey(caseNumber).correlateAllWithResult();
    }
}
