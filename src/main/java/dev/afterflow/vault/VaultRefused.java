package dev.afterflow.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The product holds secrets it could not open as it is set: one line says why, one says what to do. */
class VaultRefused extends RuntimeException {

    private final String wayOut;

    VaultRefused(String why, String wayOut) {
        super(why);
        this.wayOut = wayOut;
    }

    /** Prints both lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<VaultRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, VaultRefused cause) {
            return new FailureAnalysis(cause.getMessage(), cause.wayOut, cause);
        }
    }
}
