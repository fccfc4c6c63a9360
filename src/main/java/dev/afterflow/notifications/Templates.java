package dev.afterflow.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The texts buyers get: first line the subject, the rest the body; Chinese for Chinese readers, English for all others. */
@Component
class Templates {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,40}");

    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    Optional<Text> text(Message message) {
        return text(message.template(), message.language(), message.words(), false);
    }

    /** {@code open}: a word nobody gave stays as it is, in its braces, instead of vanishing. */
    Optional<Text> text(String template, String language, Map<String, String> words, boolean open) {
        return raw(template, language).map(text -> filled(text, words, open));
    }

    /** The names of the words a template wants, in the order they stand. */
    List<String> words(String template, String language) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        raw(template, language).ifPresent(text -> WORD.matcher(text).results().map(word -> word.group(1)).forEach(names::add));
        return List.copyOf(names);
    }

    private Optional<String> raw(String template, String language) {
        if (!NAME.matcher(template).matches()) {
            return Optional.empty();
        }
        String written = language != null && language.startsWith("zh") ? "zh" : "en";
        return read.computeIfAbsent(template + "." + written, Templates::read);
    }

    private static Text filled(String template, Map<String, String> words, boolean open) {
        String text = WORD.matcher(template).replaceAll(word -> Matcher.quoteReplacement(
            words.getOrDefault(word.group(1), open ? word.group() : "")));
        int line = text.indexOf('\n');
        return new Text(text.substring(0, line).strip(), text.substring(line + 1).strip());
    }

    private static Optional<String> read(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("/notifications/" + name + ".txt")) {
            return file == null ? Optional.empty() : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Text(String subject, String body) {

        String whole() {
            return subject + "\n" + body;
        }
    }
}
