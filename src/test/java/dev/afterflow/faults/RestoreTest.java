package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Sandbox.Moved;
import dev.afterflow.faults.Buyers.Asked;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A backup is taken while money is decided, sent and paid; the house goes on, then burns down. From the backup it starts
 * frozen, learns from the provider's statement what it had paid meanwhile, and pays nobody twice, though the partner would.
 */
@Tag("faults")
class RestoreTest {

    private static final long SEED = 20261201L;
    private static final Duration LONG = Duration.ofSeconds(60);
    private final Path folder = Path.of("target", "faults", "restore-" + ProcessHandle.current().pid()).toAbsolutePath();

    @Test
    void moneyInFlightIsPaidOnceThroughABackupAndARestore() throws Exception {
        try (Cluster cluster = new Cluster(folder)) {
            cluster.database("before");
            cluster.database("after");
            cluster.sandbox().behave("{\"seed\":1,\"ignoreRepeats\":true,\"rates\":{}}");
            Node first = cluster.node("node1", "before", Field.SETTINGS).start().awaitReady();
            Before before = new Before(cluster, first);
            before.live();
            List<Moved> paid = cluster.sandbox().moneyLog();
            first.kill();

            Map<String, String> settings = new HashMap<>(Field.SETTINGS);
            settings.put("restore", before.backup);
            settings.put("afterflow.data", folder.resolve("data-after").toString());
            Node second = cluster.node("node2", "after", settings).start().awaitReady();
            new After(cluster, second, before, paid).live();
        }
    }

    /** The house until it burns down. */
    private final class Before {

        final Cluster cluster;
        final Node node;
        final Books books;
        final List<Asked> all = new ArrayList<>();
        List<Asked> lost;
        String backup;
        String evidence;

        Before(Cluster cluster, Node node) {
            this.cluster = cluster;
            this.node = node;
            this.books = new Books(cluster.postgres(), "before");
        }

        void live() throws InterruptedException {
            try (Buyers buyers = new Buyers(SEED, List.of(node))) {
                Visitor admin = Visitor.as("admin", node.port());
                all.addAll(ask(buyers, 4));
                Patience.until("the first are paid", LONG, () -> inState(books, "SUCCEEDED") == parts(all));
                evidence = evidence(node);
                cluster.world().hold();
                List<Asked> sent = ask(buyers, 2);
                Patience.until("two are sent and not answered", LONG, () -> inState(books, "SENT") == parts(sent));
                freeze(admin, true);
                List<Asked> requested = ask(buyers, 3);
                Patience.until("three are decided and not sent", LONG, () -> inState(books, "REQUESTED") == parts(requested));
                backup = backUp(admin);
                cluster.world().release();
                freeze(admin, false);
                lost = ask(buyers, 3);
                all.addAll(sent);
                all.addAll(requested);
                all.addAll(lost);
                Patience.until("all are paid", Duration.ofSeconds(120), () -> inState(books, "SUCCEEDED") == parts(all));
            }
        }

        private String backUp(Visitor admin) {
            assertThat(admin.post("/api/backups", null).status()).isEqualTo(202);
            Patience.until("the backup is made", LONG, () -> !"RUNNING".equals(shelf(admin).at("/last/state").asString()));
            JsonNode shelf = shelf(admin);
            assertThat(shelf.at("/last/state").asString()).as(shelf.toString()).isEqualTo("DONE");
            String name = shelf.at("/items/0/name").asString();
            assertThat(admin.get("/api/backups/" + name + "/manifest").json().at("/tables").size()).isGreaterThan(60);
            return Path.of(shelf.get("folder").asString(), name).toString();
        }

        private JsonNode shelf(Visitor admin) {
            return admin.get("/api/backups").json();
        }
    }

    /** The house that stands where the other stood. */
    private final class After {

        private final Cluster cluster;
        private final Node node;
        private final Before before;
        private final List<Moved> paid;
        private final Books books;
        private final Visitor admin;

        After(Cluster cluster, Node node, Before before, List<Moved> paid) {
            this.cluster = cluster;
            this.node = node;
            this.before = before;
            this.paid = paid;
            this.books = new Books(cluster.postgres(), "after");
            this.admin = Visitor.as("admin", node.port());
        }

        void live() throws InterruptedException {
            itStartsFrozenWithWhatTheBackupHad();
            try (Buyers buyers = new Buyers(SEED, List.of(node))) {
                theMarketplaceTellsAgain(buyers);
                theFreezeHoldsUntilTheStatementsAreHere();
                assertThat(cluster.sandbox().moneyLog()).as("nothing left the house").isEqualTo(paid);
                theStatementsTellWhatWasPaidMeanwhile();
                assertThat(release(List.of("differences")).status()).isEqualTo(200);
                Patience.until("everybody's refund is known as paid, see " + node.name(), Duration.ofSeconds(120),
                        () -> inState(books, "SUCCEEDED") == parts(before.all));
                nobodyWasPaidTwice(buyers);
            }
        }

        private void itStartsFrozenWithWhatTheBackupHad() {
            JsonNode stand = admin.get("/api/dispatch/freeze").json();
            assertThat(stand.get("frozen").asBoolean()).isTrue();
            assertThat(stand.get("reason").asString()).startsWith("restored from the backup of ");
            assertThat(Visitor.stranger(node.managementPort()).get("/actuator/health/readiness").json().at("/components/dispatch/details/frozen").asBoolean())
                    .isTrue();
            assertThat(Visitor.as("lin", node.port()).get(before.evidence).body()).isEqualTo("The buyer called.");
            assertThat(inState(books, "REQUESTED")).as("what had not been sent counts as sent").isZero();
        }

        /** Somebody opens a case first, so that the lost ones come under other numbers, and their refunds too. */
        private void theMarketplaceTellsAgain(Buyers buyers) throws InterruptedException {
            evidence(node);
            CountDownLatch heard = new CountDownLatch(before.lost.size());
            before.lost.forEach(asked -> buyers.deliver(asked, heard));
            assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
            Patience.until("the lost ones are decided anew", LONG, () -> inState(books, "REQUESTED") == parts(before.lost));
        }

        private void theFreezeHoldsUntilTheStatementsAreHere() {
            Answer refused = release(List.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/owed").toString()).contains("statement:sandbox/lanting");
        }

        private void theStatementsTellWhatWasPaidMeanwhile() {
            Visitor xu = Visitor.as("xu", node.port());
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                assertThat(xu.post("/api/payments/reconciliation/run", "{\"day\":\"" + day + "\",\"provider\":\"sandbox\"}").status()).isEqualTo(200);
            }
            assertThat(admin.get("/api/dispatch/freeze").json().at("/owed").toString()).contains("differences").doesNotContain("statement:");
            assertThat(release(List.of()).status()).isEqualTo(409);
            Patience.until("each unknown refund is finance's task, frozen or not", LONG, () -> books.count("""
                    select count(*) from payments.recon_item i where i.verdict = 'ONLY_THEIRS' and i.case_number is not null
                      and not exists (select 1 from payments.refund r where r.refund_no = i.refund_no)""") > 0);
        }

        private void nobodyWasPaidTwice(Buyers buyers) {
            assertThat(cluster.sandbox().moneyLog()).as("the partner paid nothing more").isEqualTo(paid);
            Patience.until("the audit is linked", LONG, () -> books.count("""
                    select count(*) from security.audit a where not exists (select 1 from security.audit_seal s where s.seq = a.seq)""") == 0);
            Map<String, Checker.Finding> findings = new Checker(books, SEED, before.all, paid, List.of(), List.of()).findings();
            for (String promise : List.of("I1", "I2", "I3", "I9")) {
                assertThat(findings.get(promise).breaches()).as(promise).isEmpty();
            }
            assertThat(books.count("select count(*) from security.audit where action = 'RESTORED'")).isEqualTo(1);
        }

        private Answer release(List<String> without) {
            String names = String.join(",", without.stream().map(name -> "\"" + name + "\"").toList());
            return admin.put("/api/dispatch/freeze", "{\"frozen\":false,\"reason\":\"statements are in\",\"without\":[" + names + "]}");
        }
    }

    private static List<Asked> ask(Buyers buyers, int refunds) throws InterruptedException {
        int known = buyers.acknowledged().size();
        assertThat(buyers.ask(refunds, Duration.ofMillis(300), 0).await(60, TimeUnit.SECONDS)).isTrue();
        return buyers.acknowledged().subList(known, buyers.acknowledged().size());
    }

    private static long parts(List<Asked> asked) {
        return asked.stream().mapToLong(each -> each.parts().size()).sum();
    }

    private static long inState(Books books, String state) {
        return books.count("select count(*) from payments.refund where state = '" + state + "'");
    }

    private static void freeze(Visitor admin, boolean frozen) {
        Answer answer = admin.put("/api/dispatch/freeze", "{\"frozen\":" + frozen + ",\"reason\":\"a test\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String evidence(Node node) {
        Visitor lin = Visitor.as("lin", node.port());
        String number = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().get("number").asString();
        Answer added = lin.upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "note.txt", "text/plain", "The buyer called.".getBytes(StandardCharsets.UTF_8))));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return "/api/evidence/" + added.json().get(0).get("id").asString();
    }
}
