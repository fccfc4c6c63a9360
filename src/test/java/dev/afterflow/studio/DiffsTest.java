package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Differences between two versions, as a second person reads them before releasing. */
class DiffsTest {

    @Test
    void aTimerIsToldInHours() {
        assertThat(zh("processes/payments/refund-payout.bpmn", ">PT60M<", ">PT12H<")).singleElement().asString().endsWith("：时限 60 分钟 (PT60M) → 12 小时 (PT12H)");
        assertThat(Spans.of("P1DT2H30M")).isEqualTo(new Said("1 天 2 小时 30 分钟 (P1DT2H30M)", "1 day 2 hours 30 minutes (P1DT2H30M)"));
    }

    @Test
    void aConditionAFormATeamAndALabelAreTold() {
        String file = "processes/returns/refund-settlement.bpmn";
        assertThat(zh(file, "\\$\\{team == 'none'}", "\\${team == 'finance'}")).containsExactly("箭头「不需要」：条件 ${team == 'none'} → ${team == 'finance'}");
        assertThat(zh(file, "camunda:candidateGroups=\"finance\"", "camunda:candidateGroups=\"legal\"")).containsExactly("人工任务「处理付款失败」：小组 finance → legal");
        assertThat(en(file, "value=\"Approve the refund\"", "value=\"Confirm the refund\"")).containsExactly("user task “Confirm the refund”: English name Approve the refund → Confirm the refund");
        assertThat(zh(file, "name=\"noApproval\"|id=\"noApproval\" name=\"不需要\"", "id=\"noApproval\" name=\"免审\"")).containsExactly("箭头「免审」：名称 不需要 → 免审");
        assertThat(zh(file, "sourceRef=\"decideRefund\" targetRef=\"payRefund\"", "sourceRef=\"decideRefund\" targetRef=\"concludePayout\"")).anyMatch(line -> line.contains("终点 逐笔付款 → 核对付款结果"));
    }

    @Test
    void aStepThatGoesAndOneThatComesAreNamed() {
        String file = "processes/returns/refund-settlement.bpmn";
        String without = read(file).replaceFirst("(?s)<bpmn:userTask id=\"approveRefund\".*?</bpmn:userTask>", "");
        assertThat(Diffs.of(ModelFile.of(file, read(file)), ModelFile.of(file, without))).extracting(Change::zh).contains("删去人工任务「审批退款」");
        assertThat(Diffs.of(ModelFile.of(file, without), ModelFile.of(file, read(file)))).extracting(Change::en).anyMatch(line -> line.startsWith("added user task “Approve the refund”, team ${team}"));
    }

    @Test
    void rowsThatCameWentOrMovedAreToldWithWhatTheySay() {
        String file = "processes/remedies/freight-payer.dmn";
        String table = read(file);
        String row = match(table, "(?s)<rule id=\"freightPayer_fault\">.*?</rule>");
        assertThat(Diffs.of(ModelFile.of(file, table), ModelFile.of(file, table.replace(row, "")))).singleElement()
                .satisfies(change -> assertThat(change.zh()).startsWith("删去第 4 行「质量、不符、破损").contains("责任方 not(\"BUYER\")"));
        String first = match(table, "<rule id=\"freightPayer_euWithdrawalUntold\">");
        assertThat(Diffs.of(ModelFile.of(file, table), ModelFile.of(file, table.replace(row, "").replace(first, row + first)))).singleElement()
                .satisfies(change -> assertThat(change.zh()).startsWith("第 1 行「质量").endsWith("原在第 4 行"));
        assertThat(zh(file, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")).containsExactly("决策表：命中策略 FIRST → UNIQUE");
        assertThat(zh(file, "(freightPayer_euWithdrawal_in_freeShipping\">\\s*<text>)<", "$1true<")).singleElement().asString().contains("包邮 （不限） → true");
    }

    @Test
    void fieldsOfAFormAreTold() {
        String file = "forms/remedies/settleLiability.form";
        assertThat(zh(file, "\"label\": \"原因\"", "\"label\": \"缘由\"")).containsExactly("字段「缘由」：标签 原因 → 缘由");
        assertThat(Diffs.of(ModelFile.of(file, read(file)), ModelFile.of(file, read(file).replaceFirst("\\{\\s+\"label\": \"原因\"", "{\"label\":\"新的\",\"type\":\"number\",\"id\":\"Field_new\",\"key\":\"fresh\","
                + "\"validate\":{\"required\":true},\"properties\":{\"label.en\":\"New\"}},$0")))).extracting(Change::zh).containsExactly("新增字段「新的」，必填");
    }

    @Test
    void spacesAreNoChangeOfMeaning() {
        String file = "processes/remedies/freight-payer.dmn";
        assertThat(Diffs.of(ModelFile.of(file, read(file)), ModelFile.of(file, read(file) + "\n\n"))).singleElement().satisfies(change -> assertThat(change.zh()).startsWith("只有写法不同"));
        assertThat(Diffs.of(ModelFile.of(file, read(file)), ModelFile.of(file, read(file)))).isEmpty();
    }

    static Stream<Path> models() throws IOException {
        return Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("forms"))).filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"));
    }

    /** Each value of each of our models is bent in turn; what is told must never be nothing. */
    @ParameterizedTest
    @MethodSource("models")
    void nothingThatDiffersGoesUnsaid(Path model) throws IOException {
        String name = model.toString().replace('\\', '/');
        String text = Files.readString(model);
        ModelFile before = ModelFile.of(name, text);
        Matcher value = Pattern.compile(name.endsWith(".form") ? "\"(?!id|type|schemaVersion|components)[A-Za-z.]+\": \"([^\"\\\\]+)\"" : " (?!id=|xmlns|bpmnElement|dmnElementRef|href|exporter|modeler:|targetNamespace|namespace)[A-Za-z:]+=\"([^\"]+)\"").matcher(text);
        List<String> unsaid = new ArrayList<>();
        for (int found = 0; value.find() && found < 400; found++) {
            String tag = name.endsWith(".form") ? "" : text.substring(text.lastIndexOf("<", value.start()), value.start());
            if (tag.startsWith("<?xml") || tag.matches("(?s)<(bpmn:)?definitions.*")) {
                continue;
            }
            String bent = text.substring(0, value.start(1)) + (value.group(1).matches("-?[0-9.]+") ? "7" + value.group(1) : value.group(1) + "x") + text.substring(value.end(1));
            List<Change> changes = Diffs.of(before, ModelFile.of(name, bent));
            if (changes.isEmpty() || changes.get(0).zh().startsWith("只有写法不同")) {
                unsaid.add(value.group());
            }
        }
        assertThat(unsaid).filteredOn(each -> !each.contains("xsi:type") && !drawing(each)).isEmpty();
    }

    /** How a table's or a label's drawing lies changes nothing anybody works by. */
    private static boolean drawing(String attribute) {
        return attribute.matches(" (isHorizontal|isExpanded|isMarkerVisible|x|y|width|height|outputLabel)=.*");
    }

    private static List<String> zh(String file, String regex, String replacement) {
        return changed(file, regex, replacement).stream().map(Change::zh).toList();
    }

    private static List<String> en(String file, String regex, String replacement) {
        return changed(file, regex, replacement).stream().map(Change::en).toList();
    }

    private static List<Change> changed(String file, String regex, String replacement) {
        String text = read(file);
        String bent = text.replaceFirst(regex, replacement);
        assertThat(bent).as(regex).isNotEqualTo(text);
        return Diffs.of(ModelFile.of(file, text), ModelFile.of(file, bent));
    }

    private static String match(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
