package dev.afterflow.sandbox;

/** What can go wrong when the played provider takes a refund. */
enum PayFault {
    /** Answers 500 and moves nothing. */
    FAIL_BEFORE,
    /** Pays, then answers 500. */
    FAIL_AFTER,
    /** Pays, then breaks the connection in the middle of the answer. */
    LOSE_REPLY,
    /** Pays and signs the answer wrongly. */
    GARBLE,
    /** Breaks the connection, knows nothing of the refund when asked, and pays later all the same. */
    LATE,
    /** Answers that it works on it and pays later. */
    PROCESSING,
    /** Answers that it works on it and gives up later. */
    CLOSE,
    /** Answers that people at the provider must look at it. */
    ABNORMAL,
    /** Refuses for good and moves nothing. */
    REFUSE,
    /** Says that the merchant's balance does not cover it, and moves nothing. */
    HOLD,
    /** Turns it away as too hurried, and moves nothing. */
    LIMIT,
    NONE
}
