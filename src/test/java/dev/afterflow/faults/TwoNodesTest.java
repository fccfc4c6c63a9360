package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Address;
import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Ear;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes behind one address, as a company runs them: nobody notices which one answers, nor that one dies or is renewed. */
@Tag("faults")
class TwoNodesTest {

    private static final long SEED = 20261130L;

    @Test
    void nobodyNoticesWhichNodeAnswersNorThatOneDiesOrIsRenewed() throws Exception {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "two-" + ProcessHandle.current().pid()))) {
            cluster.database("afterflow");
            List<Node> nodes = List.of(cluster.node("node1", "afterflow", Field.SETTINGS), cluster.node("node2", "afterflow", Field.SETTINGS));
            nodes.get(0).start().awaitReady();
            nodes.get(1).start().awaitReady();
            cluster.sandbox().behave("{\"seed\":1,\"ignoreRepeats\":true,\"rates\":{}}");
            try (Address address = new Address(nodes); Field field = new Field(cluster, "afterflow", SEED, nodes, new Diary())) {
                Visitor lin = Visitor.as("lin", address.port());
                String session = lin.cookie("sid").orElseThrow();
                aSessionIsGoodOnBoth(address, nodes, session);
                whatHappensOnOneIsHeardOnTheOther(field, nodes, session);
                theFeedGoesOnWhenItsNodeDiesAndSoDoesTheWork(address, field, session);
                renewingEveryNodeLogsNobodyOut(address, nodes, session);
                assertThat(Report.breaches(field.check())).isEmpty();
            }
        }
    }

    private static void aSessionIsGoodOnBoth(Address address, List<Node> nodes, String session) {
        for (int i = 0; i < 8; i++) {
            assertThat(status(address.port(), session)).isEqualTo(200);
        }
        assertThat(nodes).allSatisfy(node -> assertThat(address.served(node)).as(node.name()).isGreaterThanOrEqualTo(4));
    }

    private static void whatHappensOnOneIsHeardOnTheOther(Field field, List<Node> nodes, String session) throws InterruptedException {
        try (Ear ear = Ear.at(nodes.get(0).port(), session, null); Buyers buyers = new Buyers(SEED, List.of(nodes.get(1)))) {
            CountDownLatch heard = new CountDownLatch(1);
            buyers.deliver(buyers.twoParts(), heard);
            assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ear.until("\"caseNumber\":\"LT-")).anyMatch(line -> line.startsWith("event:"));
        }
    }

    private static void theFeedGoesOnWhenItsNodeDiesAndSoDoesTheWork(Address address, Field field, String session) throws InterruptedException {
        int before = address.served(field.nodes.get(0));
        try (Ear ear = Ear.at(address.port(), session, null)) {
            Node serving = address.served(field.nodes.get(0)) > before ? field.nodes.get(0) : field.nodes.get(1);
            ear.until("id:");
            CountDownLatch asked = field.buyers.ask(30, Duration.ofSeconds(6), 0);
            Patience.lasts(Duration.ofSeconds(2));
            serving.kill();
            ear.until("ended");
            try (Ear again = Ear.at(address.port(), session, ear.lastId())) {
                again.until("event:reset");
                again.until("\"caseNumber\":\"LT-");
            }
            assertThat(asked.await(60, TimeUnit.SECONDS)).as("every buyer was heard").isTrue();
            assertThat(field.awaitQuiet()).as("the other node finished what the dead one had begun").isTrue();
            serving.start().awaitReady();
        }
    }

    /** A person who works on while each node is told to stop and started again: never refused, never asked to log in. */
    private static void renewingEveryNodeLogsNobodyOut(Address address, List<Node> nodes, String session) {
        AtomicBoolean working = new AtomicBoolean(true);
        AtomicInteger good = new AtomicInteger();
        AtomicInteger bad = new AtomicInteger();
        Thread person = new Thread(() -> {
            while (working.get()) {
                (status(address.port(), session) == 200 ? good : bad).incrementAndGet();
            }
        }, "person");
        person.start();
        for (Node node : nodes) {
            node.terminate();
            assertThat(node.awaitEnd(Duration.ofSeconds(60))).isEqualTo(143);
            node.start().awaitReady();
        }
        working.set(false);
        assertThat(good.get()).isGreaterThan(50);
        assertThat(bad.get()).as("of " + good.get() + " requests").isZero();
    }

    /** One request over a connection of its own; what was refused before it was heard is sent again, as browsers do. */
    private static int status(int port, String session) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session")).timeout(Duration.ofSeconds(10))
                .header("Cookie", "sid=" + session).build();
        for (int tries = 0; tries < 3; tries++) {
            try {
                return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            } catch (IOException refused) {
                Patience.lasts(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return 0;
    }
}
