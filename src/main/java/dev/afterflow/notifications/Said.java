package dev.afterflow.notifications;

import java.time.Instant;

/**
 * A message as people see it: what was written and what became of it.
 *
 * @param id its own name
 * @param state NEW (to be sent), SENT, SKIPPED, BLOCKED, LEGAL_REVIEW (waits), REFUSED (by legal)
 * @param text what was typed; null for the house's own templates
 * @param verdict null while nobody has judged it
 * @param note why it was skipped, or what legal said
 */
public record Said(String id, String shop, String caseNumber, String template, String state, String text, String reviewId,
        boolean offers, Long authorId, String authorName, Verdict verdict, String note, String decidedBy, Instant createdAt,
        Instant endedAt) {
}
