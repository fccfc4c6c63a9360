package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** a submission holds what its form lets this person write, and nothing else. */
class FormCheckTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String FORM = """
            {"type":"default","schemaVersion":16,"components":[
              {"type":"text","text":"shown only"},
              {"type":"select","key":"decision","label":"处理","properties":{"label.en":"Decision"},
               "values":[{"label":"同意","value":"AGREE"},{"label":"拒绝","value":"REFUSE"}],"validate":{"required":true}},
              {"type":"textarea","key":"ground","label":"拒绝理由","properties":{"label.en":"Ground"},
               "validate":{"required":true,"minLength":5,"maxLength":20},
               "conditional":{"hide":"=decision != \\"REFUSE\\""}},
              {"type":"number","key":"pieces","label":"件数","decimalDigits":0,"validate":{"min":1,"max":"=most"}},
              {"type":"checkbox","key":"checked","label":"已核对","validate":{"required":true}},
              {"type":"radio","key":"payment","label":"付款","valuesKey":"payments"},
              {"type":"checklist","key":"faults","label":"瑕疵","values":[{"value":"SCRATCH"},{"value":"STAIN"}]},
              {"type":"datetime","key":"day","label":"日期","subtype":"date","disallowPassedDates":true},
              {"type":"textfield","key":"phone","label":"电话","validate":{"validationType":"phone"}},
              {"type":"textfield","key":"waybill","label":"运单","validate":{"pattern":"^[A-Za-z0-9-]{6,40}$"}},
              {"type":"evidence","key":"pictures","label":"图片"},
              {"type":"textfield","key":"reason","label":"原因","readonly":true},
              {"type":"group","components":[{"type":"textfield","key":"inner","label":"组内"}]},
              {"type":"group","path":"address","components":[{"type":"textfield","key":"city","label":"城市"}]},
              {"type":"dynamiclist","path":"lines","components":[
                {"type":"number","key":"quantity","label":"数量","validate":{"required":true,"min":1}}]}
            ]}""";
    private static final Map<String, Object> PREFILL = Map.of("most", 3L, "reason", "尺寸不合", "payments",
            List.of(Map.of("label", "支付宝", "value", "PAY-1"), "PAY-2"));

    @Test
    void whatTheFormAsksForPasses() {
        Checked checked = check("""
                {"decision":"AGREE","pieces":2.0,"checked":true,"payment":"PAY-2","faults":["STAIN"],"day":"2026-11-21",
                 "phone":"+86 138 0000 1234","waybill":"SF1234567890","inner":"x","address":{"city":"杭州"},
                 "lines":[{"quantity":1},{"quantity":2}],"pictures":["0b9c8f64-5717-4562-b3fc-2c963f66afa6"]}""");
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.input()).containsEntry("pieces", 2L).containsEntry("address", Map.of("city", "杭州"))
                .containsEntry("lines", List.of(Map.of("quantity", 1L), Map.of("quantity", 2L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"decision":"MAYBE"}                      | decision          | values
            {"decision":""}                           | decision          | required
            {"decision":"REFUSE"}                     | ground            | required
            {"decision":"REFUSE","ground":"no"}       | ground            | minLength
            {"decision":"REFUSE","ground":"a ground that is far too long"} | ground | maxLength
            {"decision":"REFUSE","ground":5}          | ground            | type
            {"pieces":0}                              | pieces            | min
            {"pieces":4}                              | pieces            | max
            {"pieces":1.5}                            | pieces            | decimals
            {"pieces":"2"}                            | pieces            | type
            {"checked":"yes"}                         | checked           | type
            {"checked":false}                         | checked           | required
            {"payment":"PAY-9"}                       | payment           | values
            {"faults":["RUST"]}                       | faults            | values
            {"faults":["STAIN","STAIN"]}              | faults            | values
            {"faults":"STAIN"}                        | faults            | type
            {"day":"2026-11-19"}                      | day               | past
            {"day":"21.11.2026"}                      | day               | type
            {"phone":"call me"}                       | phone             | pattern
            {"waybill":"SF 1"}                        | waybill           | pattern
            {"pictures":["../../etc/passwd"]}         | pictures          | type
            {"inner":{"a":1}}                         | inner             | type
            {"address":"Hangzhou"}                    | address           | type
            {"lines":[{}]}                            | lines[0].quantity | required
            {"lines":[{"quantity":0}]}                | lines[0].quantity | min
            {"lines":["x"]}                           | lines             | type
            {"approved":true}                         | approved          | unknown
            {"address":{"city":"a","zip":"1"}}        | address.zip       | unknown
            {"lines":[{"quantity":1,"price":1}]}      | lines[0].price    | unknown
            {"reason":"另有原因"}                      | reason            | readonly
            """)
    void aBrokenRuleIsNamedByField(String given, String field, String rule) {
        assertThat(check(given).faults()).extracting(FormFault::field, FormFault::rule)
                .contains(tuple(field, rule));
    }

    @Test
    void aReadOnlyValueThatComesBackUnchangedIsNoFaultAndNoInput() {
        Checked checked = check("{\"decision\":\"AGREE\",\"checked\":true,\"reason\":\"尺寸不合\"}");
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.input()).doesNotContainKey("reason");
    }

    @Test
    void aHiddenFieldIsNeitherAskedForNorTaken() {
        Checked checked = check("{\"decision\":\"AGREE\",\"checked\":true,\"ground\":\"x\"}");
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.input()).doesNotContainKey("ground");
    }

    @Test
    void remediesSpeakTheLanguageOfTheCaller() {
        FormFault fault = check("{\"decision\":\"REFUSE\",\"ground\":\"no\"}").faults().stream()
                .filter(each -> each.field().equals("ground")).findFirst().orElseThrow();
        assertThat(fault.remedy("zh-CN")).isEqualTo("“拒绝理由”至少要有 5 个字符。");
        assertThat(fault.remedy("en")).isEqualTo("“Ground” needs at least 5 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=for i in 1..100000000 return i", "=some x in list satisfies x > 1",
            "=function(x) x", "=decision ="})
    void anExpressionThatCouldRunForLongIsNotEvaluated(String expression) {
        assertThatThrownBy(() -> Feel.holds(expression, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingValueMakesAnExpressionUntrue() {
        assertThat(Feel.holds("=amount > 100", Map.of())).isFalse();
        assertThat(Feel.holds("=amount > 100 and kind = \"REPAIR\"", Map.of("amount", 101L, "kind", "REPAIR"))).isTrue();
        assertThat(Feel.holds("=not(agreed)", Map.of("agreed", false))).isTrue();
        assertThat(Feel.holds("=kind = \"for some\"", Map.of("kind", "for some"))).isTrue();
        assertThat(Feel.holds("=decision = null or decision != \"agree\"", Map.of())).isTrue();
    }

    private static Checked check(String given) {
        return FormCheck.check(FormPart.of(JSON.readTree(FORM).path("components")), PREFILL,
                Plain.object(JSON.readTree(given)), NOW);
    }
}
