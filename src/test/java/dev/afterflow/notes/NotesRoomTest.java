package dev.afterflow.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What colleagues tell each other about a case. */
@RoomTest
class NotesRoomTest {

    @LocalServerPort
    int port;

    private Visitor lin;
    private Visitor chen;
    private String number;

    @BeforeEach
    void open() {
        lin = Visitor.as("lin", port);
        chen = Visitor.as("chen", port);
        number = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
    }

    @Test
    void aNoteCallsOnWhomItNamesAndTheyFindItUntilTheyHaveLooked() {
        int before = unread(chen);
        Answer added = note("@陈一诺 麻烦看一下这单的保修条款", reader("chen"));
        assertThat(added.status()).as(added.body()).isEqualTo(201);

        assertThat(unread(chen)).isEqualTo(before + 1);
        JsonNode call = chen.get("/api/mentions?unread=true").json().at("/items/0");
        assertThat(call.path("caseNumber").asString()).isEqualTo(number);
        assertThat(call.path("reason").asString()).isEqualTo("NOTE");
        assertThat(call.path("wordsZh").asString()).contains("保修条款");
        assertThat(call.path("byName").asString()).isEqualTo("林小满");
        assertThat(lin.get("/api/cases/" + number + "/notes").json().at("/items/0/text").asString()).contains("保修条款");
        assertThat(lin.get("/api/cases/" + number + "/timeline").json().at("/items/0/kind").asString()).isEqualTo("NOTE");

        String path = "/api/mentions/" + call.path("id").asString() + "/read";
        assertThat(lin.post(path, "{}").status()).as("somebody else's call").isEqualTo(404);
        assertThat(chen.post(path, "{}").status()).isEqualTo(204);
        assertThat(unread(chen)).isEqualTo(before);
        assertThat(chen.get("/api/mentions").json().at("/items/0/read").asBoolean()).isTrue();
    }

    @Test
    void whoIsCalledOnHearsItLiveAndNobodyElseDoes() throws Exception {
        BlockingQueue<String> hers = new LinkedBlockingQueue<>();
        BlockingQueue<String> others = new LinkedBlockingQueue<>();
        try (Stream<String> chens = live(chen); Stream<String> xus = live(Visitor.as("xu", port))) {
            listen(chens, hers);
            listen(xus, others);
            await("both streams").atMost(Duration.ofSeconds(20)).until(() -> !hers.isEmpty() && !others.isEmpty());
            note("@陈一诺 急", reader("chen"));
            await("the call").atMost(Duration.ofSeconds(20)).until(() -> hers.stream().anyMatch(line -> line.contains(number) && line.contains("NOTE")));
            await("the case's news").atMost(Duration.ofSeconds(20)).until(() -> chen.get("/api/mentions?unread=true").body().contains(number));
            assertThat(others).noneMatch(line -> line.contains("\"reason\":\"NOTE\""));
        }
    }

    @Test
    void onlyWhoMaySeeTheCaseAndIsNamedCanBeCalledOn() {
        Answer unnamed = note("请看一下", reader("chen"));
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.json().at("/errors/0/field").asString()).isEqualTo("mentions");
        assertThat(note("@谁 请看一下", 999_999).status()).isEqualTo(422);
        assertThat(note("   ").json().at("/errors/0/rule").asString()).isEqualTo("required");
        assertThat(note("长".repeat(4_001)).json().at("/errors/0/rule").asString()).isEqualTo("tooLong");
        assertThat(lin.get("/api/cases/" + number + "/notes").json().path("items").isEmpty()).isTrue();
    }

    @Test
    void whoActsIsNotCalledOnByThemselves() {
        int before = unread(lin);
        assertThat(note("@林小满 记得回电", reader("lin")).status()).isEqualTo(201);
        assertThat(unread(lin)).isEqualTo(before);
    }

    @Test
    void notesComePageByPage() {
        for (int i = 1; i <= 5; i++) {
            note("第 " + i + " 条");
        }
        JsonNode first = lin.get("/api/cases/" + number + "/notes?limit=3").json();
        assertThat(first.at("/items/0/text").asString()).isEqualTo("第 5 条");
        JsonNode second = lin.get("/api/cases/" + number + "/notes?limit=3&after=" + first.path("next").asString()).json();
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void allCallsAreReadUpToTheNewestSeen() {
        note("@陈一诺 一", reader("chen"));
        note("@陈一诺 二", reader("chen"));
        String newest = chen.get("/api/mentions?unread=true").json().at("/items/0/id").asString();
        assertThat(chen.post("/api/mentions/read", "{\"upTo\":" + newest + "}").status()).isEqualTo(204);
        assertThat(unread(chen)).isZero();
        assertThat(chen.post("/api/mentions/read", "{}").status()).isEqualTo(400);
    }

    @Test
    void wordsBegunAreFoundInAnotherBrowserAndByWhoTakesOver() {
        String path = "/api/cases/" + number + "/draft?kind=message";
        assertThat(lin.get(path).json().path("data").isNull()).isTrue();
        assertThat(lin.put(path, "{\"data\":{\"text\":\"您好，保修一年\"}}").status()).isEqualTo(204);
        JsonNode elsewhere = chen.get(path).json();
        assertThat(elsewhere.at("/data/text").asString()).isEqualTo("您好，保修一年");
        assertThat(elsewhere.path("byName").asString()).isEqualTo("林小满");
        assertThat(chen.get("/api/cases/" + number + "/draft?kind=note").json().path("data").isNull()).isTrue();
        chen.put(path, "{\"data\":{\"text\":\"您好，保修两年\"}}");
        assertThat(lin.get(path).json().path("byName").asString()).isEqualTo("陈一诺");
        assertThat(lin.delete(path).status()).isEqualTo(204);
        assertThat(chen.get(path).json().path("data").isNull()).isTrue();
        assertThat(lin.put(path, "{\"data\":\"text\"}").status()).isEqualTo(400);
        assertThat(lin.put(path, "{\"data\":{\"text\":\"" + "a".repeat(21_000) + "\"}}").status()).isEqualTo(413);
        assertThat(lin.get("/api/cases/" + number + "/draft?kind=diary").status()).isEqualTo(400);
    }

    private Answer note(String text, long... called) {
        return lin.post("/api/cases/" + number + "/notes", "{\"text\":\"" + text + "\",\"mentions\":" + Arrays.toString(called) + "}");
    }

    private long reader(String login) {
        for (JsonNode reader : lin.get("/api/cases/" + number + "/readers").json()) {
            if (reader.path("login").asString().equals(login)) {
                return reader.path("id").asLong();
            }
        }
        throw new AssertionError(login + " may not see " + number);
    }

    private static int unread(Visitor visitor) {
        return visitor.get("/api/mentions/count").json().path("count").asInt();
    }

    private static Stream<String> live(Visitor visitor) throws Exception {
        return visitor.http().send(visitor.request("/api/live").build(), BodyHandlers.ofLines()).body();
    }

    private static void listen(Stream<String> lines, BlockingQueue<String> heard) {
        Thread reader = new Thread(() -> {
            try {
                lines.forEach(heard::add);
            } catch (RuntimeException closed) {
                heard.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
    }
}
