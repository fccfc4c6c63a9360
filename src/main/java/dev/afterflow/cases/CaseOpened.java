package dev.afterflow.cases;

/** A case was opened; who owns {@code process} starts it at once, in the same transaction, with the case number as business key. */
public record CaseOpened(String number, String shop, String process) {
}
