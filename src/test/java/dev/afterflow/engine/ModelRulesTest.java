package dev.afterflow.engine;

import static dev.afterflow.engine.LawfulBook.FORM;
import static dev.afterflow.engine.LawfulBook.PROCESS;
import static dev.afterflow.engine.LawfulBook.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRulesTest {

    private final ModelRules rules = new ModelRules(new Guard(Delegates.of(Map.of("tellIt", execution -> { }, "other", execution -> { }))));

    @Test
    void aLawfulBookIsNotSpokenAbout() {
        assertThat(rules.check(LawfulBook.files())).isEmpty();
    }

    @ParameterizedTest(name = "process: {3} at {2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id="look-and-tell" name|id="other-id" name|other-id|model.id
            isExecutable="true"|isExecutable="false"|look-and-tell|model.executable
            historyTimeToLive="P180D"|historyTimeToLive="180"|look-and-tell|model.timeToLive
            historyTimeToLive="P180D"|versionTag="1"|look-and-tell|model.timeToLive
            id="asked" name|id="StartEvent_0abc123" name|StartEvent_0abc123|model.defaultId
            "looked" sourceRef|"Flow_1x2y3z4" sourceRef|Flow_1x2y3z4|model.defaultId
            id="messageTakenBack"|id="Message_1abcdef"|Message_1abcdef|model.defaultId
            id="allTold"|id="All_Told"|All_Told|model.id
            id="told" sourceRef|id="looked" sourceRef|looked|model.id
            ${tellIt}|${other}|tellIt|model.delegate
            ${tellIt}|${nobody}|tellIt|guard.expression
            name="心情好吗？"|name="心情"|isCalm|model.question
            default="notCalm"|gatewayDirection="Diverging"|isCalm|model.default
            name="平静" sourceRef|sourceRef|calm|model.answer
            name="不平静" sourceRef|sourceRef|notCalm|model.answer
            formRef="lookAtIt"|formRef="lookAway"|lookAtIt|model.form
            formRefBinding="deployment"|formRefBinding="latest"|lookAtIt|model.binding
            decisionRefBinding="deployment"|decisionRefBinding="latest"|readMood|model.binding
            decisionRef="look-mood"|decisionRef="no-mood"|readMood|model.decision
            mapDecisionResult="singleEntry"|mapDecisionResult="resultList"|readMood|model.result
            candidateGroups="returns-desk"|candidateGroups="everybody"|lookAtIt|model.team
            candidateGroups="returns-desk"|candidateGroups="${anybody}"|lookAtIt|model.team
            messageRef="messageTakenBack"|messageRef="messageOfNobody"|takenBack|model.known
            returns.requestTakenBack|takenBack|messageTakenBack|model.technicalName
            returns.requestTakenBack|nowhere.takenBack|messageTakenBack|model.technicalName
            name="看一看"|name="Look"|lookAtIt|model.chinese
            name="看一看" camunda|camunda|lookAtIt|model.name
            value="Look at it"|value="看"|lookAtIt|model.english
            value="Look and tell"|value=""|look-and-tell|model.english
            bpmnElement="told"|bpmnElement="toldAgain"|told|model.diagram
            bpmnElement="tellIt"|bpmnElement="tellItAgain"|tellIt|model.diagram
            x="600"|x="520"|tellIt|model.overlap
            x="600"|x="left"|tellIt|model.diagram
            """)
    void aProcessThatBreaksARuleIsRefused(String good, String bad, String element, String rule) {
        assertRefused(PROCESS, good, bad, element, rule);
    }

    @ParameterizedTest(name = "table: {3} at {2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            decision id="look-mood"|decision id="other-mood"|definitions|model.id
            historyTimeToLive="P1D"|historyTimeToLive="1"|look-mood|model.timeToLive
            name="试验 / Trial"|name="Trial"|look-mood|model.chinese
            name="试验 / Trial"|name="试验"|look-mood|model.english
            label="颜色 / Colour"|label="颜色"|colourIn|model.english
            label="答案 / Answer"|label="Answer"|answerOut|model.english
            name="answer"|name="An answer"|answerOut|model.name
            rule id="blueIsSea"|rule id="DecisionRule_0abc123"|DecisionRule_0abc123|model.defaultId
            rule id="blueIsSea"|rule id="redIsFire"|redIsFire|model.id
            blueIsSea 行 / row blueIsSea|blue is sea|blueIsSea|model.description
            """)
    void aTableThatBreaksARuleIsRefused(String good, String bad, String element, String rule) {
        assertRefused(TABLE, good, bad, element, rule);
    }

    @ParameterizedTest(name = "form: {3} at {2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id":"lookAtIt"|"id":"lookAway"|lookAtIt|model.id
            "label.en":"Verdict",|"x":"y",|Field_verdict|model.english
            "text.en":"Look at the picture."|"x":"y"|Text_help|model.english
            GOOD=Good;|GOOD=好;|Field_verdict|model.english
            "key":"evidence"|"key":"verdict"|Field_evidence|model.key
            "id":"Field_evidence"|"id":"Field_verdict"|Field_verdict|model.id
            "label":"证据",|`"label":"",`|Field_evidence|model.label
            """)
    void aFormThatBreaksARuleIsRefused(String good, String bad, String element, String rule) {
        assertRefused(FORM, good, bad, element, rule);
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() {
        assertRefused(PROCESS, "<bpmn:outgoing>toMood</bpmn:outgoing></bpmn:startEvent>",
                "<bpmn:outgoing>toMood</bpmn:outgoing></bpmn:startEvent><bpmn:textAnnotation id=\"hint\"><bpmn:text>只有中文</bpmn:text></bpmn:textAnnotation>", "hint/text", "model.english");
    }

    @Test
    void aLongProcessIsAWarningOnly() {
        String steps = IntStream.range(0, 40).mapToObj(i -> "<bpmn:endEvent id=\"end" + i + "\"/>").collect(Collectors.joining());
        assertThat(rules.check(bent(PROCESS, "<bpmn:sequenceFlow id=\"toMood\"", steps + "<bpmn:sequenceFlow id=\"toMood\"")))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("model.size");
                    assertThat(finding.refusal()).isFalse();
                });
    }

    @Test
    void processesThatCallEachOtherInACircleAreRefused() {
        ModelFile circle = Models.around("circle", Models.call("step", "circle", ""));
        assertThat(rules.check(List.of(circle))).anyMatch(finding -> finding.rule().equals("model.depth") && finding.element().equals("circle"));
    }

    @Test
    void aFormNobodyShowsIsAWarning() {
        List<ModelFile> files = new ArrayList<>(LawfulBook.files());
        files.add(ModelFile.of("forms/returns/lookAway.form", LawfulBook.form().text().replace("lookAtIt", "lookAway")));
        assertThat(rules.check(files)).singleElement().satisfies(finding -> assertThat(finding.rule()).isEqualTo("model.unused"));
    }

    @Test
    void aCalledProcessMustBeThereAndGetTheCaseNumber() {
        ModelFile caller = Models.around("caller", "<bpmn:callActivity id=\"step\" calledElement=\"nobody\"/>");
        assertThat(rules.check(List.of(caller))).extracting(Finding::rule).contains("model.called", "model.caseNumber", "model.binding");
    }

    private void assertRefused(String file, String good, String bad, String element, String rule) {
        assertThat(rules.check(bent(file, good, bad))).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.refusal()).isTrue();
        });
    }

    private static List<ModelFile> bent(String name, String good, String bad) {
        return LawfulBook.files().stream().map(file -> {
            if (!file.name().equals(name)) {
                return file;
            }
            assertThat(file.text()).contains(good);
            return ModelFile.of(name, file.text().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
        }).toList();
    }
}
