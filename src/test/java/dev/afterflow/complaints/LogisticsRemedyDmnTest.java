package dev.afterflow.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticsRemedyDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("complaints", "logistics-remedy");
    private static final DecisionTable LIMITS = DecisionTable.of("complaints", "stall-limit");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lost           | LOST              | true  | ''       | 0 | NEW | false | choice    | none
            lost           | DELAY_TOTAL       | false | ''       | 0 | VIP | true  | choice    | none
            proofMissing   | FALSE_SIGNATURE   | false | NONE     | 0 | NEW | false | choice    | none
            damaged        | DAMAGED           | false | ''       | 9 | NEW | false | choice    | none
            short          | SHORT             | false | ''       | 0 | NEW | false | part      | none
            seized         | SECURITY_SEIZED   | false | ''       | 9 | VIP | true  | person    | none
            wrongAddress   | RETURNED          | true  | ''       | 9 | NEW | false | resend    | none
            wrongAddress   | REFUSED           | true  | ''       | 0 | VIP | false | resend    | none
            returned       | RETURNED          | false | ''       | 0 | NEW | false | choice    | none
            returned       | REFUSED           | false | ''       | 0 | NEW | false | choice    | none
            proofAccepted  | FALSE_SIGNATURE   | false | PROVED   | 9 | NEW | false | none      | none
            proofDenied    | FALSE_SIGNATURE   | false | OBJECTED | 9 | NEW | false | person    | none
            proof          | FALSE_SIGNATURE   | true  | ''       | 9 | VIP | true  | proof     | none
            dropped        | UNAUTHORISED_DROP | false | ''       | 0 | NEW | false | redeliver | none
            customs        | CUSTOMS           | false | ''       | 9 | NEW | false | documents | none
            found          | FOUND             | false | ''       | 0 | NEW | false | return    | none
            deliveredVip   | DELIVERED         | false | ''       | 1 | VIP | false | goodwill  | oneUp
            deliveredAgain | DELIVERED         | false | ''       | 1 | NEW | true  | goodwill  | oneUp
            deliveredLate  | DELIVERED         | false | ''       | 1 | OLD | false | goodwill  | standard
            delivered      | DELIVERED         | false | ''       | 0 | VIP | true  | none      | none
            lateLong       | DELAY             | false | ''       | 4 | NEW | false | choice    | none
            lateLong       | NOT_PICKED        | false | ''       | 4 | VIP | false | choice    | none
            lateVip        | DELAY             | false | ''       | 3 | VIP | false | choice    | none
            lateAgain      | NOT_PICKED        | false | ''       | 0 | NEW | true  | choice    | none
            late           | DELAY             | false | ''       | 3 | NEW | false | wait      | standard
            any            | SOMETHING_NEW     | false | ''       | 0 | NEW | false | person    | none
            """)
    void howItIsMadeGoodFollowsLawFirst(String row, String type, boolean wrongAddress, String proof, long daysLate, String tier, boolean again,
            String way, String compensation) {
        DecisionTable.Answer answer = ask(type, wrongAddress, proof, daysLate, tier, again);

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("remedyWay", way).containsEntry("compensation", compensation);
        assertThat((String) answer.get("remedyGround")).containsOnlyOnce(" / ");
    }

    @Test
    void whatIsLostNeverWaitsWhateverElseIsTrue() {
        for (boolean wrong : new boolean[] {true, false}) {
            for (String proof : new String[] {"", "NONE", "PROVED", "OBJECTED"}) {
                assertThat(ask("LOST", wrong, proof, 0, "NEW", false).get("remedyWay")).isEqualTo("choice");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NOT_PICKED, notPicked, 24", "SAME_CITY, sameCity, 72", "OTHER, other, 168"})
    void aParcelStandsStillForSoLong(String situation, String row, long hours) {
        DecisionTable.Answer answer = LIMITS.ask(Map.of("situation", situation));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(((Number) answer.get("stallHours")).longValue()).isEqualTo(hours);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
        LIMITS.everyRowHasAnswered();
    }

    private static DecisionTable.Answer ask(String type, boolean wrongAddress, String proof, long daysLate, String tier, boolean again) {
        return TABLE.ask(Map.of("complaintType", type, "wrongAddress", wrongAddress, "proof", proof, "daysLate", daysLate, "tier", tier, "again", again));
    }
}
