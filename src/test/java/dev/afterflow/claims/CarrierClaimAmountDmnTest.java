package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierClaimAmountDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("claims", "carrier-claim-amount");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shipperFault      | true  | LOST              | true  | false | true  | MONTHLY_ACCOUNT | MULTIPLE | NOTHING        | false
            shipperFault      | true  | FALSE_SIGNATURE   | false | false | false | NONE            | NONE     | NOTHING        | false
            withoutConsent    | false | FALSE_SIGNATURE   | false | false | false | FRANCHISE       | CAP      | LOSS           | true
            withoutConsent    | false | UNAUTHORISED_DROP | true  | true  | false | MONTHLY_ACCOUNT | MULTIPLE | LOSS           | true
            delay             | false | DELAY             | true  | false | false | MONTHLY_ACCOUNT | MULTIPLE | FREIGHT        | false
            delay             | false | DELAY             | false | false | true  | NONE            | NONE     | FREIGHT        | false
            insuredTotal      | false | LOST              | true  | true  | false | MONTHLY_ACCOUNT | MULTIPLE | UP_TO_DECLARED | false
            insuredTotal      | false | DELAY_RUINED      | true  | false | false | NONE            | NONE     | UP_TO_DECLARED | false
            insuredTotal      | false | DAMAGED           | true  | false | true  | FRANCHISE       | CAP      | UP_TO_DECLARED | false
            insuredTotal      | false | SECURITY_SEIZED   | true  | false | false | OTHER_SENDER    | MULTIPLE | UP_TO_DECLARED | false
            insuredPart       | false | PART_DAMAGED      | true  | false | false | MONTHLY_ACCOUNT | MULTIPLE | UP_TO_DECLARED | false
            insuredPart       | false | SHORT             | true  | false | false | NONE            | NONE     | UP_TO_DECLARED | false
            underInsuredPart  | false | SHORT             | true  | true  | false | MONTHLY_ACCOUNT | MULTIPLE | PROPORTION     | false
            limitOff          | false | LOST              | false | false | true  | MONTHLY_ACCOUNT | MULTIPLE | LOSS           | false
            limitOff          | false | SHORT             | false | false | true  | REGISTERED_MAIL | MULTIPLE | LOSS           | false
            monthlyAccount    | false | LOST              | false | false | false | MONTHLY_ACCOUNT | MULTIPLE | MULTIPLE       | false
            monthlyAccount    | false | SHORT             | false | false | false | MONTHLY_ACCOUNT | MULTIPLE | MULTIPLE       | false
            otherSender       | false | DAMAGED           | false | false | false | OTHER_SENDER    | MULTIPLE | MULTIPLE       | false
            franchiseMultiple | false | LOST              | false | false | false | FRANCHISE       | MULTIPLE | MULTIPLE       | false
            cap               | false | LOST              | false | false | false | FRANCHISE       | CAP      | CAP            | false
            cap               | false | LOST              | false | false | false | MONTHLY_ACCOUNT | CAP      | CAP            | false
            registeredMail    | false | LOST              | false | false | false | REGISTERED_MAIL | MULTIPLE | POSTAGE        | false
            civilLaw          | false | LOST              | false | false | false | NONE            | NONE     | LOSS           | false
            civilLaw          | false | DAMAGED           | false | false | false | MONTHLY_ACCOUNT | NONE     | LOSS           | false
            civilLaw          | false | SHORT             | false | false | false | REGISTERED_MAIL | NONE     | LOSS           | false
            """)
    void aCarrierOwesWhatItsContractOrTheLawSays(String row, boolean shipperFault, String fault, boolean insured, boolean underInsured,
            boolean limitOff, String clause, String limit, String rule, boolean complaint) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("jurisdiction", "CN", "shipperFault", shipperFault, "fault", fault, "insured", insured,
                "underInsured", underInsured, "limitOff", limitOff, "clause", clause, "limit", limit));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("rule")).isEqualTo(rule);
        assertThat(answer.get("complaint")).isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shipperFault   | true  | LOST            | true  | NONE            | NONE     | NOTHING
            elsewhere      | false | FALSE_SIGNATURE | true  | NONE            | NONE     | LOSS
            elsewhere      | false | LOST            | false | NONE            | NONE     | LOSS
            elsewhere      | false | LOST            | false | REGISTERED_MAIL | MULTIPLE | LOSS
            insuredTotal   | false | LOST            | true  | NONE            | NONE     | UP_TO_DECLARED
            monthlyAccount | false | LOST            | false | MONTHLY_ACCOUNT | MULTIPLE | MULTIPLE
            delay          | false | DELAY           | false | NONE            | NONE     | FREIGHT
            """)
    void elsewhereTheContractHoldsAndNoLawOfChina(String row, boolean shipperFault, String fault, boolean insured, String clause, String limit, String rule) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("jurisdiction", "BR", "shipperFault", shipperFault, "fault", fault, "insured", insured,
                "underInsured", false, "limitOff", false, "clause", clause, "limit", limit));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("rule")).isEqualTo(rule);
        assertThat(answer.get("complaint")).isEqualTo(false);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
