package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What differs between two versions of a process, element by element. */
final class ProcessDiff {

    private static final Set<String> MIRRORED = Set.of("incoming", "outgoing", "flowNodeRef");
    private static final Set<String> POINTERS = Set.of("@sourceRef", "@targetRef", "@default", "@attachedToRef", "@messageRef",
            "messageEventDefinition@messageRef", "errorEventDefinition@errorRef");

    private final Map<String, Element> before;
    private final Map<String, Element> after;

    private ProcessDiff(Element before, Element after) {
        this.before = elements(before);
        this.after = elements(after);
    }

    static List<Change> of(Element before, Element after) {
        ProcessDiff diff = new ProcessDiff(before, after);
        List<Change> changes = new ArrayList<>();
        diff.before.forEach((id, element) -> {
            if (!diff.after.containsKey(id)) {
                Said what = diff.said(element, diff.before);
                changes.add(Change.removed(id, "删去" + what.zh(), "removed " + what.en()));
            }
        });
        diff.after.forEach((id, element) -> {
            Element old = diff.before.get(id);
            Said what = diff.said(element, diff.after);
            if (old == null) {
                changes.add(Change.added(id, "新增" + what.zh() + diff.detail(element).zh(), "added " + what.en() + diff.detail(element).en()));
            } else {
                changes.addAll(Facets.compare(id, what, facets(old), facets(element), ProcessWords::facet, diff::shown));
            }
        });
        long moved = moved(before, after);
        if (moved > 0) {
            changes.add(Change.changed("", "图上有 " + moved + " 处位置变动", moved + " places on the picture moved"));
        }
        return changes;
    }

    private static Map<String, Element> elements(Element root) {
        Map<String, Element> elements = new LinkedHashMap<>();
        Model.all(root).filter(element -> ProcessWords.isElement(element.getLocalName()) && element.hasAttribute("id"))
                .forEach(element -> elements.putIfAbsent(element.getAttribute("id"), element));
        return elements;
    }

    private Said said(Element element, Map<String, Element> known) {
        Said kind = ProcessWords.element(element.getLocalName());
        Said name = Model.name(element);
        if (!name.isEmpty()) {
            return new Said(kind.zh() + "「" + name.zh() + "」", kind.en() + " “" + name.en() + "”");
        }
        if (element.hasAttribute("sourceRef")) {
            Said from = name(element.getAttribute("sourceRef"), known);
            Said to = name(element.getAttribute("targetRef"), known);
            return new Said(kind.zh() + "「" + from.zh() + " → " + to.zh() + "」", kind.en() + " “" + from.en() + " → " + to.en() + "”");
        }
        return new Said(kind.zh() + " " + element.getAttribute("id"), kind.en() + " " + element.getAttribute("id"));
    }

    private static Said name(String id, Map<String, Element> known) {
        Element element = known.get(id);
        Said name = element == null ? new Said(id, id) : Model.name(element);
        return name.isEmpty() ? new Said(id, id) : name;
    }

    /** What a reviewer wants to know of a new element at once: who works on it, what it runs, when it fires. */
    private Said detail(Element element) {
        Map<String, String> facets = facets(element);
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (String path : List.of("@candidateGroups", "@delegateExpression", "@decisionRef", "@calledElement", "conditionExpression", "timerEventDefinition/timeDuration")) {
            if (facets.containsKey(path)) {
                Said value = shown(path, facets.get(path));
                zh.append("，").append(ProcessWords.facet(path).zh()).append(' ').append(value.zh());
                en.append(", ").append(ProcessWords.facet(path).en()).append(' ').append(value.en());
            }
        }
        return new Said(zh.toString(), en.toString());
    }

    private Said shown(String path, String value) {
        if (POINTERS.contains(path)) {
            return after.containsKey(value) ? name(value, after) : name(value, before);
        }
        return path.startsWith("timerEventDefinition") ? Spans.of(value) : Said.of(value);
    }

    private static Map<String, String> facets(Element element) {
        Map<String, String> facets = new LinkedHashMap<>();
        facets.put("@type", ProcessWords.element(element.getLocalName()).zh());
        collect(element, "", facets);
        return facets;
    }

    private static void collect(Element element, String path, Map<String, String> facets) {
        Model.attributes(element).filter(attribute -> !attribute.getLocalName().equals("id") && !isTypeOf(attribute.getName()))
                .filter(attribute -> !(path.endsWith("]") && attribute.getLocalName().equals("name")))
                .forEach(attribute -> Facets.put(facets, path + "@" + attribute.getLocalName(), attribute.getValue()));
        String text = Model.text(element);
        if (!path.isEmpty() && !text.isEmpty()) {
            Facets.put(facets, path, text);
        }
        Model.children(element).filter(child -> !MIRRORED.contains(child.getLocalName()) && !ProcessWords.isElement(child.getLocalName())).forEach(child -> {
            String named = Model.attribute(child, "name");
            String step = child.getLocalName() + (named.isEmpty() ? "" : "[" + named + "]");
            String down = path.isEmpty() ? step : path + "/" + step;
            boolean bare = child.getAttributes().getLength() == 0 && Model.text(child).isEmpty() && Model.children(child).findAny().isEmpty();
            if (bare || child.getLocalName().endsWith("EventDefinition")) {
                Facets.put(facets, down, "✓");
            }
            collect(child, down, facets);
        });
    }

    private static boolean isTypeOf(String attribute) {
        return attribute.endsWith(":type");
    }

    private static long moved(Element before, Element after) {
        Map<String, String> places = places(before);
        return places(after).entrySet().stream().filter(place -> places.containsKey(place.getKey()) && !places.get(place.getKey()).equals(place.getValue())).count();
    }

    private static Map<String, String> places(Element root) {
        Map<String, String> places = new LinkedHashMap<>();
        Model.all(root).filter(element -> element.hasAttribute("bpmnElement")).forEach(drawn -> {
            StringBuilder place = new StringBuilder();
            Model.all(drawn).filter(part -> part.hasAttribute("x")).forEach(part -> place.append(part.getAttribute("x")).append(' ').append(part.getAttribute("y"))
                    .append(' ').append(part.getAttribute("width")).append(' ').append(part.getAttribute("height")).append(';'));
            places.put(drawn.getAttribute("bpmnElement"), place.toString());
        });
        return places;
    }
}
