package dev.afterflow.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The product would not be safe as it is set: one line says why, one says what to do. */
class StartRefused extends RuntimeException {

    private final String wayOut;

    StartRefused(String why, String wayOut) {
        super(why);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }

    /** Prints both lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
            return new FailureAnalysis(cause.getMessage(), cause.wayOut(), cause);
        }
    }
}
