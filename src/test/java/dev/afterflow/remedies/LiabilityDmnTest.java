package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiabilityDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("remedies", "liability");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            platformError    | CN | SERVICE          | PLATFORM_ERROR                | false | false |     | false | PLATFORM
            lateLeaving      | CN | BUYER_CANCEL     | LATE_LEAVING                  | false | false |     | false | WAREHOUSE
            lateLeaving      | BR | NOT_RECEIVED     | LATE_LEAVING,DELIVERED_PROVED | false | false |     | false | WAREHOUSE
            noReason         | CN | NO_REASON        | ''                            | true  | true  | 3   | true  | BUYER
            noReason         | EU | NO_REASON        | ''                            | false | false | 3   | false | BUYER
            noReason         | CN | AFTERSALE_LATE   | ''                            | false | false | 20  | false | BUYER
            counterfeit      | CN | COUNTERFEIT      | SHOWN,SOUND_PROVED            | true  | false | 3   | true  | UNCLEAR
            wrongPicked      | CN | WRONG_ITEM       | SHOWN,OTHER_SKU               | true  | false | 3   | true  | WAREHOUSE
            shortPacked      | CN | SHORT            | SHOWN,LEFT_SHORT              | true  | false | 3   | true  | WAREHOUSE
            shortSealed      | CN | SHORT            | LEFT_FULL,SEALED_BOX_SHORT    | true  | false | 3   | true  | SUPPLIER
            shortOnTheWay    | CN | SHORT            | LEFT_FULL,ARRIVED_LIGHT       | true  | false | 3   | true  | CARRIER
            badlyPacked      | CN | DAMAGED          | BOX_CRUSHED,PADDING_MISSING   | true  | false | 3   | true  | WAREHOUSE
            crushed          | CN | DAMAGED          | SHOWN,BOX_CRUSHED             | true  | false | 3   | true  | CARRIER
            addressWrong     | CN | NOT_RECEIVED     | ADDRESS_WRONG,DELIVERED_PROVED| false | false |     | false | BUYER
            deliveredProved  | CN | NOT_RECEIVED     | DELIVERED_PROVED              | false | false | 2   | false | UNCLEAR
            notDelivered     | CN | NOT_RECEIVED     | ''                            | false | false |     | false | CARRIER
            notDelivered     | CN | NOT_RECEIVED     | LATE_CARRIER                  | false | false |     | false | CARRIER
            neverArrived     | CN | NOT_DELIVERED    | DELIVERED_PROVED              | false | false |     | false | CARRIER
            misuse           | CN | QUALITY          | SHOWN,MISUSE_PROVED           | true  | true  | 3   | true  | BUYER
            listingWrong     | CN | NOT_AS_DESCRIBED | SHOWN,LISTING_WRONG           | true  | false | 3   | true  | OPERATIONS
            faultSupplier    | CN | QUALITY          | SHOWN                         | true  | false | 3   | true  | SUPPLIER
            fault            | CN | NOT_AS_DESCRIBED | SHOWN                         | true  | false | 3   | false | SELLER
            fault            | EU | REPAIR           | SHOWN                         | true  | false | 90  | false | SELLER
            durableSupplier  | CN | QUALITY          | ''                            | false | true  | 180 | true  | SUPPLIER
            durable          | CN | QUALITY          | ''                            | false | true  | 184 | false | SELLER
            transportRisk    | CN | DAMAGED          | SHOWN                         | true  | false | 3   | false | SELLER
            transportRisk    | CN | SHORT            | SHOWN,LEFT_FULL               | true  | false | 3   | false | SELLER
            service          | CN | SERVICE          | ''                            | false | false | 3   | false | SELLER
            unclear          | CN | QUALITY          | ''                            | false | true  | 185 | false | UNCLEAR
            unclear          | CN | QUALITY          | SOUND_PROVED                  | false | true  | 30  | false | UNCLEAR
            unclear          | CN | QUALITY          | SHOWN                         | false | false | 300 | false | UNCLEAR
            unclear          | EU | QUALITY          | ''                            | false | true  | 30  | false | UNCLEAR
            unclear          | US | NO_REASON        | ''                            | false | false | 3   | false | UNCLEAR
            unclear          | GB | NO_REASON        | ''                            | false | false | 3   | false | UNCLEAR
            unclear          | BR | NO_REASON        | ''                            | false | false | 3   | false | UNCLEAR
            unclear          | BR | DAMAGED          | SHOWN                         | true  | false | 3   | false | UNCLEAR
            unclear          | CN | OTHER            | SHOWN                         | true  | false | 3   | false | UNCLEAR
            """)
    void liabilityFollowsTheEvidenceAndTheLawOfThePlace(String row, String jurisdiction, String reasonType, String proofs,
            boolean inTerm, boolean durable, Long days, boolean supplierBears, String party) {
        DecisionTable.Answer answer = TABLE.ask(facts(jurisdiction, reasonType, proofs, inTerm, durable, days, supplierBears));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("liableParty")).isEqualTo(party);
        assertThat((String) answer.get("basis")).as("basis in both languages").containsOnlyOnce(" / ");
    }

    @Test
    void aFaultIsNeverTheBuyersWithoutAReport() {
        for (String reason : new String[] {"QUALITY", "NOT_AS_DESCRIBED", "DAMAGED", "WRONG_ITEM", "SHORT", "COUNTERFEIT", "SERVICE"}) {
            for (String proofs : new String[] {"", "SHOWN", "SOUND_PROVED", "DELIVERED_PROVED", "ADDRESS_WRONG", "LEFT_FULL"}) {
                for (String jurisdiction : new String[] {"CN", "EU", "US", "BR"}) {
                    assertThat(TABLE.ask(facts(jurisdiction, reason, proofs, false, false, 400L, false)).get("liableParty"))
                            .as("%s %s %s", jurisdiction, reason, proofs).isNotEqualTo("BUYER");
                }
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    private static Map<String, Object> facts(String jurisdiction, String reasonType, String proofs, boolean inTerm,
            boolean durable, Long days, boolean supplierBears) {
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", jurisdiction, "reasonType", reasonType,
                "proofs", proofs, "inTerm", inTerm, "durable", durable, "supplierBears", supplierBears));
        facts.put("days", days);
        return facts;
    }
}
