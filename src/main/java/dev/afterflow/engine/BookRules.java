package dev.afterflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules that need all files: ids once in the book, called processes that end, forms and tables somebody uses. */
class BookRules {

    private static final int DEEPEST = 5;

    void check(Book book, List<Finding> findings) {
        once(book.processes.keySet(), findings);
        once(book.tables.keySet(), findings);
        once(book.forms.keySet(), findings);
        Map<String, List<String>> calls = book.processes.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().id(),
                entry -> entry.getValue().all("bpmn:callActivity").map(call -> call.get("calledElement")).toList(), (first, second) -> first));
        book.processes.keySet().forEach(file -> {
            if (depth(file.id(), calls, 1) > DEEPEST) {
                new Said(file, findings).refuse(file.id(), "depth", "Processes call each other at most " + DEEPEST + " deep and never in a circle");
            }
        });
        Set<String> tasks = book.processes.values().stream().flatMap(root -> root.all("bpmn:userTask")).map(Xml::id).collect(Collectors.toSet());
        book.forms.keySet().stream().filter(file -> !tasks.contains(file.id()))
                .forEach(file -> new Said(file, findings).warn(file.id(), "unused", "No user task shows this form"));
    }

    private static void once(Set<ModelFile> files, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        files.stream().filter(file -> !seen.add(file.id()))
                .forEach(file -> new Said(file, findings).refuse(file.id(), "id", "Another file of the book is called " + file.id() + " as well"));
    }

    /** How deep processes call each other from here; beyond the limit, which a circle always reaches, it stops counting. */
    private static int depth(String process, Map<String, List<String>> calls, int above) {
        return above > DEEPEST ? above : calls.getOrDefault(process, List.of()).stream().mapToInt(called -> depth(called, calls, above + 1)).max().orElse(above);
    }
}
