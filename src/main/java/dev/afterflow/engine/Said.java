package dev.afterflow.engine;

import java.util.List;

/** Notes what the rules for models find in one file. */
record Said(ModelFile file, List<Finding> findings) {

    void refuse(Xml element, String rule, String text) {
        findings.add(Finding.refusal(file.name(), element.place(), "model." + rule, text + " (line " + element.line + ")"));
    }

    void refuse(String element, String rule, String text) {
        findings.add(Finding.refusal(file.name(), element, "model." + rule, text));
    }

    void warn(String element, String rule, String text) {
        findings.add(Finding.warning(file.name(), element, "model." + rule, text));
    }

    /** Refuses if the condition does not hold. */
    void ensure(boolean holds, Xml element, String rule, String text) {
        if (!holds) {
            refuse(element, rule, text);
        }
    }
}
