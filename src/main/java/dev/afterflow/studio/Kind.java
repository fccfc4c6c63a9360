package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;

/** What a file of the rule book is. */
enum Kind {
    PROCESS, DECISION, FORM;

    static Kind of(ModelFile file) {
        return of(file.name());
    }

    static Kind of(String name) {
        return name.endsWith(".bpmn") ? PROCESS : name.endsWith(".dmn") ? DECISION : FORM;
    }

    /** {@code freight-payer.dmn} for {@code processes/remedies/freight-payer.dmn}: the name people and addresses use. */
    static String fileOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The room a file stands in. */
    static String roomOf(String name) {
        return name.split("/")[1];
    }
}
