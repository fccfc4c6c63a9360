package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.remedies.Remedies.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

    private static final List<Line> LINES = List.of(new Line(1, "exchange", "exchange", null, "换货", "Exchange"),
            new Line(2, "returnRefund", "returnRefund", null, "退货退款", "Return and refund"),
            new Line(3, "refundAgreed", "refund", null, "部分退款，保留商品", "Partial refund, keep the goods"));

    @ParameterizedTest
    @ValueSource(strings = {"2", " 2 ", "２", "②", "二", "贰", "貳", "2。", "２！", "　2　", "退货退款", "退货退款。", "Return and refund", "RETURN AND REFUND"})
    void aNumberOrAWordIsTheChoice(String text) {
        assertThat(Choice.of(text, LINES)).get().extracting(Line::code).isEqualTo("returnRefund");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4", "0", "22", "1 2", "1或2", "选2吧，谢谢", "不要2", "2件", "退款", "-2", "两", "十", "2.5", "我要退货退款还要赔偿", "?"})
    void anythingElseIsNoChoice(String text) {
        assertThat(Choice.of(text, LINES)).isEmpty();
    }

    @Test
    void aWordWithACommaInItIsReadWhole() {
        assertThat(Choice.of("部分退款，保留商品", LINES)).get().extracting(Line::code).isEqualTo("refundAgreed");
        assertThat(Choice.of("部分退款,保留商品", LINES)).get().extracting(Line::code).isEqualTo("refundAgreed");
        assertThat(Choice.of(null, LINES)).isEmpty();
    }
}
