package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyLogisticsDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("complaints", "classify-logistics");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seizedScan     | LOST   | PROBLEM    | SEIZED          | NOT_RECEIVED         | true  | false | 9    | SECURITY_SEIZED
            seizedTold     | SEIZED | MOVING     | MOVING          | LATE                 | false | false | 9    | SECURITY_SEIZED
            found          | ''     | SIGNED     | SIGNED          | ''                   | true  | false | 0    | FOUND
            droppedAtPoint | ''     | AT_POINT   | AT_POINT        | NOT_RECEIVED         | false | false | 9    | UNAUTHORISED_DROP
            droppedAtPoint | LOST   | AT_POINT   | AT_POINT        | LEFT_WITHOUT_CONSENT | false | false | 9    | UNAUTHORISED_DROP
            droppedSigned  | ''     | SIGNED     | SIGNED_AT_POINT | NOT_RECEIVED         | false | false | 9    | UNAUTHORISED_DROP
            droppedSaid    | ''     | SIGNED     | SIGNED          | LEFT_WITHOUT_CONSENT | false | false | 9    | UNAUTHORISED_DROP
            falseSignature | ''     | SIGNED     | SIGNED          | NOT_RECEIVED         | false | false | 9    | FALSE_SIGNATURE
            falseSignature | LOST   | SIGNED     | SIGNED_BY_OTHER | LATE                 | false | true  | 2000 | FALSE_SIGNATURE
            lostTold       | LOST   | MOVING     | MOVING          | LATE                 | false | false | 9    | LOST
            lostTrace      | ''     | LOST       | LOST            | ''                   | false | false | 9    | LOST
            damagedSaid    | ''     | SIGNED     | SIGNED          | DAMAGED              | false | false | 9    | DAMAGED
            damagedSaid    | ''     | AT_POINT   | AT_POINT        | DAMAGED              | false | false | 9    | DAMAGED
            damagedScan    | ''     | PROBLEM    | DAMAGED         | LATE                 | false | false | 9    | DAMAGED
            signedSeized   | ''     | SIGNED     | SIGNED          | SEIZED               | false | false | 9    | UNCLEAR
            delivered      | SIGNED | SIGNED     | SIGNED          | SEIZED               | false | false | 9    | DELIVERED
            short          | ''     | SIGNED     | SIGNED          | SHORT                | false | false | 9    | SHORT
            delivered      | ''     | SIGNED     | SIGNED          | ''                   | false | false | 9    | DELIVERED
            delivered      | ''     | SIGNED     | SIGNED          | OTHER                | false | false | 2000 | DELIVERED
            refused        | ''     | REFUSED    | REFUSED         | NOT_RECEIVED         | false | false | 9    | REFUSED
            returned       | ''     | RETURNING  | RETURNING       | NOT_RECEIVED         | true  | false | 9    | RETURNED
            returned       | ''     | RETURNED   | RETURNED        | LATE                 | false | false | 9    | RETURNED
            customs        | ''     | CUSTOMS    | CUSTOMS_HELD    | LATE                 | false | false | 999  | CUSTOMS
            numberUnknown  | ''     | UNKNOWN    | ''              | NOT_RECEIVED         | false | false | 999  | UNCLEAR
            notPicked      | ''     | NOT_PICKED | ANNOUNCED       | LATE                 | false | false | 25   | NOT_PICKED
            delay          | ''     | NOT_PICKED | ANNOUNCED       | LATE                 | false | false | 24   | DELAY
            lostLong       | ''     | MOVING     | MOVING          | LATE                 | false | false | 1441 | LOST
            totalSameCity  | ''     | MOVING     | MOVING          | LATE                 | false | true  | 73   | DELAY_TOTAL
            delay          | ''     | MOVING     | MOVING          | LATE                 | false | true  | 72   | DELAY
            totalOther     | ''     | DELIVERING | DELIVERING      | NOT_RECEIVED         | false | false | 169  | DELAY_TOTAL
            delay          | ''     | DELIVERING | DELIVERING      | NOT_RECEIVED         | false | false | 168  | DELAY
            delay          | ''     | PROBLEM    | NOBODY_HOME     | ''                   | false | false | 100  | DELAY
            """)
    void whatItIsCalledFollowsTheTraceAndTheBuyersWord(String row, String carrierSays, String state, String code, String said, boolean settled,
            boolean sameCity, long hours, String type) {
        DecisionTable.Answer answer = ask(carrierSays, state, code, said, settled, sameCity, hours);

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("complaintType")).isEqualTo(type);
        assertThat((String) answer.get("typeGround")).containsOnlyOnce(" / ");
    }

    @Test
    void aSignatureTheBuyerDeniesNeverCountsAsDelivered() {
        for (String said : new String[] {"NOT_RECEIVED", "LATE", "LEFT_WITHOUT_CONSENT"}) {
            for (String code : new String[] {"SIGNED", "SIGNED_BY_OTHER", "SIGNED_AT_POINT", "SIGNED_AFTER_TROUBLE"}) {
                assertThat(ask("", "SIGNED", code, said, false, false, 1).get("complaintType")).isIn("FALSE_SIGNATURE", "UNAUTHORISED_DROP");
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    private static DecisionTable.Answer ask(String carrierSays, String state, String code, String said, boolean settled, boolean sameCity, long hours) {
        return TABLE.ask(Map.of("carrierSays", carrierSays, "traceState", state, "traceCode", code, "said", said, "settled", settled,
                "sameCity", sameCity, "stalledHours", hours));
    }
}
