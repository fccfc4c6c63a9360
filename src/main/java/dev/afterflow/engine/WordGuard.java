package dev.afterflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Walks a model and refuses every element, attribute and value that the allowed words do not name. */
class WordGuard {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]+:(tFormalExpression|Point)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern FACT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final int MOST_INSTANCES = 200;
    private static final int LONGEST = 4000;

    private final Words words;
    private final SafeGrammar grammar;
    private final FeelGrammar feel = new FeelGrammar();

    WordGuard(Words words, Delegates delegates) {
        this.words = words;
        this.grammar = new SafeGrammar(delegates);
    }

    void check(ModelFile file, Xml root, List<Finding> findings) {
        root.walk(element -> {
            Words.Element known = words.of(element.name);
            if (known == null) {
                refuse(findings, file, element, element.name.startsWith("{") ? "guard.namespace" : "guard.element",
                        "<" + element.name + "> may not stand in a model");
            } else {
                element.attributes.forEach((attribute, value) -> attribute(findings, file, element, known, attribute, value));
                text(findings, file, element, known);
            }
        });
    }

    private void attribute(List<Finding> findings, ModelFile file, Xml element, Words.Element known, String attribute, String value) {
        Words.Kind kind = words.isDecorative(attribute) ? Words.Kind.LITERAL : known.attributes().get(attribute);
        if (kind == null) {
            refuse(findings, file, element, attribute.startsWith("{") ? "guard.namespace" : "guard.attribute",
                    attribute + " may not stand at <" + element.name + ">");
        } else if (attribute.equals("id") && !ID.matcher(value).matches()) {
            refuse(findings, file, element, "guard.id", "An id is letters, digits, '_', '-' and '.'");
        } else {
            value(findings, file, element, kind, attribute, value);
        }
    }

    private void text(List<Finding> findings, ModelFile file, Xml element, Words.Element known) {
        if (known.text() == Words.Kind.NOTHING) {
            if (!element.text().isEmpty()) {
                refuse(findings, file, element, "guard.text", "<" + element.name + "> holds no text of its own");
            }
            return;
        }
        if (!element.children.isEmpty()) {
            refuse(findings, file, element, "guard.text", "<" + element.name + "> holds text only");
        }
        value(findings, file, element, known.text(), "text", element.text());
    }

    private void value(List<Finding> findings, ModelFile file, Xml element, Words.Kind kind, String where, String value) {
        Optional<String> wrong = value.length() > LONGEST ? Optional.of("A value has at most 4,000 characters") : switch (kind) {
            case DELEGATE -> grammar.delegate(value);
            case CONDITION -> grammar.condition(value);
            case VALUE -> grammar.value(value);
            case CASE_NUMBER -> grammar.caseNumber(value);
            case COUNT -> count(value);
            case RETRIES -> Durations.isList(value) ? Optional.empty() : Optional.of("Retries are a list of durations such as PT10S,PT1M");
            case CYCLE -> Durations.cycleWrong(value);
            case TYPE -> TYPE.matcher(value).matches() ? Optional.empty() : Optional.of("Only tFormalExpression is a type here");
            case FEEL -> feel.wrong(value);
            case FACT -> FACT.matcher(value).matches() ? Optional.empty() : Optional.of("A fact's name is letters and digits");
            case LITERAL, NOTHING -> SafeGrammar.hasExpression(value) ? Optional.of("Here stands plain text, no expression") : Optional.empty();
        };
        wrong.ifPresent(text -> refuse(findings, file, element, rule(kind), where.equals("text") ? text : where + ": " + text));
    }

    private Optional<String> count(String value) {
        if (SafeGrammar.hasExpression(value)) {
            return grammar.value(value);
        }
        return COUNT.matcher(value).matches() && Integer.parseInt(value) <= MOST_INSTANCES ? Optional.empty()
                : Optional.of("A repetition is a number from 1 to " + MOST_INSTANCES + " or one ${variable}");
    }

    private static String rule(Words.Kind kind) {
        return switch (kind) {
            case COUNT -> "guard.repetition";
            case RETRIES, CYCLE -> "guard.timer";
            case FEEL, FACT -> "guard.feel";
            case TYPE -> "guard.attribute";
            default -> "guard.expression";
        };
    }

    private static void refuse(List<Finding> findings, ModelFile file, Xml element, String rule, String text) {
        findings.add(Finding.refusal(file.name(), element.place(), rule, text + " (line " + element.line + ")"));
    }
}
