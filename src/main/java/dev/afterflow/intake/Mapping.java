package dev.afterflow.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How the columns of one or several files become rows of one kind.
 *
 * @param main alias of the file whose every row becomes one row of the kind
 * @param timeZone zone of times that name none; the shop's when null
 * @param currency currency of amounts; the shop's when null
 * @param decimal decimal sign of amounts: {@code .} or {@code ,}
 * @param dates patterns of times, tried in this order after ISO 8601
 * @param files the files by alias
 * @param fields what each field of the row is made of
 */
record Mapping(String main, String timeZone, String currency, String decimal, List<String> dates,
               Map<String, Source> files, Map<String, Value> fields) {

    /**
     * One file.
     *
     * @param file name of the uploaded file, {@code *} for any sign; null fits any
     * @param from alias of the file it hangs on; null for the main file
     * @param key its own columns that name the row it belongs to
     * @param of the columns of {@code from} that hold the same; {@code key} when null
     * @param optional whether the job may run without it
     * @param sheet sheet of a workbook; the first when null
     */
    record Source(String file, String from, List<String> key, List<String> of, Boolean optional, String sheet) {

        Source {
            key = key == null ? List.of() : List.copyOf(key);
            of = of == null || of.isEmpty() ? key : List.copyOf(of);
            optional = Boolean.TRUE.equals(optional);
        }
    }

    /**
     * What one field is made of: one of column, template, constant, fields, each.
     *
     * @param column a column, of {@code from} or of the row at hand
     * @param template text with {@code {column}} places; {@code {#}} is the number of the row in its list
     * @param constant any JSON
     * @param values words of the file to words of the field
     * @param otherwise for a word that is not in values, or an empty cell
     * @param as {@code text}, {@code instant}, {@code money}, {@code integer} or {@code flag}
     * @param times column whose whole number an amount is multiplied by
     * @param fields an object of these fields
     * @param each alias of a linked file: a list with one object of {@code fields} for each of its rows
     * @param list whether the object stands in a list of its own
     * @param when columns of which one at least must have a value, else the field is left out
     */
    record Value(String column, String from, String template, JsonNode constant, Map<String, String> values,
                 String otherwise, String as, String times, Map<String, Value> fields, String each, Boolean list,
                 List<String> when) {

        Value {
            constant = constant == null || constant.isNull() ? null : constant;
            when = when == null ? List.of() : List.copyOf(when);
            list = Boolean.TRUE.equals(list);
        }
    }

    Mapping {
        files = files == null ? Map.of() : new LinkedHashMap<>(files);
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
        dates = dates == null ? List.of() : List.copyOf(dates);
        decimal = decimal == null ? "." : decimal;
    }

    /** The alias a file hangs on. */
    String parent(String alias) {
        String from = files.get(alias).from();
        return from == null ? main : from;
    }

    /** The linked files, each behind the one it hangs on. */
    List<String> linked() {
        Set<String> placed = new LinkedHashSet<>(Set.of(main));
        for (int round = 0; round < files.size(); round++) {
            files.keySet().stream().filter(alias -> !placed.contains(alias) && placed.contains(parent(alias))).toList()
                    .forEach(placed::add);
        }
        List<String> linked = new ArrayList<>(placed);
        linked.remove(main);
        return linked;
    }

    /** The columns of a file that the mapping asks for. */
    Set<String> columns(String alias) {
        Set<String> columns = new LinkedHashSet<>();
        files.forEach((other, source) -> {
            if (other.equals(alias)) {
                columns.addAll(source.key());
            }
            if (!other.equals(main) && parent(other).equals(alias)) {
                columns.addAll(source.of());
            }
        });
        MappingRules.visit(this, (at, here, value) -> columns.addAll(MappingRules.columnsIn(value, here, alias)));
        return columns;
    }
}
