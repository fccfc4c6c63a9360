package dev.afterflow.platforms;

/**
 * A marketplace's matter is new or stands differently; published in the transaction that keeps it, once a version, never backwards. What
 * concerns a case also comes as a letter of {@code intake} (requests, reviews, disputes); this is for who waits for a verdict or a deadline.
 *
 * @param before how it stood; null when it is new to us
 */
public record PlatformMoved(PlatformMatter now, PlatformMatter before) {
}
