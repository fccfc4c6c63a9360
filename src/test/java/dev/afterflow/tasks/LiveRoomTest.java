package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class LiveRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Trial trial;
    @Autowired
    Hands hands;
    @Autowired
    LiveHub hub;
    @Autowired
    JsonMapper json;
    @Autowired
    JdbcClient sql;
    @Autowired
    JdbcConnectionDetails database;

    @BeforeEach
    void deploy() {
        trial.deploy();
    }

    @Test
    void anOpenBrowserHearsWhatHappensToTheTasksOfItsTeam() throws Exception {
        Visitor lin = Visitor.as("lin", port);
        String shop = trial.shop();
        try (Stream<String> lines = stream(lin, null)) {
            BlockingQueue<String> heard = read(lines);
            String number = trial.begin(shop);
            WorkItem item = hands.only(number);
            assertThat(await(heard, item.taskId())).contains("\"change\":\"created\"", "\"caseNumber\":\"" + number + "\"");
            lin.post("/api/tasks/" + item.taskId() + "/claim", "{\"revision\":1}");
            assertThat(await(heard, item.taskId())).contains("\"change\":\"claimed\"", "\"revision\":2");
            lin.post("/api/tasks/" + item.taskId() + "/complete", "{\"revision\":2,\"data\":{\"verdict\":\"INTACT\"}}");
            assertThat(await(heard, item.taskId())).contains("\"change\":\"completed\"");
            String finance = hands.only(number).taskId();
            tell("case", "lanting", Map.of("caseNumber", "LT-LAST"));
            assertThat(untilSeen(heard, "LT-LAST")).noneMatch(line -> line.contains(finance));
        }
    }

    @Test
    void aBrowserThatComesBackHearsWhatItMissed() throws Exception {
        Visitor lin = Visitor.as("lin", port);
        String last;
        try (Stream<String> lines = stream(lin, null)) {
            last = read(lines).poll(10, TimeUnit.SECONDS);
        }
        assertThat(last).startsWith("id:");
        CountDownLatch told = new CountDownLatch(1);
        try (Stream<String> other = stream(lin, null)) {
            BlockingQueue<String> heard = read(other);
            tell("case", "lanting", Map.of("caseNumber", "LT-MISSED", "change", "state"));
            await(heard, "LT-MISSED");
            told.countDown();
        }
        assertThat(told.getCount()).isZero();
        try (Stream<String> again = stream(lin, last.substring(3).strip())) {
            assertThat(await(read(again), "LT-MISSED")).contains("\"change\":\"state\"");
        }
        try (Stream<String> stranger = stream(lin, "another-node-7")) {
            assertThat(await(read(stranger), "event:reset")).isEqualTo("event:reset");
        }
    }

    @Test
    void anotherNodeHearsTheSameAndComesBackAfterItsConnectionBroke() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        LiveListener node = new LiveListener(database.getJdbcUrl(), database.getUsername(), database.getPassword(), heard::add,
                () -> begun.add("begun"));
        node.start();
        try {
            assertThat(begun.poll(10, TimeUnit.SECONDS)).isEqualTo("begun");
            tell("import", "verde", Map.of("id", 7, "done", 3));
            assertThat(await(heard, "\"verde\"")).contains("\"done\":3");
            sql.sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where application_name = 'afterflow-live' and usename = current_user and datname = current_database()
                    """).query((row, count) -> count).list();
            assertThat(begun.poll(20, TimeUnit.SECONDS)).isEqualTo("begun");
            tell("case", "verde", Map.of("caseNumber", "VD-BACK"));
            assertThat(await(heard, "VD-BACK")).contains("verde");
        } finally {
            node.close();
        }
    }

    @Test
    void roomsMayWriteTheirNotesFlatOrNestedAndForeignShopsAreNotHeard() throws Exception {
        try (Stream<String> lines = stream(Visitor.as("lin", port), null)) {
            BlockingQueue<String> heard = read(lines);
            tell("case", "nobodys-shop", Map.of("caseNumber", "XX-1"));
            tell("gossip", "lanting", Map.of("caseNumber", "XX-2"));
            tell("case", "lanting", Map.of("data", Map.of("caseNumber", "LT-NESTED", "change", "state")));
            sql.sql("select pg_notify('afterflow_live', '{\"type\":\"import\",\"shop\":\"lanting\",\"id\":\"J-1\",\"done\":3}')")
                    .query((row, count) -> count).list();
            List<String> seen = untilSeen(heard, "J-1");
            assertThat(seen).contains("event:case", "event:import")
                    .anyMatch(line -> line.contains("\"caseNumber\":\"LT-NESTED\"") && line.contains("\"change\":\"state\""))
                    .anyMatch(line -> line.contains("\"done\":3")).noneMatch(line -> line.contains("XX-"));
        }
    }

    @Test
    void aStreamThatIsGoneIsForgotten() throws Exception {
        untilNobodyListens();
        try (Stream<String> lines = stream(Visitor.as("lin", port), null)) {
            read(lines).poll(10, TimeUnit.SECONDS);
            assertThat(hub.streams()).isEqualTo(1);
        }
        untilNobodyListens();
        assertThat(hub.streams()).isZero();
    }

    /** A beat finds out which browsers are gone. */
    private void untilNobodyListens() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (hub.streams() > 0 && System.nanoTime() < end) {
            hub.beat();
            Thread.onSpinWait();
        }
    }

    private Stream<String> stream(Visitor visitor, String lastId) throws IOException, InterruptedException {
        HttpRequest.Builder request = visitor.request("/api/live").header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> answer = visitor.http().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static BlockingQueue<String> read(Stream<String> lines) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try {
                lines.filter(line -> !line.isEmpty()).forEach(heard::add);
            } catch (RuntimeException closed) {
                heard.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    private static String await(BlockingQueue<String> heard, String part) throws InterruptedException {
        return untilSeen(heard, part).stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }

    private static List<String> untilSeen(BlockingQueue<String> heard, String part) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        String line = heard.poll(10, TimeUnit.SECONDS);
        while (line != null) {
            lines.add(line);
            if (line.contains(part)) {
                return lines;
            }
            line = heard.poll(10, TimeUnit.SECONDS);
        }
        throw new AssertionError("not heard: " + part + " in " + lines);
    }

    private void tell(String event, String shop, Map<String, Object> data) {
        Map<String, Object> note = new LinkedHashMap<>(data);
        note.put("event", event);
        note.put("shop", shop);
        sql.sql("select pg_notify('afterflow_live', :note)").param("note", json.writeValueAsString(note))
                .query((row, count) -> count).list();
    }
}
