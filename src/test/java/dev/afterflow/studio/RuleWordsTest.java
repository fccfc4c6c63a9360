package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule the engine room knows is told in Chinese too. */
class RuleWordsTest {

    @Test
    void noRuleIsToldInEnglishOnly() throws IOException {
        TreeSet<String> rules = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/afterflow/engine"))) {
            for (Path source : sources.toList()) {
                String text = Files.readString(source);
                found("\"((?:guard|engine)\\.[A-Za-z]+)\"", text, "", rules);
                found("(?:refuse|warn|ensure)\\([^;]*?, \"([a-zA-Z]+)\",", text, "model.", rules);
            }
        }
        rules.removeIf(rule -> rule.matches("engine\\.(release|flow.*)"));
        assertThat(rules).hasSizeGreaterThan(50).allMatch(RuleWords::knows);
    }

    private static void found(String pattern, String text, String prefix, TreeSet<String> rules) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            rules.add(prefix + matcher.group(1));
        }
    }
}
