package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundAmountDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("returns", "refund-amount");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            euWithdrawal     | EU | RETURN_REFUND | RECEIVED  | NO_REASON      | true  | false | PAID               | REFUNDED
            fraudClaim       | CN | FRAUD_CLAIM   | RECEIVED  | COUNTERFEIT    | true  | false | PAID_AND_THREEFOLD | REFUNDED
            exchange         | CN | EXCHANGE      | RECEIVED  | NO_REASON      | true  | false | DIFFERENCE         | KEPT
            compensation     | CN | COMPENSATION  | RECEIVED  | SERVICE        | true  | false | STANDARD           | KEPT
            unshipped        | CN | REFUND_ONLY   | UNSHIPPED | BUYER_CANCEL   | false | false | PAID               | REFUNDED
            notReceived      | CN | REFUND_ONLY   | SHIPPED   | NOT_RECEIVED   | false | false | PAID               | REFUNDED
            euWithdrawal     | EU | REFUND_ONLY   | SHIPPED   | BUYER_CANCEL   | true  | false | PAID               | REFUNDED
            short            | CN | REFUND_ONLY   | RECEIVED  | SHORT          | true  | false | PIECE              | KEPT
            fault            | CN | RETURN_REFUND | RECEIVED  | SHORT          | true  | false | PAID               | REFUNDED
            kept             | CN | REFUND_ONLY   | RECEIVED  | QUALITY        | true  | false | AGREED             | KEPT
            fault            | CN | RETURN_REFUND | RECEIVED  | QUALITY        | true  | false | PAID               | REFUNDED
            partReturned     | CN | RETURN_REFUND | RECEIVED  | NO_REASON      | true  | true  | PAID               | CHARGED
            freeShipping     | CN | RETURN_REFUND | RECEIVED  | NO_REASON      | true  | false | PAID               | KEPT
            paidShipping     | CN | RETURN_REFUND | RECEIVED  | NO_REASON      | false | false | PAID               | KEPT
            freeShipping     | CN | RETURN_REFUND | CLOSED    | AFTERSALE_LATE | true  | false | PAID               | KEPT
            agreed           | CN | REFUND_ONLY   | CLOSED    | OTHER          | true  | false | AGREED             | KEPT
            """)
    void theSpecialCaseComesBeforeTheGeneralOne(String row, String jurisdiction, String remedy, String stage,
            String reasonType, boolean freeShipping, boolean lost, String goods, String outbound) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("jurisdiction", jurisdiction, "remedy", remedy, "stage", stage,
                "reasonType", reasonType, "freeShipping", freeShipping, "freeShippingLost", lost));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("goods")).isEqualTo(goods);
        assertThat(answer.get("outbound")).isEqualTo(outbound);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
