package dev.afterflow.orders;

/** The three scores beside a review's stars (DSR: description, service, logistics). */
final class Scores {

    /** At or below this of 5 a score is low. [P] */
    private static final int LOW = 2;

    private Scores() {
    }

    /** Which one is the lowest and low; empty if none is. */
    static String lowest(Integer description, Integer service, Integer logistics) {
        int least = Math.min(of(description), Math.min(of(service), of(logistics)));
        if (least > LOW) {
            return "";
        }
        return least == of(description) ? "DESCRIPTION" : least == of(service) ? "SERVICE" : "LOGISTICS";
    }

    private static int of(Integer score) {
        return score == null ? Integer.MAX_VALUE : score;
    }
}
