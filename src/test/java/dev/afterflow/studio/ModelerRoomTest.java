package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Camunda Modeler 5 deploys: the very requests it sends, and what it reads of the answers. */
@RoomTest
class ModelerRoomTest extends Atelier {


    @Test
    void theToolFindsTheEngineAsksForItsVersionAndFilesAProposal() {
        assertThat(get("/deployment?maxResults=0", null).statusCode()).isEqualTo(401);
        assertThat(get("/deployment?maxResults=0", basic("owner")).statusCode()).isEqualTo(200);
        assertThat(json.readTree(get("/version", basic("owner")).body()).path("version").asString()).isEqualTo("7.24.0");

        Instant begun = Instant.now();
        HttpResponse<String> answer = deploys(basic("owner"), "freight-payer", TABLE, insured(text(TABLE)));
        assertThat(Duration.between(begun, Instant.now())).as("the tool waits five seconds").isLessThan(Duration.ofSeconds(5));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode deployment = json.readTree(answer.body());
        long proposal = Long.parseLong(deployment.path("id").asString().replace("proposal-", ""));
        assertThat(deployment.path("deployedProcessDefinitions").valueStream().findFirst().orElseThrow().path("id").asString())
                .contains("方案 " + proposal, "second owner must release");
        JsonNode filed = as("fang").get("/api/studio/proposals/" + proposal).json();
        assertThat(filed.at("/proposal/source").asString()).isEqualTo("MODELER");
        assertThat(filed.at("/proposal/note").asString()).isEqualTo("Camunda Modeler: freight-payer");
        assertThat(filed.at("/files/0/changes")).hasSize(1);
        assertThat(json.readTree(deploys(basic("owner"), "freight-payer", TABLE, insured(text(TABLE))).body()).path("id").asString()).isEqualTo("proposal-" + proposal);
        released("fang", proposal);
        assertThat(text(TABLE)).isEqualTo(insured(text(TABLE).replaceFirst("\"insurer\"", "\"seller\"")));
    }

    @Test
    void aRefusedFileIsToldInTheEnginesOwnShape() {
        HttpResponse<String> answer = deploys(basic("owner"), "settle-liability", "settle-liability.bpmn",
                text("settle-liability.bpmn").replace("camunda:delegateExpression=\"${weighLiability}\"", "camunda:class=\"evil.Code\""));

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode told = json.readTree(answer.body());
        assertThat(told.path("type").asString()).isEqualTo("ParseException");
        assertThat(told.path("message").asString()).startsWith("ENGINE-09005 Could not parse BPMN process.").contains("guard.attribute", "weighLiability", "不允许使用该属性");
        assertThat(told.at("/details/settle-liability.bpmn/errors/0/mainElementId").asString()).isEqualTo("weighLiability");
        assertThat(told.at("/details/settle-liability.bpmn/errors/0/line").asInt()).isPositive();
        assertThat(json.readTree(deploys(basic("owner"), "unknown", "unknown.dmn", text(TABLE)).body()).path("message").asString()).contains("unknown.dmn", "业务");
    }

    @Test
    void aPersonalKeyOpensThisDoorAndNoOtherUntilItIsTakenBack() {
        Answer made = as("owner").post("/api/my-keys", "{\"name\":\"Camunda Modeler\"}");
        assertThat(made.status()).isEqualTo(201);
        String key = made.json().path("key").asString();

        assertThat(get("/version", "Bearer " + key).statusCode()).isEqualTo(200);
        assertThat(json.readTree(deploys("Bearer " + key, "same", TABLE, text(TABLE)).body()).path("id").asString()).isEqualTo(releases.current());
        assertThat(Visitor.stranger(port).send("GET", "/api/studio/models", null, "Authorization", "Bearer " + key).status()).isEqualTo(401);
        assertThat(as("owner").get("/api/my-keys").json().path(0).path("hint").asString()).endsWith("…").doesNotContain(key);
        assertThat(as("fang").delete("/api/my-keys/" + made.json().path("id").asLong()).status()).isEqualTo(404);
        assertThat(as("owner").delete("/api/my-keys/" + made.json().path("id").asLong()).status()).isEqualTo(204);
        assertThat(get("/version", "Bearer " + key).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyElseGetsIn() {
        assertThat(get("/version", basic("lin")).statusCode()).isEqualTo(403);
        assertThat(get("/version", ModelerTool.basic("owner", "wrong")).statusCode()).isEqualTo(401);
        assertThat(get("/version", "Basic ???").statusCode()).isEqualTo(401);
        assertThat(get("/version", "Bearer afk_nothing").statusCode()).isEqualTo(401);
        assertThat(as("owner").get("/api/modeler/engine-rest/version").status()).as("a session opens no tool's door").isEqualTo(401);
        assertThat(deploys(null, "x", TABLE, insured(text(TABLE))).statusCode()).isEqualTo(401);
        assertThat(get("/process-definition", basic("owner")).statusCode()).isEqualTo(404);
    }

    @Test
    void theElementTemplatesKnowEveryDelegateAndKeepTheHouseRules() {
        Answer answer = as("owner").get("/api/studio/element-templates");
        assertThat(answer.header("Content-Disposition")).contains("afterflow.json");
        JsonNode templates = answer.json();
        assertThat(templates.valueStream().map(template -> template.path("id").asString())).contains("afterflow.service.weighLiability", "afterflow.userTask", "afterflow.decision").doesNotHaveDuplicates();
        for (JsonNode template : templates) {
            assertThat(List.of("name", "id", "appliesTo", "properties")).allMatch(template::has);
            assertThat(template.path("appliesTo").valueStream().map(JsonNode::asString)).allMatch(type -> type.matches("bpmn:[A-Za-z]+"));
            for (JsonNode property : template.path("properties")) {
                assertThat(property.path("type").asString()).isIn("String", "Boolean", "Dropdown", "Hidden");
                assertThat(property.path("type").asString().equals("Dropdown")).isEqualTo(property.has("choices"));
                assertThat(property.at("/binding/type").asString()).isIn("property", "camunda:property", "camunda:in:businessKey");
            }
        }
    }

    private HttpResponse<String> deploys(String authorization, String name, String file, String content) {
        return new ModelerTool(port, authorization).deploys(name, file, content);
    }

    private HttpResponse<String> get(String path, String authorization) {
        return new ModelerTool(port, authorization).get(path);
    }

    private static String basic(String login) {
        return ModelerTool.basic(login, "afterflow-demo");
    }
}
