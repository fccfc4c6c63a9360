package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows what the first rows of an import would become; stores nothing. */
@Component
class ImportPreview {

    private static final int ROWS = 20;
    private static final int MEMBERS = 100;

    /** What was found: the columns of each file and the first rows as they would be sent. */
    record Shown(Map<String, List<String>> columns, List<Row> rows) {

        record Row(long row, JsonNode mapped, List<Told> faults) {
        }

        record Told(String field, String rule, String remedy) {
        }
    }

    private final ImportFiles files;
    private final Sorting sorting;

    ImportPreview(ImportFiles files, Sorting sorting) {
        this.files = files;
        this.sorting = sorting;
    }

    Shown show(Shop shop, String kind, Mapping mapping, Map<String, ImportFiles.Kept> kept, String language) {
        Recipient recipient = sorting.recipient(kind);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<Table.Line> lines = new ArrayList<>();
        try {
            for (String alias : kept.keySet()) {
                try (Table table = open(mapping, kept, alias)) {
                    columns.put(alias, table.header());
                    while (alias.equals(mapping.main()) && table.hasNext() && lines.size() < ROWS) {
                        lines.add(table.next());
                    }
                }
            }
            ImportLinks links = new ImportLinks(mapping, lines.stream().map(Table.Line::cells).toList(),
                    (alias, keys) -> kept.containsKey(alias) ? search(mapping, kept, alias, keys) : Map.of());
            RowMapper mapper = new RowMapper(mapping, shop.timeZone(), shop.currency());
            return new Shown(columns, lines.stream().map(line -> row(recipient, shop, line, mapper.map(line.cells(), links), language)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ImportRefused e) {
            throw Problem.invalid("files", "file", e.zh(), e.en());
        }
    }

    private static Shown.Row row(Recipient recipient, Shop shop, Table.Line line, RowMapper.Mapped mapped, String language) {
        List<Fault> faults = mapped.faults().isEmpty() ? recipient.check(mapped.row(), shop) : mapped.faults();
        return new Shown.Row(line.number(), mapped.row(), faults.stream()
                .map(fault -> new Shown.Told(fault.field(), fault.rule(), fault.remedy(language))).toList());
    }

    /** Walks the whole linked file and keeps only the rows that belong to the few main rows. */
    private Map<String, List<Map<String, String>>> search(Mapping mapping, Map<String, ImportFiles.Kept> kept, String alias, Set<String> keys) {
        Map<String, List<Map<String, String>>> found = new HashMap<>();
        try (Table table = open(mapping, kept, alias)) {
            while (table.hasNext()) {
                Map<String, String> cells = table.next().cells();
                String key = ImportLinks.key(cells, mapping.files().get(alias).key());
                List<Map<String, String>> rows = keys.contains(key) ? found.computeIfAbsent(key, any -> new ArrayList<>()) : null;
                if (rows != null && rows.size() < MEMBERS) {
                    rows.add(cells);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table open(Mapping mapping, Map<String, ImportFiles.Kept> kept, String alias) {
        ImportFiles.Kept file = kept.get(alias);
        return Table.open(files.path(file.stored()), file.format(), mapping.files().get(alias).sheet());
    }
}
