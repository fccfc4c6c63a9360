package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Sandbox;
import dev.afterflow.platforms.MarketMutants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The marketplace's harness itself is checked: the product with one rule of writing broken must not get past its checker. */
@Tag("faults")
class MarketMutantsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261129L);
    private static final int WORDS = 66;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static Report report;

    @BeforeAll
    static void open() {
        assumeTrue(Integer.getInteger("faults.refunds", 2_000) >= 1_000, "left out of the short way");
        report = new Report("8-market-mutants", """
                # Marketplace mutants

                The product with one rule of writing to a marketplace broken; the checker must find each.
                """);
    }

    @Test
    void aWordThatIsSaidAgainWithoutLookingIsCaught() {
        assertThat(told("what had no clear answer is said again without looking", SEED + 1, "LOSE", MarketMutants.WritesAgain.class))
                .anyMatch(breach -> breach.startsWith("W1"));
    }

    @Test
    void aWordThatNeverArrivedAndCountsAsSaidIsCaught() {
        assertThat(told("silence counts as a yes", SEED + 2, "FAIL", MarketMutants.BelievesItself.class))
                .anyMatch(breach -> breach.startsWith("W3") && breach.contains("is not there"));
    }

    @Test
    void aNumberThatIsAskedForTwiceIsCaught() {
        assertThat(told("the same number is another request", SEED + 3, "NONE", MarketMutants.AsksTwice.class))
                .anyMatch(breach -> breach.startsWith("W3") && breach.contains("nobody asked"));
    }

    private static List<String> told(String mutant, long seed, String how, Class<?> broken) {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "market-mutants-" + seed + "-" + ProcessHandle.current().pid()))) {
            cluster.database("mutant");
            Map<String, String> settings = new TreeMap<>(Field.SETTINGS);
            settings.putAll(MarketBuyers.settings());
            Node node = cluster.node("mutant", "mutant", settings).startAs(broken).awaitReady();
            MarketBuyers.connect(cluster, node);
            Books books = new Books(cluster.postgres(), "mutant");
            try (Buyers door = new Buyers(seed, List.of(node)); MarketBuyers buyers = new MarketBuyers(cluster, List.of(node), door, seed);
                    Sellers sellers = new Sellers(cluster, List.of(node), buyers, seed)) {
                disturb(cluster, how, sellers.say(WORDS, Duration.ofSeconds(10)));
                Patience.within(Duration.ofSeconds(150), () -> {
                    books.change("update dispatch.outbox set next_at = now() where not done and lease_until is null and kind = 'platform' and next_at > now() + interval '5 seconds'");
                    return books.count("select count(*) from platforms.request where state in ('NEW', 'SENDING')") == 0;
                });
                Map<String, Checker.Finding> findings = new WordsChecker(books, new Books(cluster.sandbox().books(), Sandbox.BOOKS), sellers.acknowledged()).findings();
                report.invariants("Mutant: " + mutant + " (seed " + seed + ", " + sellers.acknowledged().size() + " words)", findings);
                return Report.breaches(findings);
            } finally {
                node.close();
            }
        }
    }

    /** Messages and flags meet this, until all were heard and half a minute longer. */
    private static void disturb(Cluster cluster, String how, CountDownLatch heard) {
        int[] after = {0};
        Patience.until("all were heard", Duration.ofSeconds(180), () -> {
            for (String method : how.equals("NONE") ? List.<String>of() : List.of("taobao.refund.message.add", "taobao.trade.memo.update", "taobao.traderate.explain.add")) {
                cluster.sandbox().press("markets/fault", JSON.writeValueAsString(Map.of("shop", Buyers.SHOP, "method", method, "how", how)));
            }
            Patience.lasts(Duration.ofMillis(500));
            return heard.getCount() == 0 && after[0]++ > 30;
        });
    }
}
