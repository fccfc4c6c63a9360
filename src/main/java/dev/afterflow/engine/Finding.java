package dev.afterflow.engine;

/**
 * What a check says about a model.
 *
 * @param file resource name of the model
 * @param element id of the element, or its place if it has none
 * @param rule stable short name of the rule, such as {@code guard.expression}
 * @param text one English sentence that says what is wrong and what would be right
 * @param refusal true: the model is not deployed; false: a warning
 */
record Finding(String file, String element, String rule, String text, boolean refusal) {

    static Finding refusal(String file, String element, String rule, String text) {
        return new Finding(file, element, rule, text, true);
    }

    static Finding warning(String file, String element, String rule, String text) {
        return new Finding(file, element, rule, text, false);
    }

    @Override
    public String toString() {
        return "%s %s: [%s] %s".formatted(file, element, rule, text);
    }
}
