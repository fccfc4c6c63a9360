package dev.afterflow.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        if (!NAME.matcher(message.template()).matches()) {
            return Optional.empty();
        }
        String language = message.language() != null && message.language().startsWith("zh") ? "zh" : "en";
        return read.computeIfAbsent(message.template() + "." + language, Templates::read)
            .map(template -> filled(template, message.words()));
    }

    private static Text filled(String template, Map<String, String> words) {
        String text = WORD.matcher(template).replaceAll(
            word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), "")));
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
    }
}
