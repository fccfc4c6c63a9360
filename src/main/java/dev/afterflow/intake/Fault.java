package dev.afterflow.intake;

/**
 * One reason why a row is refused.
 *
 * @param field path of the field, such as {@code items[0].paid.minor}; empty for the whole row
 * @param rule stable name of the broken rule, such as {@code required} or {@code tooLong}
 */
public record Fault(String field, String rule, String remedyZh, String remedyEn) {

    /** What to do about it, in the language of the reader; Chinese unless English is asked for. */
    public String remedy(String language) {
        return language != null && language.startsWith("en") ? remedyEn : remedyZh;
    }
}
