package dev.afterflow.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A question to another department, from the case and back. */
@RoomTest
class QuestionsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    ManagementService engine;
    @Autowired
    JdbcClient sql;

    private Visitor lin;
    private Visitor he;
    private String number;

    @BeforeEach
    void open() {
        lin = Visitor.as("lin", port);
        he = Visitor.as("he", port);
        number = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"少发了一件？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
    }

    @Test
    void theWarehouseFindsTheQuestionAsATaskAndItsAnswerComesBackToTheCaseAndTheAsker() {
        String file = lin.upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "list.txt", "text/plain",
                "1 lamp".getBytes(StandardCharsets.UTF_8)))).json().at("/0/id").asString();
        Answer asked = ask("warehouse", "装箱单上有几件？", "\"" + file + "\"");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);

        JsonNode task = task();
        assertThat(task.path("team").asString()).isEqualTo("warehouse");
        assertThat(task.path("dueAt").asString()).isEqualTo(asked.json().path("dueAt").asString());
        String path = "/api/tasks/" + task.path("taskId").asString();
        JsonNode opened = he.get(path).json();
        assertThat(opened.at("/data/question").asString()).isEqualTo("装箱单上有几件？");
        assertThat(opened.at("/data/attached/0").asString()).isEqualTo(file);
        assertThat(lin.get(path).json().path("mayClaim").asBoolean()).as("not the asker's to answer").isFalse();

        assertThat(complete(path, "\"verdict\":\"YES\"").status()).as("words are asked for").isEqualTo(422);
        Answer done = complete(path, "\"verdict\":\"PARTLY\",\"answer\":\"装了两件，称重少一件\"");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        JsonNode question = lin.get("/api/cases/" + number + "/questions").json().get(0);
        assertThat(question.path("state").asString() + question.path("verdict").asString()).isEqualTo("ANSWEREDPARTLY");
        assertThat(question.path("answeredByName").asString()).isEqualTo("何川");
        assertThat(lin.get("/api/cases/" + number + "/timeline").body()).contains("称重少一件");
        assertThat(lin.get("/api/mentions?unread=true").json().at("/items/0/wordsZh").asString()).contains("部分属实", "称重少一件");
        assertThat(lin.get("/api/cases/" + number + "/flow").json().path("process").asString()).as("the case's own process").isEqualTo("handle-by-hand");
    }

    @Test
    void whoeverAskedWithdrawsItAndTheTaskIsGone() {
        String id = ask("warehouse", "在库吗？", "").json().path("id").asString();
        String path = "/api/cases/" + number + "/questions/" + id;
        assertThat(Visitor.as("chen", port).delete(path).status()).isEqualTo(403);
        assertThat(lin.delete(path).status()).isEqualTo(204);
        assertThat(lin.get("/api/tasks?case=" + number).body()).doesNotContain("answerQuestion");
        assertThat(lin.delete(path).json().path("code").asString()).isEqualTo("questions.ended");
    }

    @Test
    void twoQuestionsOfACaseAreAnsweredEachByItsOwnDepartment() {
        ask("warehouse", "发了几件？", "");
        ask("finance", "退过款吗？", "");
        String path = "/api/tasks/" + task("finance").path("taskId").asString();
        Visitor xu = Visitor.as("xu", port);
        assertThat(xu.get(path).json().at("/data/question").asString()).isEqualTo("退过款吗？");
        assertThat(xu.post(path + "/complete", "{\"revision\":1,\"data\":{\"verdict\":\"NO\",\"answer\":\"没有退过款\"}}").status()).isEqualTo(200);
        assertThat(task("warehouse").path("task").asString()).isEqualTo("answerQuestion");
        JsonNode all = lin.get("/api/cases/" + number + "/questions").json();
        assertThat(all.at("/0/state").asString() + " " + all.at("/1/state").asString()).isEqualTo("ANSWERED ASKED");
        assertThat(lin.get("/api/cases/" + number + "/timeline").body()).as("a team by what it is called").contains("向财务组提问：退过款吗？", "Asked Finance: 退过款吗？");
    }

    @Test
    void whatNobodyAnswersInTimeCallsTheLeadsAndTheAsker() {
        ask("warehouse", "还没找到吗？", "");
        assertThat(lin.get("/api/cases/" + number + "/deadlines").body()).contains("\"source\":\"timer\"", "到时未答", "升级给主管", "Escalate to the leads");
        String job = sql.sql("""
                select j.id_ from public.act_ru_job j join public.act_ru_execution i on i.id_ = j.process_instance_id_
                 where i.business_key_ = :number and j.type_ = 'timer'""").param("number", number).query(String.class).single();
        engine.executeJob(job);
        assertThat(lin.get("/api/mentions?unread=true").json().at("/items/0/reason").asString()).isEqualTo("OVERDUE");
        assertThat(Visitor.as("zhou", port).get("/api/mentions?unread=true").body()).contains(number);
        assertThat(task().path("escalated").asBoolean()).isTrue();
        assertThat(lin.get("/api/cases/" + number + "/questions").json().at("/0/overdueAt").isNull()).isFalse();
        assertThat(complete("/api/tasks/" + task().path("taskId").asString(), "\"verdict\":\"YES\",\"answer\":\"找到了\"").status()).isEqualTo(200);
    }

    @Test
    void aClosedCaseAsksNothingAnyMore() {
        ask("warehouse", "在库吗？", "");
        String path = "/api/tasks/" + taskNamed("workCase").path("taskId").asString();
        Visitor worker = Visitor.as("lin", port);
        Answer closed = worker.post(path + "/complete", "{\"revision\":1,\"data\":{\"outcome\":\"SOLVED\",\"note\":\"已解决\"}}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        await("the question is dropped").atMost(Duration.ofSeconds(20)).until(() ->
                lin.get("/api/cases/" + number + "/questions").json().at("/0/state").asString().equals("WITHDRAWN"));
        assertThat(lin.get("/api/tasks?case=" + number).json().path("items").isEmpty()).isTrue();
        assertThat(ask("warehouse", "在库吗？", "").json().path("code").asString()).isEqualTo("cases.closed");
    }

    @Test
    void aQuestionNamesAnotherDepartmentWordsATimeAndOnlyFilesOfTheCase() {
        assertThat(lin.get("/api/cases/" + number + "/departments").json().toString()).contains("warehouse", "finance", "legal").doesNotContain("returns-desk");
        Answer wrong = lin.post("/api/cases/" + number + "/questions",
                "{\"team\":\"returns-desk\",\"words\":\" \",\"dueAt\":\"2020-01-01T00:00:00Z\",\"attached\":[\"" + UUID.randomUUID() + "\"]}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").valueStream().map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("team", "words", "dueAt", "attached");
    }

    private Answer ask(String team, String words, String attached) {
        return lin.post("/api/cases/" + number + "/questions", "{\"team\":\"%s\",\"words\":\"%s\",\"dueAt\":\"%s\",\"attached\":[%s]}"
                .formatted(team, words, Instant.now().plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.SECONDS), attached));
    }

    private Answer complete(String path, String data) {
        int revision = he.get(path).json().at("/item/revision").asInt();
        return he.post(path + "/complete", "{\"revision\":" + revision + ",\"data\":{" + data + "}}");
    }

    private JsonNode task() {
        return taskNamed("answerQuestion");
    }

    private JsonNode task(String team) {
        return find(item -> item.path("team").asString().equals(team) && item.path("task").asString().equals("answerQuestion"));
    }

    private JsonNode taskNamed(String task) {
        return find(item -> item.path("task").asString().equals(task));
    }

    private JsonNode find(Predicate<JsonNode> fits) {
        return lin.get("/api/tasks?case=" + number).json().path("items").valueStream().filter(fits).findFirst().orElseThrow();
    }
}
