package dev.afterflow.tasks;

import java.math.BigDecimal;

/** A rule that a value breaks, with the rule's limit where it has one. */
record Broken(String rule, String limit) {

    static Broken rule(String rule) {
        return new Broken(rule, null);
    }

    static Broken rule(String rule, Number limit) {
        return new Broken(rule, limit instanceof BigDecimal decimal ? decimal.toPlainString() : limit.toString());
    }
}
