package dev.afterflow.notifications;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the guard says of a message to a buyer.
 *
 * @param outcome the strictest of all findings; without one the message may go
 * @param notBefore when it goes at the earliest, or null for at once: contact about a review keeps 09:00–20:00 in the shop's zone
 */
public record Verdict(Outcome outcome, List<Finding> findings, Instant notBefore) {

    /** BLOCK: never sent, by nobody's leave. LEGAL_REVIEW: sent only after a person of the legal team let it go. */
    public enum Outcome { ALLOW, LEGAL_REVIEW, BLOCK }

    /**
     * One red line that was met, the words that hit as the guard reads them, why, in both languages, with the source, and what
     * may be written instead; on verdicts kept before that was known it is null.
     */
    public record Finding(RedLine line, Outcome outcome, String words, String reasonZh, String reasonEn, String source, String insteadZh,
            String insteadEn) {

        static Finding of(RedLine line, Outcome outcome, String words) {
            return of(line, outcome, words, line.zh(), line.en(), line.source());
        }

        static Finding of(RedLine line, Outcome outcome, String words, String reasonZh, String reasonEn, String source) {
            Instead instead = Instead.of(line);
            return new Finding(line, outcome, words, reasonZh, reasonEn, source, instead.zh(), instead.en());
        }
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict of(List<Finding> findings, Instant notBefore) {
        List<Finding> strictest = findings.stream().sorted(Comparator.comparing(Finding::outcome).reversed()).toList();
        return new Verdict(strictest.isEmpty() ? Outcome.ALLOW : strictest.get(0).outcome(), strictest, notBefore);
    }
}
