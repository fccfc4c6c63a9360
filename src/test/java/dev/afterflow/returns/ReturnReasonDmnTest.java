package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnReasonDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("returns", "return-reason");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            counterfeit | 怀疑是假货          | UNSHIPPED | COUNTERFEIT
            counterfeit | COUNTERFEIT         | CLOSED    | COUNTERFEIT
            service     | 发票问题            | RECEIVED  | SERVICE
            late        | 七天无理由退换      | CLOSED    | AFTERSALE_LATE
            quality     | 质量问题            | CLOSED    | QUALITY
            other       | 其他                | CLOSED    | OTHER
            unshipped   | 质量问题            | UNSHIPPED | BUYER_CANCEL
            unshipped   | 拍错/多拍           | UNSHIPPED | BUYER_CANCEL
            notReceived | 未收到货            | SHIPPED   | NOT_RECEIVED
            notReceived | NOT_RECEIVED        | RECEIVED  | NOT_RECEIVED
            notReceived | 物流停滞            | SHIPPED   | NOT_RECEIVED
            short       | 少件/漏发           | RECEIVED  | SHORT
            wrongItem   | 颜色尺码发错        | RECEIVED  | WRONG_ITEM
            wrongItem   | 卖家发错货          | RECEIVED  | WRONG_ITEM
            damaged     | 商品破损            | RECEIVED  | DAMAGED
            quality     | 做工粗糙            | RECEIVED  | QUALITY
            quality     | QUALITY             | RECEIVED  | QUALITY
            notAsDescribed | 色差大           | RECEIVED  | NOT_AS_DESCRIBED
            repair      | 维修                | RECEIVED  | REPAIR
            exchange    | 换货                | RECEIVED  | EXCHANGE
            onTheWay    | 不想要了            | SHIPPED   | BUYER_CANCEL
            noReason    | 七天无理由退换      | RECEIVED  | NO_REASON
            noReason    | 尺码不合适          | RECEIVED  | NO_REASON
            noReason    | NO_REASON           | RECEIVED  | NO_REASON
            other       | 其他                | RECEIVED  | OTHER
            """)
    void theReasonChosenGetsOurType(String row, String reasonCode, String stage, String type) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("reasonCode", reasonCode, "stage", stage));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("reasonType")).isEqualTo(type);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
