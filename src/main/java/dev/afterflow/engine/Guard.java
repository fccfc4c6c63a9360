package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says what in a file could run code, reach out, or stop the house; knows one file at a time. */
class Guard {

    private final ModelReader reader = new ModelReader();
    private final WordGuard processWords;
    private final WordGuard tableWords;
    private final BpmnLint processLint;
    private final TableLint tableLint = new TableLint();
    private TableTrial trial;
    private final FormGuard forms = new FormGuard();

    Guard(Delegates delegates) {
        processWords = new WordGuard(BpmnWords.WORDS, delegates);
        tableWords = new WordGuard(DmnWords.WORDS, delegates);
        processLint = new BpmnLint(delegates);
    }

    /** Everything that is refused in one file. */
    List<Finding> check(ModelFile file) {
        return check(file, true);
    }

    /** @param tryTables also ask each table once: for files that are new */
    List<Finding> check(ModelFile file, boolean tryTables) {
        List<Finding> findings = new ArrayList<>();
        try {
            ModelReader.checkFile(file);
            switch (file.extension()) {
                case ".bpmn" -> process(file, findings);
                case ".dmn" -> table(file, findings, tryTables);
                default -> form(file, findings);
            }
        } catch (Unreadable e) {
            findings.add(e.finding());
        }
        return findings;
    }

    /** The file's elements, for rules that come after the guard. */
    Xml read(ModelFile file) {
        return reader.read(file);
    }

    JsonNode readForm(ModelFile file) {
        return forms.read(file, new ArrayList<>());
    }

    private void process(ModelFile file, List<Finding> findings) {
        Xml root = root(file, "bpmn:definitions");
        processWords.check(file, root, findings);
        processLint.check(file, root, findings);
    }

    private void table(ModelFile file, List<Finding> findings, boolean tryTables) {
        Xml root = root(file, "dmn:definitions");
        tableWords.check(file, root, findings);
        tableLint.check(file, root, findings);
        if (findings.isEmpty() && tryTables) {
            trial().check(file, root, findings);
        }
    }

    /** Made when the first table comes: FEEL takes a second to load. */
    private synchronized TableTrial trial() {
        if (trial == null) {
            trial = new TableTrial();
        }
        return trial;
    }

    private void form(ModelFile file, List<Finding> findings) {
        JsonNode form = forms.read(file, findings);
        if (form != null) {
            forms.check(file, form, findings);
        }
    }

    private Xml root(ModelFile file, String wanted) {
        Xml root = reader.read(file);
        if (!root.name.equals(wanted)) {
            throw new Unreadable(file, root.place(), "guard.element", "A " + file.extension() + " file holds <" + wanted + ">, not <" + root.name + ">");
        }
        return root;
    }
}
