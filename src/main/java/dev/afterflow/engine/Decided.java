package dev.afterflow.engine;

import java.util.Map;

/**
 * What a decision table answered.
 *
 * @param ruleId id of the row that hit, the first one if several did; empty if none did
 * @param ruleText the row's description, Chinese and English parted by {@code " / "}; empty if none did
 * @param outputs output name to value; empty if no row hit
 */
public record Decided(String ruleId, String ruleText, Map<String, Object> outputs) {

    static final Decided NOTHING = new Decided("", "", Map.of());

    /** The output as text, or null if no row hit or the cell is empty. */
    public String text(String output) {
        Object value = outputs.get(output);
        return value == null ? null : value.toString();
    }
}
