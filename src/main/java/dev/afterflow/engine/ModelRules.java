package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says whether model files may become a release: first what is forbidden for safety, then the house's rules for models. */
class ModelRules {

    private final Guard guard;
    private final ProcessRules processes = new ProcessRules();
    private final DiagramRules diagrams = new DiagramRules();
    private final TableRules tables = new TableRules();
    private final FormRules forms = new FormRules();
    private final BookRules books = new BookRules();

    ModelRules(Guard guard) {
        this.guard = guard;
    }

    /** Checks files that are to be deployed together; empty if there is nothing to say. */
    List<Finding> check(Collection<ModelFile> files) {
        List<Finding> findings = new ArrayList<>();
        Book book = new Book();
        files.forEach(file -> {
            findings.addAll(guard.check(file));
            read(file, book);
        });
        book.processes.forEach((file, root) -> {
            Said said = new Said(file, findings);
            processes.check(said, root, book);
            diagrams.check(said, root);
        });
        book.tables.forEach((file, root) -> tables.check(new Said(file, findings), root));
        book.forms.forEach((file, form) -> forms.check(new Said(file, findings), form));
        books.check(book, findings);
        return findings;
    }

    /** A file that cannot be read is refused by the guard already. */
    private void read(ModelFile file, Book book) {
        try {
            switch (file.extension()) {
                case ".bpmn" -> book.processes.put(file, guard.read(file));
                case ".dmn" -> book.tables.put(file, guard.read(file));
                case ".form" -> form(file, book);
                default -> { }
            }
        } catch (Unreadable e) {
            return;
        }
    }

    private void form(ModelFile file, Book book) {
        JsonNode form = guard.readForm(file);
        if (form != null) {
            book.forms.put(file, form);
        }
    }
}
