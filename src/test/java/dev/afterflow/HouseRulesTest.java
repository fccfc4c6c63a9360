package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that a reader can check in the files: sizes, words that must not stand, one top of the tree. */
class HouseRulesTest {

    private static final int LONGEST_CLASS = 250;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|@Disabled|Thread\\.sleep|UnsupportedOperationException");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) (\\w+)");
    private static final List<String> TOP = List.of("pom.xml", "src", "processes", "forms", "docker-compose.yml", "README.md");
    private static final List<String> MADE_BY_A_RUN = List.of("target", "data");

    @Test
    void nothingElseStandsAtTheTop() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""))) {
            assertThat(top.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !MADE_BY_A_RUN.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(TOP);
        }
    }

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            long lines = Files.readAllLines(file).size();
            if (lines > LONGEST_CLASS) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            Matcher matcher = UNFINISHED.matcher(Files.readString(file));
            if (!file.endsWith("HouseRulesTest.java") && matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher type = PUBLIC_TYPE.matcher(text);
            if (file.startsWith("src/main/java") && type.find() && !text.substring(0, type.start()).contains("/**")) {
                silent.add(file.toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(path -> path.toString().matches(".*\\.(java|ts|tsx)"))
                    .filter(path -> !path.toString().contains("node_modules")).toList();
        }
    }
}
