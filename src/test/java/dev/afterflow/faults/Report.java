package dev.afterflow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** The report of a run in Markdown, {@code target/faults/report.md}; each test adds its part. */
final class Report {

    private static final Path FILE = Path.of("target", "faults", "report.md");

    private Report() {
    }

    static void begin(long seed, int refunds) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add("""
                # Faults

                Seed %d, at least %d refunds. %d processors, Java %s, two nodes of 320 MB, one PostgreSQL 17 with fsync, the sandbox in its own process.
                Again: `mvn -Pfaults verify -Dfaults.seed=%d -Dfaults.refunds=%d`
                """.formatted(seed, refunds, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), seed, refunds));
    }

    static void add(String text) {
        System.out.println(text);
        try {
            Files.writeString(FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void schedule(Diary diary) {
        StringBuilder table = new StringBuilder("## Schedule\n\n| second | fault | what |\n|---:|---|---|\n");
        diary.lines().forEach(line -> table.append("| %.1f | %s | %s |%n".formatted(line.second(), line.fault(), line.text())));
        add(table.toString());
    }

    static void invariants(String title, Map<String, Checker.Finding> findings) {
        StringBuilder table = new StringBuilder("## " + title + "\n\n| | promise | checked | breaches |\n|---|---|---:|---:|\n");
        findings.forEach((name, finding) -> table.append("| %s | %s | %d | %d |%n".formatted(name, finding.promise(), finding.checked(),
                finding.breaches().size())));
        findings.forEach((name, finding) -> finding.breaches().stream().limit(10)
                .forEach(breach -> table.append("\n- ").append(name).append(": ").append(breach)));
        add(table.toString());
    }

    static List<String> breaches(Map<String, Checker.Finding> findings) {
        return findings.entrySet().stream().flatMap(each -> each.getValue().breaches().stream()
                .map(breach -> each.getKey() + " " + breach)).toList();
    }
}
