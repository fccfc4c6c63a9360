package dev.afterflow.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database cannot be used as it lies there: one line says why, one says what to do. */
class DatabaseRefused extends RuntimeException {

    private final String wayOut;

    DatabaseRefused(String why, String wayOut) {
        super(why);
        this.wayOut = wayOut;
    }

    DatabaseRefused(String why, String wayOut, Throwable cause) {
        super(why, cause);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }

    /** Prints both lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, DatabaseRefused cause) {
            return new FailureAnalysis(cause.getMessage(), cause.wayOut(), cause);
        }
    }
}
