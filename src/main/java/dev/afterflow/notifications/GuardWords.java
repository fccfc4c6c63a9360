package dev.afterflow.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the guard's own vocabulary, which stands in files beside the code and is part of it. */
final class GuardWords {

    private GuardWords() {
    }

    static List<String> lines(String name) {
        try (InputStream file = GuardWords.class.getResourceAsStream("/notifications/guard/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<Pattern, String> spellings() {
        Map<Pattern, String> spellings = new LinkedHashMap<>();
        for (String line : lines("spellings")) {
            String[] pair = line.split("\t");
            spellings.put(Pattern.compile(pair[0]), pair[1]);
        }
        return spellings;
    }
}
