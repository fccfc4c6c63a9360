package dev.afterflow.cases;

/** What is asked in a running case changed; told after commit, again until every listener has taken it. */
public record RequestChanged(String number, String shop, Change change) {

    /**
     * WITHDRAWN by the buyer, REOPENED, closed by the platform, or UPDATED (read the case anew); the platform stepped in, or
     * decided ({@link Cases#intervention} says how).
     */
    public enum Change { WITHDRAWN, REOPENED, PLATFORM_CLOSED, UPDATED, PLATFORM_STEPPED_IN, PLATFORM_DECIDED }
}
