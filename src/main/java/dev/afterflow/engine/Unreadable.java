package dev.afterflow.engine;

/** A file that is not even looked at further: too large, of a wrong kind, not well-formed. */
class Unreadable extends RuntimeException {

    private final Finding finding;

    Unreadable(ModelFile file, String place, String rule, String text) {
        super(text);
        this.finding = Finding.refusal(file.name(), place, rule, text);
    }

    Finding finding() {
        return finding;
    }
}
