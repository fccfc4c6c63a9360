package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a repair is no longer all there is. */
class RepairRightDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("repairs", "repair-right");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            goOn                | CN | repair  | 0 | false | false | true  | false | goOn
            goOn                | CN | repair  | 1 | false | false | true  | false | goOn
            twiceFailed         | CN | repair  | 2 | false | false | true  | false | exchangeOrRefund
            twiceFailed         | CN | repair  | 3 | true  | true  | false | false | exchangeOrRefund
            partsLate           | CN | repair  | 0 | false | true  | true  | false | exchange
            repairLate          | CN | repair  | 1 | true  | false | true  | false | exchange
            lost                | CN | repair  | 0 | false | false | true  | true  | exchangeOrRefund
            lost                | US | outside | 0 | false | false | true  | true  | exchangeOrRefund
            paidImpossible      | CN | outside | 0 | false | false | false | false | giveBack
            impossible          | CN | repair  | 0 | false | false | false | false | exchangeOrRefund
            twiceElsewhere      | US | repair  | 2 | false | false | true  | false | exchangeOrRefund
            partsLateElsewhere  | EU | repair  | 0 | false | true  | true  | false | exchangeOrRefund
            lateElsewhere       | EU | repair  | 0 | true  | false | true  | false | exchangeOrRefund
            lateElsewhere       | CN | outside | 0 | true  | false | true  | false | exchangeOrRefund
            """)
    void theLawSetsTheLimits(String row, String jurisdiction, String cover, long failures, boolean late, boolean partsLate, boolean repairable,
            boolean goodsLost, String right) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("jurisdiction", jurisdiction, "cover", cover, "failures", failures, "late", late,
                "partsLate", partsLate, "repairable", repairable, "goodsLost", goodsLost));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("right")).isEqualTo(right);
        assertThat((String) answer.get("rightBasis")).as("basis in both languages").contains(" / ");
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
