package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An element of a model as its file has it: expanded names, all its own text together, wherever comments or children part it. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry(BPMN, "bpmn"), Map.entry(CAMUNDA, "camunda"),
            Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DC", "dc"), Map.entry("http://www.omg.org/spec/DD/20100524/DI", "di"),
            Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi"),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler"),
            Map.entry("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc"),
            Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn"),
            Map.entry("http://camunda.org/schema/1.0/dmn", "camundadmn"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dmndc"), Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "dmni"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi"));

    /** Our short name of the namespace and the local name, {@code bpmn:userTask}; an unknown namespace stands in full. */
    final String name;
    final Xml parent;
    final int line;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Xml(String name, Xml parent, int line) {
        this.name = name;
        this.parent = parent;
        this.line = line;
    }

    /** {@code prefix:local} for a namespace we know, {@code {namespace}local} for another, {@code local} for none. */
    static String name(String namespace, String local) {
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        String known = SHORT.get(namespace);
        return known == null ? "{" + namespace + "}" + local : known + ":" + local;
    }

    void addText(String more) {
        text.append(more);
    }

    String text() {
        return text.toString().strip();
    }

    String id() {
        return attributes.getOrDefault("id", "");
    }

    /** An attribute by its name as {@link #name(String, String)} writes it; empty if it is not there. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    Stream<Xml> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** Text of the first child of that name; empty if there is none. */
    String textOf(String childName) {
        return children(childName).findFirst().map(Xml::text).orElse("");
    }

    void walk(Consumer<Xml> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }

    Stream<Xml> all() {
        List<Xml> all = new ArrayList<>();
        walk(all::add);
        return all.stream();
    }

    Stream<Xml> all(String elementName) {
        return all().filter(element -> element.name.equals(elementName));
    }

    /** What a finding calls this element: its id, or the nearest id above it and the way down. */
    String place() {
        String local = name.substring(name.lastIndexOf(':') + 1);
        if (!id().isEmpty()) {
            return id();
        }
        return parent == null ? local : parent.place() + "/" + local;
    }
}
