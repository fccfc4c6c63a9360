package dev.afterflow.questions;

import java.time.Instant;
import java.util.List;

/**
 * A question to a department and what became of it.
 *
 * @param attached ids of the case's files that belong to the question, {@code proofs} those of the answer
 * @param overdueAt when the leads were called on, null if that was not needed
 */
record Question(long id, String caseNumber, String shop, String team, String words, List<String> attached, Instant dueAt,
                long askedBy, String askedByName, Instant askedAt, State state, Instant overdueAt, Verdict verdict, String answer,
                List<String> proofs, String answeredByName, Instant endedAt) {

    /** Where a question stands. */
    enum State { ASKED, ANSWERED, WITHDRAWN }

    /** The answer in one word. */
    enum Verdict {
        YES("是", "yes"), NO("否", "no"), PARTLY("部分属实", "partly so"), UNKNOWN("无法确认", "cannot be told");

        final String zh;
        final String en;

        Verdict(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }
}
