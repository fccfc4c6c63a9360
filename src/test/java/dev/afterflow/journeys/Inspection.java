package dev.afterflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must hold on every screen, wide and narrow: accessible, in words of the reader's language, within its window, bpmn.io's mark in sight;
 * each look is kept as a picture, and with {@code -Dscreens=<folder>} also there, as the README shows it.
 */
final class Inspection {

    private static final Path APP = Path.of("src", "main", "frontend");
    private static final List<Integer> WIDTHS = List.of(1440, 1280);
    private static final int SHOWN = 1280;
    private static final int QUALITY = 45;
    private static final String GALLERY = System.getProperty("screens", "");
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
    private static final String PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
    private static final String TOO_WIDE = """
            () => { const top = document.querySelector('.top');
              return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, top ? top.scrollWidth - top.clientWidth : 0); }
            """;
    /** A picture that is shown tells nothing of the machine it was taken on. */
    private static final String ELSEWHERE = """
            here => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) if (walk.currentNode.data.includes(here)) walk.currentNode.data = walk.currentNode.data.replaceAll(new RegExp(here + '\\S*?(?=/backups)', 'g'), '/srv/afterflow/data'); }
            """;
    /** What the server told is data and may be in any language; what the page says by itself may not. */
    private static final String FOREIGN = """
            english => {
              const told = (window.told ?? []).join('\\n') + document.title, said = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('code, kbd, pre, style, script, [lang]:not(html), .number, .person, .djs-container, .bjs-powered-by, .fjs-powered-by')) said.push(walk.currentNode.data);
              document.querySelectorAll('[aria-label], [placeholder], [title]').forEach(each => { if (!each.closest('[lang]:not(html), svg, .bjs-powered-by, .fjs-powered-by'))
                said.push(each.getAttribute('aria-label') ?? '', each.getAttribute('placeholder') ?? '', each.getAttribute('title') ?? ''); });
              const foreign = english ? /[\\u4e00-\\u9fff]+/g : /\\b[A-Z]?[a-z]+(?: [a-z]{2,})+/g;
              return window.told ? [...new Set(said.flatMap(text => text.match(foreign) ?? []).filter(words => !told.includes(words)))] : [];
            }
            """;
    /** Keeps what the server told, so that data can be told from the page's own words. */
    static final String TELLING = """
            { const real = window.fetch; window.told = [];
              window.fetch = async (...asked) => { const answer = await real(...asked); answer.clone().text().then(text => window.told.push(text), () => undefined); return answer; }; }
            """;
    /** A dialog in front may lie over the mark for as long as it is open. */
    private static final String COVERED_MARKS = """
            () => {
              if (document.querySelector('[role=dialog]')) return [];
              const marks = [...document.querySelectorAll('.bjs-powered-by, .fjs-powered-by')].filter(mark => mark.checkVisibility());
              const scrolled = [...document.querySelectorAll('*')].map(each => [each, each.scrollTop]);
              const covered = marks.filter(mark => {
                mark.scrollIntoView({block: 'nearest'});
                const box = mark.getBoundingClientRect();
                return box.width * box.height < 100 || document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('.' + mark.classList[0]) !== mark;
              });
              scrolled.filter(([each, top]) => each.scrollTop !== top).forEach(([each, top]) => { each.scrollTop = top; });
              return covered.map(mark => mark.className);
            }
            """;

    private final Visit visit;
    private final String language;
    private final List<String> findings = new ArrayList<>();

    Inspection(Visit visit, String language) {
        this.visit = visit;
        this.language = language;
    }

    /** Looks at the screen as it stands once it has come to rest, in both widths. */
    void look(String name) {
        for (int width : WIDTHS) {
            Page page = visit.page();
            page.setViewportSize(width, 900);
            page.evaluate(PAINTED);
            page.waitForFunction(SETTLED);
            visit.picture(name + "-" + language + "-" + width);
            if (width == SHOWN && !GALLERY.isEmpty()) {
                keep(page, Path.of(GALLERY, name + "." + language + ".webp"));
            }
            judge(page, name + "-" + language + "-" + width);
        }
    }

    private static void keep(Page page, Path picture) {
        page.evaluate(ELSEWHERE, System.getProperty("user.dir"));
        JsonObject how = new JsonObject();
        how.addProperty("format", "webp");
        how.addProperty("quality", QUALITY);
        JsonObject taken = page.context().newCDPSession(page).send("Page.captureScreenshot", how);
        try {
            Files.write(picture, Base64.getDecoder().decode(taken.get("data").getAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(Page page, String where) {
        int wide = ((Number) page.evaluate(TOO_WIDE)).intValue();
        if (wide > 0) {
            findings.add(where + ": " + wide + " px too wide");
        }
        Matcher key = KEY.matcher((String) page.evaluate(WORDS));
        while (key.find()) {
            findings.add(where + ": untranslated " + key.group());
        }
        note(where, "in another language", page.evaluate(FOREIGN, language.equals("en")));
        note(where, "mark covered", page.evaluate(COVERED_MARKS));
        if ((Boolean) page.evaluate("() => !window.axe")) {
            page.evaluate(AXE);
        }
        note(where, "axe", page.evaluate(AUDIT));
    }

    private void note(String where, String what, Object found) {
        ((List<?>) found).forEach(each -> findings.add(where + ": " + what + ": " + each));
    }

    /** @param expected what the story provoked, beside a refused login and what is not there */
    void nothingFound(String... expected) {
        assertThat(findings(expected)).isEmpty();
    }

    /** All that was found on the screens and in the browser's complaints, beside what the story provoked. */
    List<String> findings(String... expected) {
        List<String> all = new ArrayList<>(findings);
        all.addAll(visit.complaints(Stream.concat(Stream.of("401", "404"), Stream.of(expected)).toArray(String[]::new)));
        return all;
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
