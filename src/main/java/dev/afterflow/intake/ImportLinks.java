package dev.afterflow.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The linked rows of one chunk of main rows, fetched file by file with one select each. */
class ImportLinks implements RowMapper.Links {

    /** Fetches the rows of a file that have one of these keys. */
    interface Shelf {
        Map<String, List<Map<String, String>>> rows(String alias, Set<String> keys);
    }

    private final Mapping mapping;
    private final Map<String, Map<String, List<Map<String, String>>>> found = new HashMap<>();

    ImportLinks(Mapping mapping, List<Map<String, String>> main, Shelf shelf) {
        this.mapping = mapping;
        Map<String, List<Map<String, String>>> here = new HashMap<>(Map.of(mapping.main(), main));
        for (String alias : mapping.linked()) {
            Set<String> keys = new LinkedHashSet<>();
            here.get(mapping.parent(alias)).forEach(row -> keys.add(key(row, mapping.files().get(alias).of())));
            Map<String, List<Map<String, String>>> rows = keys.isEmpty() ? Map.of() : shelf.rows(alias, keys);
            found.put(alias, rows);
            List<Map<String, String>> all = new ArrayList<>();
            rows.values().forEach(all::addAll);
            here.put(alias, all);
        }
    }

    @Override
    public List<Map<String, String>> of(String alias, Map<String, String> parent) {
        return found.getOrDefault(alias, Map.of()).getOrDefault(key(parent, mapping.files().get(alias).of()), List.of());
    }

    /** The cells of these columns as one text. */
    static String key(Map<String, String> row, List<String> columns) {
        StringBuilder key = new StringBuilder();
        columns.forEach(column -> key.append(row.getOrDefault(column, "").strip()).append('\u001F'));
        return key.toString();
    }
}
