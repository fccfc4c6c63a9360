package dev.afterflow.dispatch;

/** One step of talking to a partner, kept for ever: what was done, what came back; never a secret or a body. */
public record Attempt(String step, String outcome, Integer httpStatus, String partnerCode, String requestId) {

    public static Attempt of(String step, String outcome) {
        return new Attempt(step, outcome, null, null, null);
    }
}
