package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clerk's words are read where they can mean one thing only. */
class CarrierVerdictsTest {

    private static final Money CLAIMED = new Money(12_950, "CNY");

    @ParameterizedTest
    @ValueSource(strings = {"经核实同意赔付129.50元，AGREED,12950", "同意理赔金额：129.5 元，AGREED,12950", "经核实，同意部分赔付50元，PART,5000", "同意赔付0元，DENIED,0", "同意向寄件方赔偿人民币 200 元，AGREED,20000"})
    void aSumIsRead(String line) {
        String[] parts = line.split("，(?=[A-Z])");
        String[] meant = parts[1].split(",");
        assertThat(CarrierVerdicts.of(Kind.CLAIM, CLAIMED, parts[0])).hasValueSatisfying(read -> {
            assertThat(read.verdict()).isEqualTo(Verdict.valueOf(meant[0]));
            assertThat(read.amount()).isEqualTo(new Money(Long.parseLong(meant[1]), "CNY"));
        });
    }

    @ParameterizedTest
    @CsvSource({"经核实外包装完好，不予赔付,DENIED", "该诉求不符合理赔条件,DENIED", "请补充商品价值证明,ASKS_MORE", "该运单非我司快件,FAILED", "运单号有误请核对,FAILED"})
    void aRefusalAWishAndAWrongNumberAreRead(String words, Verdict verdict) {
        assertThat(CarrierVerdicts.of(Kind.CLAIM, CLAIMED, words)).map(CarrierVerdicts.Read::verdict).contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我们会尽快处理", "不同意赔付129.50元", "同意赔付100元，其余不予赔付", "同意赔付100元，或同意赔付120元", "赔付金额待定", "已联系网点", "同意赔付一百元"})
    void whatMayMeanTwoThingsIsLeftToAPerson(String words) {
        assertThat(CarrierVerdicts.of(Kind.CLAIM, CLAIMED, words)).isEmpty();
    }

    @Test
    void aChaseAndAnInterceptionHaveTheirOwnWords() {
        assertThat(CarrierVerdicts.of(Kind.CHASE, null, "已联系网点加急处理")).map(CarrierVerdicts.Read::verdict).contains(Verdict.AGREED);
        assertThat(CarrierVerdicts.of(Kind.INTERCEPT, null, "拦截成功，件已退回")).map(CarrierVerdicts.Read::verdict).contains(Verdict.AGREED);
        assertThat(CarrierVerdicts.of(Kind.INTERCEPT, null, "无法拦截，已签收")).map(CarrierVerdicts.Read::verdict).contains(Verdict.DENIED);
        assertThat(CarrierVerdicts.of(Kind.INTERCEPT, null, "已安排")).isEmpty();
    }

    @Test
    void aSumInAnotherMoneyThanClaimedIsLeftToAPerson() {
        assertThat(CarrierVerdicts.of(Kind.CLAIM, new Money(10_000, "USD"), "同意赔付100元")).isEmpty();
    }
}
