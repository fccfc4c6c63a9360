package dev.afterflow.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts buyers get: first line the subject, the rest the body; Chinese for Chinese readers, English for all others. */
@Component
class Templates {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,40}");

    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    private final Wordings wordings;

    Templates(Wordings wordings) {
        this.wordings = wordings;
    }

    Optional<Text> text(Message message) {
        return text(message.shop(), message.template(), message.language(), message.words(), null);
    }

    /** As the shop said it at this moment; null for now. */
    Optional<Text> text(String shop, String template, String language, Map<String, String> words, Instant at) {
        return spoken(shop, template, language, at).map(text -> filled(text, words, false));
    }

    /** With words nobody gave left in their braces. */
    Optional<Text> open(String shop, String template, String language, Map<String, String> words) {
        return spoken(shop, template, language, null).map(text -> filled(text, words, true));
    }

    /** The house's own text, its words in braces. */
    Optional<Text> house(String template, String language) {
        return raw(template, language).map(text -> filled(text, Map.of(), true));
    }

    /** The names of the words a template wants, in the order they stand. */
    List<String> words(String template, String language) {
        return raw(template, language).map(Templates::wordsOf).orElse(List.of());
    }

    static List<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).distinct().toList();
    }

    /** The texts the house has, by name. */
    List<String> names() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:/notifications/*.zh.txt"))
                .map(file -> file.getFilename().replace(".zh.txt", "")).filter(name -> !name.equals(Message.TYPED)).distinct().sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> spoken(String shop, String template, String language, Instant at) {
        return wordings.inForce(shop, template, written(language), at).map(Wordings.Wording::text).or(() -> raw(template, language));
    }

    private static String written(String language) {
        return language != null && language.startsWith("zh") ? "zh" : "en";
    }

    private Optional<String> raw(String template, String language) {
        if (!NAME.matcher(template).matches()) {
            return Optional.empty();
        }
        return read.computeIfAbsent(template + "." + written(language), Templates::read);
    }

    static Text filled(String template, Map<String, String> words, boolean open) {
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
