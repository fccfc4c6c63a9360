package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the words of a request that stand for a choice; refuses any other word. */
final class Words {

    private Words() {
    }

    static <E extends Enum<E>> E pick(String field, String word, List<E> choices) {
        return choices.stream().filter(choice -> word(choice).equals(word)).findFirst()
                .orElseThrow(() -> unknown(field, choices.stream().map(Words::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static Problem unknown(String field, String choices) {
        return Problem.malformed(field, "values", "请使用其中之一：" + choices, "Use one of: " + choices);
    }
}
