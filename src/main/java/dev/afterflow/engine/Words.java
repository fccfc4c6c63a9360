package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may stand in a model: element names, their attributes, and what kind of value each of them takes. */
final class Words {

    /** What a value may be; everything that is not named otherwise is plain text without expressions. */
    enum Kind { LITERAL, NOTHING, DELEGATE, CONDITION, VALUE, CASE_NUMBER, COUNT, RETRIES, CYCLE, TYPE, FEEL, FACT }

    record Element(Map<String, Kind> attributes, Kind text) {
    }

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final List<String> decorative;

    /**
     * @param grammar one element a line: name, optional {@code =KIND} of its text, then attributes with optional
     *     {@code =KIND}; a name that ends with {@code :} and more is taken as it stands
     * @param decorative prefixes whose attributes have no effect and may stand anywhere
     */
    Words(String grammar, List<String> decorative) {
        this.decorative = decorative;
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String line : grammar.lines().filter(line -> !line.isBlank()).toList()) {
            List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
            String first = words.remove(0);
            if (first.startsWith("@")) {
                groups.put(first, words);
            } else {
                add(first, words, groups);
            }
        }
    }

    private void add(String first, List<String> words, Map<String, List<String>> groups) {
        Map<String, Kind> attributes = new LinkedHashMap<>();
        for (String word : words) {
            for (String attribute : word.startsWith("@") ? groups.get(word) : List.of(word)) {
                attributes.put(before(attribute), kind(attribute, Kind.LITERAL));
            }
        }
        elements.put(before(first), new Element(attributes, kind(first, Kind.NOTHING)));
    }

    /** The element's words, or null if it may not stand in a model. */
    Element of(String name) {
        return elements.get(name);
    }

    boolean isDecorative(String attribute) {
        return decorative.stream().anyMatch(attribute::startsWith);
    }

    private static String before(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static Kind kind(String word, Kind otherwise) {
        int equals = word.indexOf('=');
        return equals < 0 ? otherwise : Kind.valueOf(word.substring(equals + 1));
    }
}
