package dev.afterflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of the report of a run; {@code target/faults/report.md} holds all parts, whichever test comes first. */
final class Report {

    private static final Path FOLDER = Path.of("target", "faults");

    private final Path part;
    private final StringBuilder text;

    Report(String name, String begin) {
        this.part = FOLDER.resolve("parts").resolve(name + ".md");
        this.text = new StringBuilder(begin);
        add("");
    }

    void add(String more) {
        System.out.println(more);
        text.append(more).append('\n');
        try {
            Files.createDirectories(part.getParent());
            Files.writeString(part, text);
            StringBuilder whole = new StringBuilder();
            try (Stream<Path> parts = Files.list(part.getParent())) {
                for (Path each : parts.sorted().toList()) {
                    whole.append(Files.readString(each)).append('\n');
                }
            }
            Files.writeString(FOLDER.resolve("report.md"), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void schedule(Diary diary) {
        StringBuilder table = new StringBuilder("## Schedule\n\n| second | fault | what |\n|---:|---|---|\n");
        diary.lines().forEach(line -> table.append("| %.1f | %s | %s |%n".formatted(line.second(), line.fault(), line.text())));
        add(table.toString());
    }

    void invariants(String title, Map<String, Checker.Finding> findings) {
        StringBuilder table = new StringBuilder("## " + title + "\n\n| | promise | checked | breaches |\n|---|---|---:|---:|\n");
        findings.forEach((name, finding) -> table.append("| %s | %s | %d | %d |%n".formatted(name, finding.promise(), finding.checked(),
                finding.breaches().size())));
        findings.forEach((name, finding) -> finding.breaches().stream().limit(5)
                .forEach(breach -> table.append("\n- ").append(name).append(": ").append(breach)));
        add(table.toString());
    }

    static List<String> breaches(Map<String, Checker.Finding> findings) {
        return findings.entrySet().stream().flatMap(each -> each.getValue().breaches().stream()
                .map(breach -> each.getKey() + " " + breach)).toList();
    }
}
