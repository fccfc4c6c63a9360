package dev.afterflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Postgres;
import dev.afterflow.database.Crowd;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs everything once and writes {@code target/benchmark/report.md}; it fails only if a run does not come to its end. */
class CostOfACaseBenchmark {

    private static final int MOST_PLANS = 25;
    private static final Path PAGE = Path.of("target", "benchmark", "report.md");
    private final Settings settings = Settings.given();
    private final Report report = new Report(settings);

    @Test
    void aCaseIsMeasuredAgainstTheEngineAsItsStarterSetsItUp() {
        Path folder = Path.of("target", "benchmark", "run" + ProcessHandle.current().pid());
        try (Cluster cluster = new Cluster(folder, Map.of("shared_preload_libraries", "pg_stat_statements", "shared_buffers", "1GB",
                "max_wal_size", "16GB", "checkpoint_timeout", "1h", "pg_stat_statements.max", "5000", "maintenance_work_mem", "256MB",
                "idle_in_transaction_session_timeout", "0", "max_connections", "300"))) {
            Ring ring = new Ring(cluster);
            Map<String, Runnable> parts = Map.of("engine", () -> engineShare(cluster, ring), "whole", () -> wholeCase(cluster, ring),
                    "lists", () -> lists(cluster, ring), "windows", () -> windows(cluster, ring));
            Stream.of("engine", "whole", "lists", "windows").filter(settings.parts()::contains).forEach(part -> parts.get(part).run());
        }
        assertThat(report.written(PAGE)).exists();
    }

    private void engineShare(Cluster cluster, Ring ring) {
        Contestant shipped = ring.shippedEngine();
        Contestant stock = ring.stockEngine();
        Contestant plain = ring.plain("engine", Ring.ENGINE_COMMITS);
        for (Contestant each : List.of(shipped, stock, plain)) {
            each.warm(settings.warm());
        }
        Ring.leaveOpen(shipped, 5);
        Ring.leaveOpen(stock, 5);
        for (int open : settings.open()) {
            List<Contestant> running = open == 0 ? List.of(shipped, stock, plain) : List.of(shipped, stock);
            if (open > 0) {
                crowd(cluster.postgres(), "shipped_engine", open);
                crowd(cluster.postgres(), "stock_engine", open);
                running.forEach(each -> each.warm(20));
            }
            Ring.interleaved(running, settings.passes(), cases(open));
            running.forEach(each -> report.engine(open, each.name(), each.result()));
            report.written(PAGE);
        }
    }

    private void wholeCase(Cluster cluster, Ring ring) {
        Ring.House shipped = ring.house("shipped_whole", "product, whole case", false);
        Ring.House stock = ring.house("stock_whole", "starter defaults, whole case", true);
        Contestant plain = ring.plain("whole", Ring.WHOLE_COMMITS);
        plain.warm(settings.warm());
        for (Ring.House house : List.of(shipped, stock)) {
            house.contestant().awake();
            house.floor().sells(settings.warm() / 3 + 200 + settings.open().length * (settings.passes() * settings.cases() + 20));
            house.contestant().asleep();
            house.contestant().warm(settings.warm() / 3);
        }
        for (int open : settings.open()) {
            List<Contestant> running = open == 0 ? List.of(shipped.contestant(), stock.contestant(), plain)
                    : List.of(shipped.contestant(), stock.contestant());
            if (open > 0) {
                grow(cluster.postgres(), shipped, open);
                grow(cluster.postgres(), stock, open);
                running.forEach(each -> each.warm(10));
            }
            Ring.interleaved(running, settings.passes(), cases(open));
            running.forEach(each -> report.whole(open, each.name(), each.result()));
            report.written(PAGE);
        }
        report.plans(Plans.hottest(cluster.postgres(), shipped.database(), 5_000, MOST_PLANS));
    }

    /** A run among many open cases is shorter: the starter's engine needs its time there. */
    private int cases(int open) {
        return open == 0 ? settings.cases() : Math.max(40, settings.cases() / 3);
    }

    private void grow(Postgres server, Ring.House house, int open) {
        house.contestant().awake();
        house.floor().leavesOpen(5);
        house.contestant().asleep();
        crowd(server, house.database(), open);
    }

    private void lists(Cluster cluster, Ring ring) {
        Ring.House house = ring.house("lists", "the desk's lists", false);
        house.contestant().awake();
        house.floor().sells(10);
        house.floor().leavesOpen(5);
        Map<Integer, Map<String, Lists.Speed>> speeds = new LinkedHashMap<>();
        for (int open : settings.lists()) {
            crowd(cluster.postgres(), house.database(), open);
            speeds.put(open, Lists.of(house.floor().agent()));
        }
        report.lists(speeds);
    }

    private void windows(Cluster cluster, Ring ring) {
        Ring.House house = ring.house("windows", "what managers look at and agents type", false);
        house.contestant().awake();
        house.floor().sells(30);
        house.floor().walk(12);
        house.floor().leavesOpen(8);
        Windows windows = new Windows(cluster.postgres(), house.database());
        for (int many : settings.windows()) {
            crowd(cluster.postgres(), house.database(), many);
            windows.spread();
            Map<String, Lists.Speed> speeds = new LinkedHashMap<>(windows.cockpit(house.floor().person("manager")));
            speeds.putAll(windows.search(house.floor().agent()));
            report.windows(many, speeds, settings.day(), windows.day(settings.day()));
            report.plans(Plans.hottest(cluster.postgres(), house.database(), 5_000, MOST_PLANS));
            report.written(PAGE);
        }
    }

    private static void crowd(Postgres server, String database, int open) {
        System.out.println("Gathering " + open + " open cases in " + database);
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database);
        superuser.setUser("postgres");
        superuser.setPassword("postgres");
        Crowd.gather(superuser, open);
    }
}
