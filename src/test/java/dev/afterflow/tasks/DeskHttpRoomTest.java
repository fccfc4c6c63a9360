package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RoomTest
class DeskHttpRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Trial trial;
    @Autowired
    Hands hands;

    private String number;
    private WorkItem item;

    @BeforeEach
    void begin() {
        trial.deploy();
        number = trial.begin(trial.shop());
        item = hands.only(number);
    }

    @Test
    void anAgentFindsClaimsAndCompletesATask() {
        Visitor lin = Visitor.as("lin", port);
        JsonNode listed = lin.get("/api/tasks?case=" + number).json().path("items").get(0);
        assertThat(listed.path("titleEn").asString()).isEqualTo("Check it");
        assertThat(listed.path("amount").path("minor").asLong()).isEqualTo(12950);
        assertThat(listed.path("assignee").isNull()).isTrue();
        assertThat(listed.has("pending") || listed.has("definition") || listed.has("taken")).isFalse();
        JsonNode opened = lin.get("/api/tasks/" + item.taskId()).json();
        assertThat(opened.path("form").path("schema").path("id").asString()).isEqualTo("checkTrial");
        assertThat(opened.path("mayClaim").asBoolean()).isTrue();
        JsonNode claimed = lin.post("/api/tasks/" + item.taskId() + "/claim", "{\"revision\":1}").json();
        assertThat(claimed.path("assignee").path("name").asString()).isEqualTo("林小满");
        assertThat(lin.get("/api/tasks?view=mine&sort=created&limit=200").body()).contains(item.taskId());
        Answer taken = Visitor.as("chen", port).post("/api/tasks/" + item.taskId() + "/claim", "{\"revision\":1}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("detail").asString()).isEqualTo("该任务已由林小满领取");
        Answer done = complete(lin, claimed.path("revision").asInt(), "{\"verdict\":\"INTACT\"}");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("case").asString()).isEqualTo(number);
        assertThat(complete(lin, 2, "{\"verdict\":\"INTACT\"}").status()).isEqualTo(409);
    }

    @Test
    void aKeyTheFormDoesNotHaveMakesA400() {
        Visitor lin = Visitor.as("lin", port);
        for (String data : List.of("{\"verdict\":\"INTACT\",\"approved\":true}", "{\"verdict\":\"INTACT\",\"assignee\":\"lin\"}",
                "{\"verdict\":\"INTACT\",\"seen\":\"forged\"}")) {
            assertThat(complete(lin, 1, data).status()).as(data).isEqualTo(400);
        }
        assertThat(lin.post("/api/tasks/" + item.taskId() + "/complete", "{\"revision\":1,\"data\":{},\"assignee\":1}").status())
                .isEqualTo(400);
        assertThat(hands.only(number).taskId()).isEqualTo(item.taskId());
    }

    @Test
    void aMissingFieldIsToldInTheLanguageOfTheAsker() {
        Visitor agent = agentOf(item.shop());
        Answer chinese = complete(agent, 1, "{\"pieces\":0}");
        agent.put("/api/session/language", "{\"language\":\"en\"}");
        Answer english = complete(agent, 1, "{\"pieces\":0}");
        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.json().path("errors").toString()).contains("请填写“结论”。", "“件数”不能小于 1。");
        assertThat(english.json().path("errors").toString()).contains("Fill in “Verdict”.", "“Pieces” must be 1 or more.");
        assertThat(english.json().path("errors").get(0).path("field").asString()).isEqualTo("verdict");
    }

    @Test
    void whoBelongsToAnotherShopFindsNothing() {
        Visitor foreign = agentOf(trial.shop());
        assertThat(foreign.get("/api/tasks?view=all&limit=200").body()).doesNotContain(number);
        assertThat(foreign.get("/api/tasks?case=" + number).json().path("items").isEmpty()).isTrue();
        for (String path : List.of("/api/tasks/" + item.taskId(), "/api/cases/" + number + "/flow")) {
            assertThat(foreign.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(foreign.post("/api/tasks/" + item.taskId() + "/claim", "{\"revision\":1}").status()).isEqualTo(404);
        assertThat(foreign.post("/api/tasks/" + item.taskId() + "/release", "{\"revision\":1}").status()).isEqualTo(404);
        assertThat(foreign.put("/api/tasks/" + item.taskId() + "/draft", "{\"data\":{}}").status()).isEqualTo(404);
        assertThat(complete(foreign, 1, "{\"verdict\":\"INTACT\"}").status()).isEqualTo(404);
    }

    @Test
    void aCallThatIsNoSuchThingIsRefused() {
        Visitor lin = Visitor.as("lin", port);
        for (String path : List.of("?view=secret", "?sort=assignee", "?limit=100000", "?after=zzz", "?limit=x")) {
            assertThat(lin.get("/api/tasks" + path).status()).as(path).isEqualTo(400);
        }
        assertThat(lin.post("/api/tasks/" + item.taskId() + "/claim", "[]").status()).isEqualTo(400);
        assertThat(lin.get("/api/tasks/nope").status()).isEqualTo(404);
        assertThat(lin.delete("/api/decisions/999999999").status()).isEqualTo(404);
        assertThat(Visitor.stranger(port).get("/api/tasks").status()).isEqualTo(401);
    }

    @Test
    void theCaseIsShownOnThePictureOfItsProcess() {
        Visitor lin = Visitor.as("lin", port);
        Answer first = lin.get("/api/cases/" + number + "/flow");
        assertThat(first.json().path("process").asString()).isEqualTo("desk-trial");
        assertThat(first.json().path("active").toString()).isEqualTo("[\"checkTrial\"]");
        assertThat(first.json().path("done").toString()).isEqualTo("[\"trialBegun\"]");
        assertThat(first.json().path("xml").asString()).contains("<bpmn:process id=\"desk-trial\"");
        assertThat(lin.send("GET", "/api/cases/" + number + "/flow", null, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        complete(lin, 1, "{\"verdict\":\"INTACT\"}");
        JsonNode called = lin.get("/api/cases/" + number + "/flow").json();
        assertThat(called.path("active").toString()).isEqualTo("[\"callTrial\"]");
        assertThat(called.path("done").toString()).contains("checkTrial");
        assertThat(called.path("tree").get(0).path("activity").asString()).isEqualTo("callTrial");
        assertThat(called.path("tree").get(0).path("active").toString()).isEqualTo("[\"askTrial\"]");
        item = hands.only(number);
        complete(Visitor.as("xu", port), 1, "{\"verdict\":\"BROKEN\"}");
        JsonNode ended = lin.get("/api/cases/" + number + "/flow").json();
        assertThat(ended.path("active").isEmpty()).isTrue();
        assertThat(ended.path("done").toString()).contains("trialEnded", "callTrial");
        assertThat(ended.path("tree").get(0).path("done").toString()).contains("askTrial", "partEnded");
        assertThat(lin.get("/api/cases/NO-1/flow").status()).isEqualTo(404);
    }

    /** An agent of the desk's team who belongs to one shop. */
    private Visitor agentOf(String shop) {
        String login = "agent-" + shop;
        Answer added = Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"客服","password":"a-long-desk-password","roles":["AGENT"],"shops":["%s"],
                 "teams":["returns-desk"],"everyShop":false,"dismissed":false}""".formatted(login, shop));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return Visitor.as(login, "a-long-desk-password", port);
    }

    private Answer complete(Visitor visitor, int revision, String data) {
        return visitor.post("/api/tasks/" + item.taskId() + "/complete", "{\"revision\":" + revision + ",\"data\":" + data + "}");
    }
}
