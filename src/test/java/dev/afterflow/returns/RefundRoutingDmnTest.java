package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundRoutingDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("returns", "refund-routing");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            counterfeit    | COUNTERFEIT  | false | AGREE  | RECEIVED  | intact    | 0 |    | legal      | legal
            unshipped      | COUNTERFEIT  | false | AGREE  | UNSHIPPED | ''        | 0 |    | none       | none
            claimsMore     | QUALITY      | true  | AGREE  | RECEIVED  | intact    | 0 |    | legal      | legal
            refusal        | NO_REASON    | false | REFUSE | RECEIVED  | notIntact | 0 |    | person     | returns-desk
            unshipped      | BUYER_CANCEL | false | AGREE  | UNSHIPPED | ''        | 9 | 1  | none       | none
            limit          | COMPENSATION | false | AGREE  | UNSHIPPED | ''        | 0 |    | limit      | returns-leads
            suspect        | COMPENSATION | false | AGREE  | UNSHIPPED | ''        | 3 |    | riskReview | returns-leads
            suspect        | NO_REASON    | false | AGREE  | RECEIVED  | intact    | 3 |    | riskReview | returns-leads
            notIntact      | NO_REASON    | false | AGREE  | RECEIVED  | deduct    | 2 |    | supervisor | returns-leads
            notIntact      | QUALITY      | false | AGREE  | RECEIVED  | empty     | 0 |    | supervisor | returns-leads
            intactNoReason | NO_REASON    | false | AGREE  | RECEIVED  | intact    | 2 | 5  | none       | none
            hurry          | QUALITY      | false | AGREE  | RECEIVED  | intact    | 0 | 11 | supervisor | returns-leads
            limit          | QUALITY      | false | AGREE  | RECEIVED  | intact    | 0 | 12 | limit      | returns-leads
            limit          | QUALITY      | false | AGREE  | RECEIVED  | intact    | 0 |    | limit      | returns-leads
            limit          | NOT_RECEIVED | false | AGREE  | SHIPPED   | ''        | 0 |    | limit      | returns-leads
            """)
    void whoLooksBeforeMoneyLeaves(String row, String reasonType, boolean claimsMore, String decision, String stage, String outcome,
            long suspect, Long hoursLeft, String route, String team) {
        DecisionTable.Answer answer = TABLE.ask(facts(reasonType, claimsMore, decision, stage, outcome, suspect, hoursLeft));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("route", route).containsEntry("routeTeam", team);
    }

    @ParameterizedTest
    @CsvSource({"6, 5, supervisor", "6, 6, limit", "24, 23, supervisor", "0, 0, limit"})
    void eachShopSaysWithHowFewHoursLeftASupervisorLooks(long urgentHours, long hoursLeft, String route) {
        Map<String, Object> facts = facts("QUALITY", false, "AGREE", "RECEIVED", "intact", 0, hoursLeft);
        facts.put("urgentHours", urgentHours);

        assertThat(TABLE.ask(facts).get("route")).isEqualTo(route);
    }

    @Test
    void noRefusalIsEverAutomatic() {
        for (String reason : new String[] {"NO_REASON", "QUALITY", "COUNTERFEIT", "NOT_RECEIVED", "BUYER_CANCEL", "OTHER"}) {
            for (String stage : new String[] {"UNSHIPPED", "SHIPPED", "RECEIVED", "CLOSED"}) {
                assertThat(TABLE.ask(facts(reason, false, "REFUSE", stage, "", 0, null)).get("route")).isEqualTo("person");
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    private static Map<String, Object> facts(String reasonType, boolean claimsMore, String decision, String stage, String outcome,
            long suspect, Long hoursLeft) {
        Map<String, Object> facts = new HashMap<>(Map.of("reasonType", reasonType, "claimsMore", claimsMore, "decision", decision,
                "stage", stage, "goodsOutcome", outcome, "suspectReturns", suspect, "urgentHours", 12L));
        facts.put("hoursLeft", hoursLeft);
        return facts;
    }
}
