package dev.afterflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What must hold on every screen: accessible, in words, within its window; each one is kept as a picture. */
final class Inspection {

    private static final Path APP = Path.of("src", "main", "frontend");
    private static final String AXE = read(APP.resolve("node_modules/axe-core/axe.min.js"));
    private static final Pattern KEY = Pattern.compile("(?<![\\w./@-])(" + topWords() + ")\\.[a-zA-Z_]\\w*(\\.\\w+)*");
    private static final String AUDIT = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
              .violations.flatMap(fault => fault.nodes.map(node => fault.id + ' ' + node.target.join(' ') + ' ' + node.failureSummary))
            """;
    private static final String WORDS = """
            () => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const said = [];
              while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('.mapping, .preview, code, style, script')) said.push(walk.currentNode.data);
              return said.join('\\n'); }
            """;
    private static final String SETTLED = """
            () => document.fonts.status === 'loaded' && document.querySelectorAll('.ant-spin-spinning, .state .ant-spin').length === 0
              && document.getAnimations().every(each => each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)
            """;

    private final Visit visit;
    private final String suffix;
    private final List<String> findings = new ArrayList<>();

    Inspection(Visit visit, String language, int width) {
        this.visit = visit;
        this.suffix = "-" + language + "-" + width;
    }

    /** Looks at the screen as it stands once it has come to rest. */
    void look(String name) {
        Page page = visit.page();
        page.waitForFunction(SETTLED);
        visit.picture(name + suffix);
        Object wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wide).intValue() > 0) {
            findings.add(name + ": " + wide + " px too wide");
        }
        Matcher key = KEY.matcher((String) page.evaluate(WORDS));
        while (key.find()) {
            findings.add(name + ": untranslated " + key.group());
        }
        page.evaluate(AXE);
        ((List<?>) page.evaluate(AUDIT)).forEach(fault -> findings.add(name + ": " + fault));
    }

    /** @param expected what the story provoked, beside a refused login and what is not there */
    void nothingFound(String... expected) {
        assertThat(findings).isEmpty();
        visit.nothingWentWrong(Stream.concat(Stream.of("401", "404"), Stream.of(expected)).toArray(String[]::new));
    }

    private static String topWords() {
        try (Stream<Path> books = Files.walk(APP.resolve("src/i18n/zh-CN"))) {
            return books.filter(book -> book.toString().endsWith(".json"))
                    .flatMap(book -> JsonMapper.shared().readValue(read(book), new TypeReference<Map<String, Object>>() { }).keySet().stream())
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
