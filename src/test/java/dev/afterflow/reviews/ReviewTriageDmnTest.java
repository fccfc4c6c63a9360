package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTriageDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("reviews", "review-triage");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            coercion            | DEFECT      | true  | ''           | true  | 30 | true  | ''          | COMPLAIN | COERCION     | ''
            notBuyer            | OTHER       | false | ''           | false | 3  | false | ''          | COMPLAIN | NOT_BUYER    | ''
            professional        | DEFECT      | false | PROFESSIONAL | true  | 3  | false | ''          | COMPLAIN | PROFESSIONAL | ''
            rival               | OTHER       | false | COMPETITOR   | true  | 3  | false | ''          | COMPLAIN | COMPETITOR   | ''
            repeated            | OTHER       | false | REPEATED     | true  | 3  | false | ''          | COMPLAIN | REPEATED     | ''
            abuse               | ABUSE       | false | ''           | true  | 3  | false | ''          | COMPLAIN | ABUSE        | ''
            refundOpen          | DEFECT      | false | ''           | true  | 3  | true  | ''          | EXPLAIN  | ''           | ''
            defect              | DEFECT      | false | ''           | true  | 3  | false | ''          | SOLVE    | ''           | returns-leads
            defect              | DEFECT      | true  | PROFESSIONAL | false | 31 | false | ''          | SOLVE    | ''           | returns-leads
            wrongItem           | WRONG_ITEM  | false | ''           | true  | 3  | false | ''          | SOLVE    | ''           | returns-leads
            logistics           | LOGISTICS   | false | ''           | true  | 3  | false | ''          | SOLVE    | ''           | logistics-desk
            service             | SERVICE     | false | ''           | true  | 3  | false | ''          | EXPLAIN  | ''           | care-desk
            expectation         | EXPECTATION | false | ''           | true  | 3  | false | ''          | EXPLAIN  | ''           | ''
            misuse              | MISUSE      | false | ''           | true  | 3  | false | ''          | EXPLAIN  | ''           | ''
            lowDescription      | STARS       | false | ''           | true  | 3  | false | DESCRIPTION | NOTHING  | ''           | returns-leads
            lowService          | STARS       | false | ''           | true  | 3  | false | SERVICE     | NOTHING  | ''           | care-desk
            lowLogistics        | STARS       | false | ''           | true  | 3  | false | LOGISTICS   | NOTHING  | ''           | logistics-desk
            stars               | STARS       | false | ''           | true  | 3  | false | ''          | SOLVE    | ''           | ''
            otherLow            | OTHER       | false | ''           | true  | 3  | false | LOGISTICS   | EXPLAIN  | ''           | logistics-desk
            otherLowDescription | OTHER       | false | ''           | true  | 3  | false | DESCRIPTION | EXPLAIN  | ''           | returns-leads
            otherLowService     | OTHER       | false | ''           | true  | 3  | false | SERVICE     | EXPLAIN  | ''           | care-desk
            honest              | OTHER       | false | ''           | true  | 3  | false | ''          | SOLVE    | ''           | ''
            """)
    void onlyProvedMaliceIsComplainedOf(String row, String content, boolean demand, String pattern, boolean known, long days, boolean refundOpen, String low,
            String route, String category, String owner) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("content", content, "demand", demand, "pattern", pattern, "buyerKnown", known, "daysOld", days,
                "refundOpen", refundOpen, "lowScore", low));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("route", route).containsEntry("category", category).containsEntry("owner", owner);
        assertThat((String) answer.get("triageGround")).containsOnlyOnce(" / ");
    }

    @Test
    void anHonestCriticismIsNeverComplainedOf() {
        for (String content : List.of("DEFECT", "WRONG_ITEM", "LOGISTICS", "SERVICE", "EXPECTATION", "MISUSE", "STARS", "OTHER")) {
            for (boolean open : new boolean[] {true, false}) {
                assertThat(TABLE.ask(Map.of("content", content, "demand", false, "pattern", "", "buyerKnown", true, "daysOld", 1L, "refundOpen", open,
                        "lowScore", "")).get("route")).isNotEqualTo("COMPLAIN");
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
