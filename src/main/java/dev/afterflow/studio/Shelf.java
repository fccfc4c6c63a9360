package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** One release read once: its files by name, what each is called, and which uses which. */
final class Shelf {

    private final String deployment;
    private final Map<String, ModelFile> files;
    private final Map<String, Said> titles = new TreeMap<>();
    private final Map<String, TreeSet<String>> uses = new TreeMap<>();
    private final Map<String, TreeSet<String>> usedBy = new TreeMap<>();
    private final Map<String, Said> services = new LinkedHashMap<>();

    Shelf(String deployment, List<ModelFile> content) {
        this.deployment = deployment;
        this.files = Merge.byName(content);
        Map<String, Said> tasks = new TreeMap<>();
        content.stream().filter(file -> Kind.of(file) == Kind.PROCESS).forEach(file -> process(file, tasks));
        content.stream().filter(file -> Kind.of(file) == Kind.DECISION).forEach(file -> titles.put(file.name(), decision(file)));
        content.stream().filter(file -> Kind.of(file) == Kind.FORM)
                .forEach(file -> titles.put(file.name(), tasks.getOrDefault(file.id(), new Said(file.id(), Said.worded(file.id())))));
    }

    private void process(ModelFile file, Map<String, Said> tasks) {
        Element root = Model.read(file.content());
        Element process = Model.all(root, "process").findFirst().orElse(root);
        titles.put(file.name(), Model.name(process));
        Model.all(process, "userTask").forEach(task -> tasks.put(task.getAttribute("id"), Model.name(task)));
        Model.all(process, "serviceTask").forEach(task -> services.putIfAbsent(task.getAttribute("id"), Model.name(task)));
        List<String> used = new ArrayList<>();
        Model.all(process, "userTask").forEach(task -> used.add(Model.attribute(task, "formRef") + ".form"));
        Model.all(process, "businessRuleTask").forEach(task -> used.add(Model.attribute(task, "decisionRef") + ".dmn"));
        Model.all(process, "callActivity").forEach(task -> used.add(Model.attribute(task, "calledElement") + ".bpmn"));
        for (String name : files.keySet()) {
            if (used.contains(Kind.fileOf(name))) {
                uses.computeIfAbsent(file.name(), user -> new TreeSet<>()).add(name);
                usedBy.computeIfAbsent(name, each -> new TreeSet<>()).add(file.name());
            }
        }
    }

    private static Said decision(ModelFile file) {
        return Model.all(Model.read(file.content()), "decision").filter(decision -> decision.getAttribute("id").equals(file.id())).findFirst()
                .map(decision -> decision.getAttribute("name")).map(name -> name.contains(" / ") ? Said.of(name) : new Said(name, Said.worded(file.id())))
                .orElse(new Said(file.id(), Said.worded(file.id())));
    }

    String deployment() {
        return deployment;
    }

    Map<String, ModelFile> files() {
        return files;
    }

    Said title(String name) {
        return titles.getOrDefault(name, new Said(Kind.fileOf(name), Kind.fileOf(name)));
    }

    List<String> uses(String name) {
        return List.copyOf(uses.getOrDefault(name, new TreeSet<>()));
    }

    List<String> usedBy(String name) {
        return List.copyOf(usedBy.getOrDefault(name, new TreeSet<>()));
    }

    /** Service tasks by their id, which is their delegate's name. */
    Map<String, Said> services() {
        return services;
    }
}
