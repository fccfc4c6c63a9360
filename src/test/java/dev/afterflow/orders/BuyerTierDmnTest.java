package dev.afterflow.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuyerTierDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("orders", "buyer-tier");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vipSpent  | 1  | 500000 | VIP
            vipOrders | 10 | 499999 | VIP
            regular   | 2  | 100    | REGULAR
            new       | 1  | 499999 | NEW
            new       | 0  | 0      | NEW
            """)
    void aBuyersHistoryMakesTheirTier(String row, long orders, long spentMinor, String tier) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("orders", orders, "spentMinor", spentMinor));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("tier")).isEqualTo(tier);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
