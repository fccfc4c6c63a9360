package dev.afterflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The run's figures as a page to read: ratios first, since only they carry over to another machine. */
final class Report {

    private static final String HEAD = """
            | | cases/s | CPU ms a case | of it JVM + PostgreSQL | statements | commits | log KiB | disk KiB |
            |---|---|---|---|---|---|---|---|
            """;
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Map<String, Run>> engine = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Run>> whole = new LinkedHashMap<>();
    private final Settings settings;
    private List<Plans.Plan> plans = List.of();
    private Map<Integer, Map<String, Lists.Speed>> lists = Map.of();
    private final Map<Integer, Map<String, Lists.Speed>> windows = new LinkedHashMap<>();
    private final List<String> days = new ArrayList<>();

    Report(Settings settings) {
        this.settings = settings;
    }

    void engine(int open, String name, Run run) {
        engine.computeIfAbsent(open, key -> new LinkedHashMap<>()).put(name, run);
    }

    void whole(int open, String name, Run run) {
        whole.computeIfAbsent(open, key -> new LinkedHashMap<>()).put(name, run);
    }

    void plans(List<Plans.Plan> hottest) {
        plans = hottest;
    }

    void lists(Map<Integer, Map<String, Lists.Speed>> speeds) {
        lists = speeds;
    }

    void windows(int many, Map<String, Lists.Speed> speeds, int events, double seconds) {
        windows.put(many, speeds);
        days.add(String.format(Locale.ROOT, "%,d events of a day are in the cockpit's counts %.1f s after they were told (%,.0f a second), among %,d orders and cases.",
                events, seconds, events / seconds, many));
    }

    /** Written anew after each part, so that a run which is broken off leaves what it has measured. */
    Path written(Path file) {
        text.setLength(0);
        line("# What a case costs (%s)", LocalDate.now());
        line("%d processors, %s %s, JDK %s, one machine for all of it; PostgreSQL with fsync, 1 GB of buffers. %d cases a run, medians of %d runs,"
                        + " taken in turn; %d cases to warm up. The world outside runs in a process of its own and is not counted.%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), System.getProperty("os.arch"),
                System.getProperty("java.version"), settings.cases(), settings.passes(), settings.warm());
        part("Engine share", "Shipped models, rooms' doors empty: request, task, refund parked, notice, close.", engine);
        part("Whole case", "Over the product's own doors: letterbox, desk, provider, message.", whole);
        goals();
        speeds("The desk's lists over HTTP", "open tasks", lists);
        speeds("Cockpit and search over HTTP", "orders and cases", windows);
        days.forEach(this::line);
        plans();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            System.out.println(text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(String title, String what, Map<Integer, Map<String, Run>> runs) {
        runs.forEach((open, contestants) -> {
            line("## %s, %,d open cases%n%n%s%n", title, open, what);
            text.append(HEAD);
            contestants.forEach((name, run) -> line("| %s | %.1f | %.2f | %.2f + %.2f | %.1f | %.2f | %.1f | %.1f |", name, run.perSecond(),
                    run.processor(), run.jvm(), run.postgres(), run.statements(), run.commits(), run.log(), run.disk()));
            line("");
        });
    }

    private void goals() {
        line("## Ratios%n%n| | measured | aim |%n|---|---|---|");
        if (!engine.isEmpty()) {
            Run shipped = run(engine, 0, "product");
            Run stock = run(engine, 0, "starter");
            line("| engine share: CPU, times cheaper than starter defaults | %.2f | 1.8 |", stock.processor() / shipped.processor());
            line("| engine share: log, share of starter defaults | %.2f | 0.20 |", shipped.log() / stock.log());
            line("| engine share: commits above the meaning's %d | %.2f | 0 |", Ring.ENGINE_COMMITS, shipped.commits() - Ring.ENGINE_COMMITS);
            among("engine share", engine);
        }
        if (!whole.isEmpty()) {
            line("| whole case: CPU, times cheaper than starter defaults | %.2f | |",
                    run(whole, 0, "starter").processor() / run(whole, 0, "product").processor());
            among("whole case", whole);
        }
        line("");
    }

    private static String many(int open) {
        return String.format(Locale.ROOT, "%,d", open);
    }

    private void among(String share, Map<Integer, Map<String, Run>> runs) {
        runs.keySet().stream().filter(open -> open > 0).forEach(open -> line("| %s: cases/s at %s open against empty | %.2f (starter defaults %.2f) | 0.8 |",
                share, many(open), run(runs, open, "product").perSecond() / run(runs, 0, "product").perSecond(),
                run(runs, open, "starter").perSecond() / run(runs, 0, "starter").perSecond()));
    }

    private static Run run(Map<Integer, Map<String, Run>> runs, int open, String name) {
        return runs.get(open).entrySet().stream().filter(entry -> entry.getKey().startsWith(name)).findFirst().orElseThrow().getValue();
    }

    private void speeds(String title, String among, Map<Integer, Map<String, Lists.Speed>> measured) {
        line("## %s%n%n| %s | what is asked | p50 ms | p99 ms |%n|---|---|---|---|", title, among);
        measured.forEach((many, speeds) -> speeds.forEach((what, speed) -> line("| %,d | %s | %.2f | %.2f |", many, what, speed.p50(), speed.p99())));
        line("");
    }

    private void plans() {
        line("## Hottest statements of the product on large tables, with their plans%n");
        plans.forEach(plan -> line("- %s%,d calls, %.1f ms each: `%s`%n  - %s", plan.readsEndToEnd() ? "**reads end to end** " : "", plan.calls(),
                plan.milliseconds() / plan.calls(), plan.statement().substring(0, Math.min(240, plan.statement().length())),
                String.join("; ", plan.lines())));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
