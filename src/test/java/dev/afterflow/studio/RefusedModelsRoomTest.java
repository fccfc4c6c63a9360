package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files that must not become part of the rule book: refused with place, rule and remedy, and nothing of them is kept. */
@RoomTest
class RefusedModelsRoomTest extends Atelier {

    private static final String PROCESS = "settle-liability.bpmn";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            settle-liability.bpmn | camunda:delegateExpression="${weighLiability}" | camunda:class="java.lang.Runtime" | guard.attribute
            settle-liability.bpmn | camunda:delegateExpression="${weighLiability}" | camunda:delegateExpression="${''.getClass().forName('java.lang.Runtime')}" | guard.expression
            settle-liability.bpmn | camunda:delegateExpression="${weighLiability}" | camunda:type="shell" | guard.attribute
            settle-liability.bpmn | ${evidenceUntil} | #{execution.setVariable('a', 1)} | guard.expression
            settle-liability.bpmn | id="settle-liability_definitions" | id="settle-liability_definitions" xsi:schemaLocation="http://a http://127.0.0.1:9/evil.xsd" | guard.attribute
            settle-liability.bpmn | <bpmn:process id | <!DOCTYPE a><bpmn:process id | guard.xml
            freight-payer.dmn | typeRef="string" expressionLanguage="feel" | typeRef="string" expressionLanguage="juel" | guard.language
            freight-payer.dmn | not("EXCHANGE","REPAIR","RESHIP") | f.delete() | guard.feel
            settleLiability.form | "label": "原因" | "label": "<img src=x onerror=alert(1)>" | guard.formText
            settle-liability.bpmn | camunda:candidateGroups="${liabilityTeam}" | camunda:candidateGroups="everybody" | model.team
            settle-liability.bpmn | camunda:decisionRef="freight-payer" camunda:decisionRefBinding="deployment" | camunda:decisionRef="freight-nobody" camunda:decisionRefBinding="deployment" | model.decision
            """)
    void whatIsForbiddenIsRefusedAndNothingIsKept(String file, String good, String evil, String rule) {
        String text = text(file);
        assertThat(text).contains(good);
        long proposals = count("studio.proposal");
        long contents = count("studio.content");
        long deployments = count("public.act_re_deployment");
        long bytes = count("public.act_ge_bytearray");

        Answer answer = proposes("fang", "坏文件", Map.of(file, text.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(evil))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("findings").findValuesAsString("rule")).contains(rule);
        JsonNode finding = answer.json().path("findings").valueStream().filter(each -> each.path("rule").asString().equals(rule)).findFirst().orElseThrow();
        assertThat(finding.path("file").asString()).isEqualTo(file);
        assertThat(finding.path("element").asString()).isNotBlank();
        assertThat(finding.path("zh").asString()).containsPattern("\\p{IsHan}");
        assertThat(finding.path("en").asString()).isNotBlank();
        assertThat(count("studio.proposal")).isEqualTo(proposals);
        assertThat(count("studio.content")).isEqualTo(contents);
        assertThat(count("public.act_re_deployment")).isEqualTo(deployments);
        assertThat(count("public.act_ge_bytearray")).isEqualTo(bytes);
        assertThat(rows("select details ->> 'rules' from security.audit where action = 'DEPLOY_REFUSED' and who = 'fang' order by seq desc limit 1")).singleElement().asString().contains(rule);
    }

    @Test
    void theThirdRefusalInTenMinutesRings() {
        for (int time = 0; time < 3; time++) {
            assertThat(proposes("owner", "坏", Map.of(PROCESS, "<html/>")).status()).isEqualTo(422);
        }
        assertThat(rows("select object_id from security.audit where action = 'DEPLOY_ALARM' order by seq desc limit 1")).containsExactly("owner");
    }

    @Test
    void whatOnlyTheEngineUnderstandsIsFoundByTheEngine() {
        String evil = text(PROCESS).replace("attachedToRef=", "attachedToRef=").replaceFirst("<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">[^<]+</bpmn:timeDate>", "");

        Answer answer = proposes("fang", "没有时间的定时器", Map.of(PROCESS, evil));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("findings").findValuesAsString("rule")).contains("engine.parse");
        assertThat(releases.current()).isEqualTo(releases.deployments().get(releases.deployments().size() - 1));
    }

    @Test
    void aTableThatAllowsEverythingLoosensNoRedLine() {
        String table = text("message-guard.dmn");
        String loose = table.replaceFirst("(?s)<rule id=\"messageGuard_cure\">", java.util.regex.Matcher.quoteReplacement("""
                <rule id="messageGuard_anything"><description>什么都可以说 / Anything may be said</description>
                <inputEntry id="messageGuard_anything_in_text"><text></text></inputEntry><inputEntry id="messageGuard_anything_in_reviewLinked"><text></text></inputEntry>
                <outputEntry id="messageGuard_anything_out_verdict"><text>"ALLOW"</text></outputEntry><outputEntry id="messageGuard_anything_out_line"><text>"HOUSE"</text></outputEntry>
                <outputEntry id="messageGuard_anything_out_source"><text>"-"</text></outputEntry></rule>
                <rule id="messageGuard_cure">"""));
        String number = waits("R1");
        released("fang", filed(proposes("owner", "放宽", Map.of("message-guard.dmn", loose))));

        assertThat(verdict(number, "这款面霜能根治皮炎")).isEqualTo("ALLOW");
        assertThat(verdict(number, "五星好评返现10元")).isEqualTo("BLOCK");
    }

    private String verdict(String number, String words) {
        Answer seen = as("lin").send("POST", "/api/cases/" + number + "/messages/preview", json.writeValueAsString(Map.of("text", words)), "Idempotency-Key", UUID.randomUUID().toString());
        return seen.json().at("/message/verdict/outcome").asString();
    }
}
