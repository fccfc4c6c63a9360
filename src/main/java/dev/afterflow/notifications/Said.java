package dev.afterflow.notifications;

import java.time.Instant;

/**
 * A message as people see it: what was written and what became of it.
 *
 * @param id its own name
 * @param state NEW (to be sent), SENT, SKIPPED, BLOCKED, LEGAL_REVIEW (waits), REFUSED (by legal), FAILED (for good)
 * @param subject first line of a text of the house; null for what a person typed
 * @param reviewId a review it is linked to, by its writer or by the data
 * @param verdict null while nobody has judged it
 * @param noteZh why it was skipped, refused or failed, or what legal said
 * @param channel sms, mail or marketplace, once it was sent
 * @param waitingUntil when it goes, while it waits for an hour that is allowed
 */
public record Said(String id, String shop, String caseNumber, String template, String state, String subject, String text, String reviewId,
        boolean offers, Long authorId, String authorName, Verdict verdict, String noteZh, String noteEn, String decidedBy, String channel,
        Instant waitingUntil, Instant createdAt, Instant endedAt) {
}
