package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTriageDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("cases", "case-triage");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dispute         | DISPUTE       | true  | SHIPPED     | VIP     | EMPTY_PARCEL | 100   | dispute         | disputes-desk | 90
            refundRisk      | REFUND_ONLY   | true  | SHIPPED     | VIP     | EMPTY_PARCEL | 100   | return-exchange | returns-desk  | 80
            refundCancelled | REFUND_ONLY   | false | UNAVAILABLE | NEW     | ''           | 100   | return-exchange | returns-desk  | 75
            refundUnshipped | REFUND_ONLY   | false | PAID        | VIP     | ''           | 90000 | return-exchange | returns-desk  | 70
            refundVip       | REFUND_ONLY   | true  | SHIPPED     | VIP     | ''           | 90000 | return-exchange | returns-desk  | 65
            refundLarge     | REFUND_ONLY   | true  | SHIPPED     | REGULAR | ''           | 50000 | return-exchange | returns-desk  | 60
            refund          | REFUND_ONLY   | true  | SHIPPED     | NEW     | ''           | 49999 | return-exchange | returns-desk  | 50
            goodsVip        | EXCHANGE      | true  | FINISHED    | VIP     | ''           | 100   | return-exchange | returns-desk  | 65
            goods           | RETURN_REFUND | true  | FINISHED    | NEW     | ''           | 100   | return-exchange | returns-desk  | 50
            goods           | RESHIP        | true  | FINISHED    | NEW     | ''           | 100   | return-exchange | returns-desk  | 50
            shortVip        | WRONG_ITEM    | true  | FINISHED    | VIP     | ''           | 100   | short-or-wrong-item | returns-desk | 75
            short           | SHORT         | true  | FINISHED    | NEW     | ''           | 100   | short-or-wrong-item | returns-desk | 62
            repairVip       | REPAIR        | true  | FINISHED    | VIP     | ''           | 100   | repair          | returns-desk  | 65
            repair          | REPAIR        | true  | FINISHED    | NEW     | ''           | 100   | repair          | returns-desk  | 50
            logisticsVip    | LOGISTICS     | true  | SHIPPED     | VIP     | ''           | 100   | logistics-complaint | logistics-desk | 65
            logistics       | LOGISTICS     | true  | SHIPPED     | NEW     | ''           | 100   | logistics-complaint | logistics-desk | 55
            logisticsUnshipped | LOGISTICS  | false | PAID        | VIP     | ''           | 100   | handle-by-hand  | logistics-desk | 55
            review          | REVIEW        | true  | FINISHED    | NEW     | ''           | 0     | negative-review | care-desk     | 60
            questionVip     | QUESTION      | false | PAID        | VIP     | ''           | 0     | handle-by-hand  | care-desk     | 50
            question        | QUESTION      | false | PAID        | NEW     | ''           | 0     | handle-by-hand  | care-desk     | 40
            lateShipment    | LATE_SHIPMENT | false | PAID        | NEW     | ''           | 0     | late-shipment   | warehouse     | 75
            orderException  | ORDER_EXCEPTION | false | PAID      | NEW     | ''           | 0     | order-exception | care-desk     | 70
            orderChange     | ORDER_CHANGE  | false | PAID        | NEW     | ''           | 0     | order-change    | care-desk     | 72
            cod             | COD           | false | CREATED     | NEW     | ''           | 0     | cod-confirmation | care-desk    | 68
            other           | OTHER         | false | UNKNOWN     | NEW     | ''           | 0     | handle-by-hand  | care-desk     | 30
            """)
    void everyCaseFindsItsProcessItsTeamAndItsPlaceInTheQueue(String row, String kind, boolean shipped, String orderState,
            String tier, String riskFlags, long amountMinor, String process, String team, long priority) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("kind", kind, "shipped", shipped, "orderState", orderState,
                "tier", tier, "riskFlags", riskFlags, "amountMinor", amountMinor));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("process")).isEqualTo(process);
        assertThat(answer.get("team")).isEqualTo(team);
        assertThat(answer.get("priority")).isEqualTo(priority);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
