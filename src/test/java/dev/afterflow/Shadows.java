package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Finds rows of a FIRST table that stand before others and take facts away from them. */
public final class Shadows {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Map<String, Object> LIMITS = Map.of("paidMinor", 90_000L, "agentLimit", 100L, "leadLimit", 300L,
            "supervisorLimit", 500L, "managerLimit", 2_000L, "promiseDays", 15L);

    /** Words that hand the question to people, who know the law: such a row takes nothing away. */
    private static final Set<String> PEOPLE = Set.of("\"person\"", "\"UNCLEAR\"", "\"legal\"", "\"supervisor\"", "\"LEGAL\"", "\"deduct\"",
            "\"part\"", "\"wrongGoods\"", "\"empty\"");
    /** Who stands on the seller's side is the seller's own affair: to the buyer all of them are the seller. */
    private static final Pattern SELLERS_SIDE = Pattern.compile("SELLER|WAREHOUSE|OPERATIONS|SUPPLIER|CARRIER|PLATFORM");

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final Map<String, Boolean> known = new HashMap<>();
    private final List<Rule> rules;
    private final List<Set<Object>> values = new ArrayList<>();

    private Shadows(DecisionTable table) {
        this.rules = List.copyOf(table.getRules());
        for (int column = 0; column < table.getInputs().size(); column++) {
            values.add(values(column));
        }
    }

    public static Shadows of(String room, String key) {
        try (InputStream model = Shadows.class.getResourceAsStream("/processes/%s/%s.dmn".formatted(room, key))) {
            return new Shadows(Dmn.readModelFromStream(model).getModelElementsByType(DecisionTable.class).iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pairs "earlier over later" where the house's own row [P] takes facts from a row of law [A] and says something else. */
    public List<String> overLaw() {
        List<String> found = new ArrayList<>();
        for (int later = 0; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (marked(earlier, "[P]") && marked(later, "[A]") && !leavesIt(earlier, later) && meet(earlier, later)) {
                    found.add(name(earlier) + " over " + name(later));
                }
            }
        }
        return found;
    }

    private boolean leavesIt(int earlier, int later) {
        return outputs(earlier).equals(outputs(later)) || outputs(earlier).stream().anyMatch(PEOPLE::contains);
    }

    /** Rows that one single earlier row covers whole, so that nothing ever reaches them. */
    public List<String> unreachable() {
        List<String> found = new ArrayList<>();
        for (int later = 0; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (covers(earlier, later)) {
                    found.add(name(later) + " under " + name(earlier));
                }
            }
        }
        return found;
    }

    public void haveNoDeadRow() {
        assertThat(unreachable()).isEmpty();
    }

    private boolean meet(int one, int other) {
        for (int column = 0; column < values.size(); column++) {
            int at = column;
            if (values.get(column).stream().noneMatch(value -> holds(one, at, value) && holds(other, at, value))) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(int earlier, int later) {
        for (int column = 0; column < values.size(); column++) {
            int at = column;
            if (values.get(column).stream().anyMatch(value -> holds(later, at, value) && !holds(earlier, at, value))) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(int row, int column, Object value) {
        String entry = entry(row, column);
        if (entry.isEmpty()) {
            return true;
        }
        return known.computeIfAbsent(entry + "\n" + column + "\n" + value, key -> {
            Map<String, Object> facts = new HashMap<>(LIMITS);
            facts.put("cell", value);
            return feel.evaluateSimpleUnaryTests(entry, "cell", Variables.fromMap(facts).asVariableContext());
        });
    }

    /** Every word and number the column speaks of, their neighbours, each pair of words, something else, and nothing. */
    private Set<Object> values(int column) {
        Set<Object> found = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (int row = 0; row < rules.size(); row++) {
            String entry = entry(row, column);
            WORD.matcher(entry).results().forEach(word -> words.addAll(List.of(word.group(1).replaceAll("[.*()]", "").split("\\|", -1))));
            NUMBER.matcher(WORD.matcher(entry).replaceAll("")).results().map(number -> Long.parseLong(number.group()))
                    .forEach(number -> found.addAll(List.of(number - 1, number, number + 1)));
            LIMITS.forEach((name, limit) -> {
                if (entry.contains(name)) {
                    long most = (long) limit * (name.equals("promiseDays") ? 24 : 1);
                    found.addAll(List.of(most, most + 1));
                }
            });
        }
        if (anyEntry(column, "true") || anyEntry(column, "false")) {
            found.addAll(List.of(true, false));
        } else if (found.isEmpty()) {
            found.addAll(words);
            if (anyEntry(column, "contains(")) {
                words.forEach(one -> words.forEach(other -> found.add(one + "," + other)));
            }
            found.add("something else");
        }
        found.add(null);
        return found;
    }

    private boolean anyEntry(int column, String words) {
        return IntStream.range(0, rules.size()).anyMatch(row -> entry(row, column).contains(words));
    }

    private String entry(int row, int column) {
        InputEntry entry = List.copyOf(rules.get(row).getInputEntries()).get(column);
        return entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    }

    private List<String> outputs(int row) {
        return rules.get(row).getOutputEntries().stream().map(OutputEntry::getText).map(text -> text.getTextContent())
                .filter(text -> !text.contains(" / ")).map(text -> SELLERS_SIDE.matcher(text).replaceAll("SELLER")).toList();
    }

    private boolean marked(int row, String mark) {
        return rules.get(row).getDescription().getTextContent().contains(mark);
    }

    private String name(int row) {
        return rules.get(row).getId().replaceFirst("^[^_]+_", "");
    }
}
