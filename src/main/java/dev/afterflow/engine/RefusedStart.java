package dev.afterflow.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the start was stopped when the rule book was refused. */
class RefusedStart extends AbstractFailureAnalyzer<RuleBookRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RuleBookRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "Correct the files named above under processes/ and forms/, then start again.", failure);
    }
}
