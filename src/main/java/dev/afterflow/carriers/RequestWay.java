package dev.afterflow.carriers;

import java.util.List;

/** A way by which requests reach carriers without a person carrying them. */
interface RequestWay {

    Channel channel();

    /** Whether this shop can use it for this carrier. */
    boolean leadsTo(String shop, String carrier);

    /**
     * Brings the papers to where the carrier will find them, before anything is sent; again is harmless. Answers null when all is ready,
     * else the stable word for why it must be tried later.
     */
    default String prepare(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        return null;
    }

    /** Sends it once; whatever is not surely refused or surely unsent is UNKNOWN. */
    Outcome send(JdbcCarrierRequests.Row request, List<Papers.Paper> papers);

    /** Asks what became of it, by the carrier's own number; only where {@link #askable}. */
    default Heard ask(JdbcCarrierRequests.Row request) {
        return Heard.nothing("NOT_ASKABLE");
    }

    default boolean askable() {
        return false;
    }

    /** TAKEN: the carrier has it. UNSENT: it surely did not leave. REFUSED: it will not have it this way. UNKNOWN: neither yes nor no. */
    enum Result { TAKEN, UNSENT, REFUSED, UNKNOWN }

    /** What came of sending; {@code code} is a stable word, {@code reference} the carrier's number or the mail's. */
    record Outcome(Result result, String reference, String code, Integer status) {

        static Outcome taken(String reference, Integer status) {
            return new Outcome(Result.TAKEN, reference, null, status);
        }

        static Outcome of(Result result, String code, Integer status) {
            return new Outcome(result, null, code, status);
        }
    }

    /** What the carrier wrote since we asked, oldest first; {@code code} is null when it was asked well. */
    record Heard(List<String> words, String code, Integer status) {

        static Heard nothing(String code) {
            return new Heard(List.of(), code, null);
        }
    }
}
