package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What differs between two versions of a file of decisions: columns, rows, and rows cell by cell. */
final class TableDiff {

    private static final Map<String, Said> FACETS = Map.ofEntries(
            Map.entry("name", new Said("名称", "name")), Map.entry("description", new Said("说明", "description")), Map.entry("hitPolicy", new Said("命中策略", "hit policy")),
            Map.entry("aggregation", new Said("汇总", "aggregation")), Map.entry("label", new Said("列名", "label")), Map.entry("typeRef", new Said("类型", "type")),
            Map.entry("expression", new Said("取值", "expression")), Map.entry("historyTimeToLive", new Said("历史保留", "history kept for")));
    private static final Said EMPTY = new Said("（不限）", "(any)");

    private TableDiff() {
    }

    static List<Change> of(Element before, Element after) {
        List<Change> changes = new ArrayList<>();
        Map<String, Element> old = byId(before, "decision");
        Map<String, Element> now = byId(after, "decision");
        old.forEach((id, decision) -> {
            if (!now.containsKey(id)) {
                changes.add(Change.removed(id, "删去决策「" + id + "」", "removed decision “" + id + "”"));
            }
        });
        now.forEach((id, decision) -> {
            if (!old.containsKey(id)) {
                changes.add(Change.added(id, "新增决策「" + id + "」", "added decision “" + id + "”"));
            } else {
                decision(old.get(id), decision, changes);
            }
        });
        return changes;
    }

    private static void decision(Element before, Element after, List<Change> changes) {
        String id = after.getAttribute("id");
        changes.addAll(Facets.compare(id, new Said("决策表", "table"), facets(before), facets(after), TableDiff::facet, (path, value) -> Said.of(value)));
        Element old = Model.children(before, "decisionTable").findFirst().orElse(before);
        Element now = Model.children(after, "decisionTable").findFirst().orElse(after);
        changes.addAll(Facets.compare(id, new Said("决策表", "table"), attributes(old), attributes(now), TableDiff::facet, (path, value) -> Said.of(value)));
        columns("input", new Said("条件列", "condition"), old, now, changes);
        columns("output", new Said("结果列", "answer"), old, now, changes);
        rows(new Grid(old), new Grid(now), changes);
    }

    private static Map<String, String> facets(Element decision) {
        Map<String, String> facets = attributes(decision);
        Model.children(decision).filter(child -> !child.getLocalName().equals("decisionTable") && !child.getLocalName().equals("extensionElements"))
                .forEach(child -> Facets.put(facets, child.getLocalName(), child.getLocalName().equals("description") ? Model.text(child) : written(child)));
        return facets;
    }

    private static String written(Element element) {
        StringBuilder written = new StringBuilder();
        Model.all(element).forEach(each -> {
            Model.attributes(each).filter(attribute -> !attribute.getLocalName().equals("id")).forEach(attribute -> written.append(attribute.getValue()).append(' '));
            written.append(Model.text(each)).append(' ');
        });
        return written.toString().strip();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Model.attributes(element).filter(attribute -> !attribute.getLocalName().equals("id"))
                .forEach(attribute -> Facets.put(attributes, attribute.getLocalName(), attribute.getValue()));
        return attributes;
    }

    private static void columns(String kind, Said word, Element before, Element after, List<Change> changes) {
        Map<String, Element> old = byId(before, kind);
        Map<String, Element> now = byId(after, kind);
        old.forEach((id, column) -> {
            if (!now.containsKey(id)) {
                Said label = Grid.label(column);
                changes.add(Change.removed(id, "删去" + word.zh() + "「" + label.zh() + "」", "removed " + word.en() + " column “" + label.en() + "”"));
            }
        });
        now.forEach((id, column) -> {
            Said label = Grid.label(column);
            if (!old.containsKey(id)) {
                changes.add(Change.added(id, "新增" + word.zh() + "「" + label.zh() + "」", "added " + word.en() + " column “" + label.en() + "”"));
            } else {
                changes.addAll(Facets.compare(id, new Said(word.zh() + "「" + label.zh() + "」", word.en() + " column “" + label.en() + "”"), column(old.get(id)), column(column),
                        TableDiff::facet, (path, value) -> Said.of(value)));
            }
        });
    }

    private static Map<String, String> column(Element column) {
        Map<String, String> facets = attributes(column);
        Model.children(column).forEach(child -> {
            Facets.put(facets, child.getLocalName().equals("inputExpression") ? "expression" : child.getLocalName(), Model.textOf(child, "text"));
            attributes(child).forEach((name, value) -> Facets.put(facets, name, value));
        });
        return facets;
    }

    private static void rows(Grid old, Grid now, List<Change> changes) {
        old.rows().forEach((id, row) -> {
            if (!now.rows().containsKey(id)) {
                changes.add(Change.removed(id, "删去" + old.said(id).zh() + old.whole(id).zh(), "removed " + old.said(id).en() + old.whole(id).en()));
            }
        });
        Set<String> stayed = Order.stayed(List.copyOf(old.rows().keySet()), List.copyOf(now.rows().keySet()));
        now.rows().forEach((id, row) -> {
            Said said = now.said(id);
            if (!old.rows().containsKey(id)) {
                changes.add(Change.added(id, "新增" + said.zh() + now.whole(id).zh(), "added " + said.en() + now.whole(id).en()));
                return;
            }
            if (!stayed.contains(id)) {
                changes.add(Change.changed(id, said.zh() + "：原在第 " + old.place(id) + " 行", said.en() + ": was row " + old.place(id)));
            }
            changes.addAll(Facets.compare(id, said, old.cells(id), now.cells(id), path -> cell(path, old, now), (path, value) -> shown(value)));
        });
    }

    private static Said cell(String path, Grid old, Grid now) {
        return path.equals("description") ? new Said("说明", "description") : now.column(path).orElseGet(() -> old.column(path).orElse(new Said(path, path)));
    }

    /** An empty cell is kept as {@code -}: in a table it means something. */
    private static Said shown(String value) {
        return value.equals(Grid.ANY) ? EMPTY : Said.of(value);
    }

    static Map<String, Element> byId(Element top, String kind) {
        Map<String, Element> byId = new LinkedHashMap<>();
        Model.children(top, kind).forEach(element -> byId.put(element.getAttribute("id"), element));
        return byId;
    }

    private static Said facet(String path) {
        return FACETS.getOrDefault(path, new Said(path, path));
    }
}
