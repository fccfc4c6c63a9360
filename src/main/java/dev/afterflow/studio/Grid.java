package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A decision table as rows and named columns. */
final class Grid {

    static final String ANY = "-";

    private final Map<String, Said> columns = new LinkedHashMap<>();
    private final Map<String, Element> rows;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    Grid(Element table) {
        Stream.concat(Model.children(table, "input"), Model.children(table, "output")).forEach(column -> {
            order.add(column.getAttribute("id"));
            columns.put(column.getAttribute("id"), label(column));
        });
        rows = TableDiff.byId(table, "rule");
        rows.keySet().forEach(id -> places.put(id, places.size() + 1));
    }

    static Said label(Element column) {
        Said label = Said.of(column.getAttribute("label"));
        return label.isEmpty() ? new Said(column.getAttribute("name"), column.getAttribute("name")) : label;
    }

    Map<String, Element> rows() {
        return rows;
    }

    int place(String row) {
        return places.get(row);
    }

    Optional<Said> column(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    /** {@code 第 8 行「包邮：…」}, without the marks of its sources. */
    Said said(String row) {
        Said why = Said.of(Model.textOf(rows.get(row), "description").replaceAll("\\s*\\[[A-Z].*$", ""));
        return new Said("第 " + place(row) + " 行「" + Facets.cut(why.zh()) + "」", "row " + place(row) + " “" + Facets.cut(why.en()) + "”");
    }

    /** The cells of a row by the id of their column, the description under its own name. */
    Map<String, String> cells(String row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("description", Model.textOf(rows.get(row), "description"));
        List<Element> entries = Stream.concat(Model.children(rows.get(row), "inputEntry"), Model.children(rows.get(row), "outputEntry")).toList();
        for (int i = 0; i < entries.size() && i < order.size(); i++) {
            String text = Model.textOf(entries.get(i), "text");
            cells.put(order.get(i), text.isEmpty() ? ANY : text);
        }
        return cells;
    }

    /** What the row says, without the cells that say nothing. */
    Said whole(String row) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        cells(row).forEach((column, text) -> {
            if (!text.equals(ANY) && columns.containsKey(column)) {
                zh.append(zh.isEmpty() ? "：" : "，").append(columns.get(column).zh()).append(' ').append(text);
                en.append(en.isEmpty() ? ": " : ", ").append(columns.get(column).en()).append(' ').append(text);
            }
        });
        return new Said(Facets.cut(zh.toString()), Facets.cut(en.toString()));
    }
}
