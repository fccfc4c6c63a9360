package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnEligibilityDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("returns", "return-eligibility");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unshipped           | CN | UNSHIPPED | BUYER_CANCEL     | CUSTOM     | false | true  | 0  |     | eligible
            unshipped           | BR | UNSHIPPED | BUYER_CANCEL     | STANDARD   | false | false | 0  |     | eligible
            onTheWayNotReceived | CN | SHIPPED   | NOT_RECEIVED     | STANDARD   | false | false | 0  |     | eligible
            deliveredNotReceived| CN | RECEIVED  | NOT_RECEIVED     | STANDARD   | false | false | 0  | 20  | person
            counterfeit         | CN | RECEIVED  | COUNTERFEIT      | STANDARD   | false | false | 0  | 20  | person
            qualityInTime       | CN | RECEIVED  | QUALITY          | CUSTOM     | false | true  | 0  | 168 | withReturn
            qualityFifteenDays  | CN | RECEIVED  | QUALITY          | STANDARD   | false | false | 0  | 169 | person
            qualityFifteenDays  | CN | RECEIVED  | QUALITY          | STANDARD   | false | false | 0  | 360 | person
            qualityLater        | CN | RECEIVED  | QUALITY          | STANDARD   | false | false | 0  | 361 | person
            qualityLater        | CN | RECEIVED  | WRONG_ITEM       | STANDARD   | false | false | 0  | 169 | person
            promisedElsewhere   | BR | RECEIVED  | NO_REASON        | STANDARD   | false | false | 30 | 720 | withReturn
            promisedElsewhere   | EU | CLOSED    | AFTERSALE_LATE   | STANDARD   | false | false | 30 | 700 | withReturn
            promised            | CN | RECEIVED  | NO_REASON        | CUSTOM     | false | true  | 15 | 360 | withReturn
            mixed               | CN | RECEIVED  | NO_REASON        | MIXED      | false | false | 0  | 10  | person
            mixed               | EU | RECEIVED  | NO_REASON        | MIXED      | false | false | 0  | 10  | person
            openedUnknown       | CN | RECEIVED  | NO_REASON        | DIGITAL    |       | false | 0  | 10  | person
            openedUnknown       | EU | RECEIVED  | NO_REASON        | DIGITAL    |       | false | 0  | 10  | person
            sevenDays           | CN | RECEIVED  | NO_REASON        | STANDARD   |       | false | 0  | 10  | withReturn
            custom              | CN | RECEIVED  | NO_REASON        | CUSTOM     | false | false | 0  | 10  | notEligible
            custom              | CN | RECEIVED  | NO_REASON        | CUSTOM     | false | false | 15 | 361 | notEligible
            perishable          | CN | RECEIVED  | NO_REASON        | PERISHABLE | false | false | 0  | 10  | notEligible
            digitalOpened       | CN | RECEIVED  | NO_REASON        | DIGITAL    | true  | false | 0  | 10  | notEligible
            sevenDays           | CN | RECEIVED  | NO_REASON        | DIGITAL    | false | false | 0  | 10  | withReturn
            periodical          | CN | RECEIVED  | NO_REASON        | PERIODICAL | false | false | 0  | 10  | notEligible
            excludedConfirmed   | CN | RECEIVED  | NO_REASON        | SPECIAL    | false | true  | 0  | 10  | notEligible
            excludedUnconfirmed | CN | RECEIVED  | NO_REASON        | SPECIAL    | false | false | 0  | 168 | withReturn
            sevenDays           | CN | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 168 | withReturn
            sevenDays           | CN | RECEIVED  | NO_REASON        | STANDARD   | true  | false | 0  | -5  | withReturn
            termOver            | CN | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 169 | notEligible
            termOver            | CN | RECEIVED  | NO_REASON        | STANDARD   | false | false | 15 | 361 | notEligible
            termOver            | CN | CLOSED    | AFTERSALE_LATE   | STANDARD   | false | false | 0  | 900 | notEligible
            euExcluded          | EU | RECEIVED  | NO_REASON        | PERISHABLE | false | false | 0  | 10  | notEligible
            euUnsealed          | EU | RECEIVED  | NO_REASON        | DIGITAL    | true  | false | 0  | 10  | notEligible
            euUnsealed          | EU | RECEIVED  | NO_REASON        | SPECIAL    | true  | false | 0  | 10  | notEligible
            euSealUnknown       | EU | RECEIVED  | NO_REASON        | SPECIAL    |       | true  | 0  | 10  | person
            euWithdrawal        | EU | RECEIVED  | NO_REASON        | SPECIAL    | false | true  | 0  | 10  | withReturn
            euWithdrawal        | EU | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 336 | withReturn
            euTermOver          | EU | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 337 | notEligible
            person              | CN | SHIPPED   | BUYER_CANCEL     | STANDARD   | false | false | 0  |     | person
            person              | CN | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  |     | person
            person              | BR | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 900 | person
            person              | US | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 900 | person
            person              | GB | RECEIVED  | NO_REASON        | STANDARD   | false | false | 0  | 900 | person
            """)
    void theLawOfThePlaceAndTheSpecialCaseComeFirst(String row, String jurisdiction, String stage, String reasonType,
            String goodsClass, Boolean opened, boolean exclusionConfirmed, long promiseDays, Long termHours, String eligibility) {
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", jurisdiction, "stage", stage,
                "reasonType", reasonType, "goodsClass", goodsClass,
                "exclusionConfirmed", exclusionConfirmed, "promiseDays", promiseDays));
        facts.put("termHours", termHours);
        facts.put("opened", opened);

        DecisionTable.Answer answer = TABLE.ask(facts);

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("eligibility")).isEqualTo(eligibility);
        assertThat((String) answer.get("ground")).as("ground in both languages").contains(" / ");
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    @Test
    void noUnshippedOrderIsEverNotEligible() {
        for (String jurisdiction : new String[] {"CN", "EU", "BR", "US"}) {
            for (String goods : new String[] {"STANDARD", "CUSTOM", "PERISHABLE", "DIGITAL", "PERIODICAL", "SPECIAL"}) {
                assertThat(TABLE.ask(unshipped(jurisdiction, goods)).get("eligibility")).isEqualTo("eligible");
            }
        }
    }

    private static Map<String, Object> unshipped(String jurisdiction, String goods) {
        return Map.of("jurisdiction", jurisdiction, "stage", "UNSHIPPED", "reasonType", "BUYER_CANCEL", "goodsClass", goods,
                "opened", true, "exclusionConfirmed", true, "promiseDays", 0L, "termHours", 900L);
    }
}
