package dev.afterflow.reviews;

import java.time.Instant;

/**
 * How a bad review stands; what the buyer wrote is as it was frozen.
 *
 * @param score 1 to 5 stars, null for a case a person opened without one
 * @param low DESCRIPTION, SERVICE or LOGISTICS where that score is low, else empty
 * @param judged what the table proposed; null before
 * @param finding what a person found; null before
 * @param consent what the buyer said to having it solved; null before
 * @param causeCase the case in which the cause is solved; null where none is
 */
public record Review(String caseNumber, String shop, String orderId, String buyerId, String reviewId, Integer score, String words,
                     Instant writtenAt, Instant appendedAt, Instant answeredAt, String low, State state, Judged judged, Finding finding,
                     String pattern, String patternWords, String consent, String causeCase, Reply reply, String outcome, Instant openedAt) {

    /** CAUSE: what it complains of is being solved; WATCHED: done, the buyer may still change it. */
    public enum State { OPEN, ANALYSED, CAUSE, COMPLAINED, REPLIED, WATCHED, ENDED }

    /** The answer of {@code review-triage}: SOLVE, EXPLAIN, COMPLAIN or NOTHING, and why. */
    public record Judged(String content, String route, String ground) {
    }

    /** What a person found out and which way it goes; {@code category} of a complaint and {@code owner} asked may be null. */
    public record Finding(String route, String cause, String category, String owner, String words, String by) {
    }

    /** Our public answer; all null before one was written. */
    public record Reply(String number, String text, String state, String words, Instant at) {

        boolean written() {
            return text != null;
        }

        /** It is known whether it stands there. */
        boolean over() {
            return "DONE".equals(state) || "REFUSED".equals(state);
        }
    }

    boolean ended() {
        return state == State.ENDED;
    }
}
