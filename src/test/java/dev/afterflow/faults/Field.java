package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Sandbox.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One database with its nodes and buyers under a seed: load, faults, silence, checks. */
final class Field implements AutoCloseable {

    /** Longer than the played partner takes at its latest, shorter than a minute so that a run ends today. */
    static final Map<String, String> SETTINGS = Map.of("afterflow.payments.sandbox.window", "15s");
    private static final Duration QUIET = Duration.ofSeconds(240);

    final Cluster cluster;
    final Books books;
    final List<Node> nodes;
    final Buyers buyers;
    final Diary diary;
    final Set<String> noticesHeard = ConcurrentHashMap.newKeySet();
    private final long seed;
    private long hurried;

    Field(Cluster cluster, String database, long seed, List<Node> nodes, Diary diary) {
        this(cluster, database, seed, nodes, diary, new Buyers(seed, nodes));
    }

    Field(Cluster cluster, String database, long seed, List<Node> nodes, Diary diary, Buyers buyers) {
        this.cluster = cluster;
        this.seed = seed;
        this.books = new Books(cluster.postgres(), database);
        this.nodes = nodes;
        this.buyers = buyers;
        this.diary = diary;
    }

    /** How the played partner behaves under a seed: it pays a repeated number again, and one refund in three meets a fault. */
    static String partner(long seed) {
        return partner(seed, 3, 0.06);
    }

    /** The same, with so many seconds until late money moves and this chance of it. */
    static String partner(long seed, int delay, double late) {
        return """
                {"seed":%d,"delaySeconds":%d,"doubledNotices":0.2,"lostNotices":0.2,"ignoreRepeats":true,"rates":{"FAIL_BEFORE":0.08,
                 "FAIL_AFTER":0.08,"LOSE_REPLY":0.08,"GARBLE":0.03,"LATE":%s,"PROCESSING":0.05}}""".formatted(seed, delay, late);
    }

    /** Waits until nothing is under way any more; after a while the hours of back-off are let go by. False when it never is. */
    boolean awaitQuiet() {
        Instant begin = Instant.now();
        boolean quiet = Patience.within(QUIET, () -> {
            if (underWay() == 0) {
                return true;
            }
            if (begin.plusSeconds(20).isBefore(Instant.now())) {
                letBackOffsPass();
            }
            Patience.lasts(Duration.ofSeconds(1));
            return false;
        });
        diary.note("–", (quiet ? "quiet after " : "NOT quiet after ") + Duration.between(begin, Instant.now()).toSeconds() + " s");
        return quiet;
    }

    private long underWay() {
        return books.count("""
                select (select count(*) from cases.case_file where order_id like 'F%' and state <> 'CLOSED')
                  + (select count(*) from payments.refund where payment_id like 'PAY-F%' and state in ('REQUESTED','SENT','PROCESSING'))
                  + (select count(*) from payments.inbox where state = 'NEW')
                  + (select count(*) from dispatch.event_publication where publication_date < now() - interval '20 seconds')
                  + (select count(*) from intake.message where state = 'PARKED')""");
    }

    /** As if the back-offs' time had gone by; leases, settle windows and lock times stay as they are. */
    void letBackOffsPass() {
        hurried += books.count("""
                with hurried as (update dispatch.outbox set next_at = now() where not done and lease_until is null
                  and kind in ('refund', 'notice', 'platform', 'platform-hint', 'carrier', 'chargeback')
                  and last_error is distinct from 'waits for the carrier' and next_at > now() + interval '5 seconds' returning 1) select count(*) from hurried""");
        books.change("update dispatch.event_publication set publication_date = publication_date - interval '2 minutes', "
                + "last_resubmission_date = last_resubmission_date - interval '2 minutes' where publication_date > now() - interval '2 minutes' and publication_date < now() - interval '20 seconds'");
    }

    long hurried() {
        return hurried;
    }

    List<Moved> moneyLog() {
        return cluster.sandbox().moneyLog();
    }

    Map<String, Checker.Finding> check() {
        return new Checker(books, seed, buyers.acknowledged(), moneyLog(), List.copyOf(noticesHeard), diary.ended()).findings();
    }

    /** How often each outcome of talking to the partner was met. */
    Map<String, Long> attempts() {
        Map<String, Long> met = new TreeMap<>();
        books.ask("""
                select coalesce(partner_code, outcome) || '=' || count(*) from dispatch.attempt where kind = 'refund' and step <> 'sending'
                group by coalesce(partner_code, outcome)""").forEach(each -> met.put(each.split("=")[0], Long.valueOf(each.split("=")[1])));
        return met;
    }

    Node other(Node node) {
        return nodes.stream().filter(each -> each != node).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        buyers.close();
        nodes.forEach(Node::close);
    }
}
