package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers for what is missing, by our own records first. */
class ShortLiabilityDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("repairs", "short-liability");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lighterOnTheWay   | CN | SHORT | FULL    | COMPLETE | LIGHTER | false | false | CARRIER   | false
            lighterOnTheWay   | CN | EMPTY | UNKNOWN | UNKNOWN  | OPENED  | false | true  | CARRIER   | false
            supplierBox       | CN | SHORT | FULL    | COMPLETE | SAME    | true  | true  | SUPPLIER  | false
            noRecords         | CN | SHORT | UNKNOWN | UNKNOWN  | UNKNOWN | false | false | WAREHOUSE | false
            noRecords         | CN | WRONG | UNKNOWN | UNKNOWN  | UNKNOWN | false | true  | WAREHOUSE | false
            leftShort         | CN | SHORT | SHORT   | UNKNOWN  | UNKNOWN | false | false | WAREHOUSE | false
            leftShort         | US | EMPTY | SHORT   | COMPLETE | SAME    | false | false | WAREHOUSE | false
            packedOther       | CN | WRONG | OTHER   | COMPLETE | SAME    | false | false | WAREHOUSE | false
            leftLight         | CN | SHORT | FULL    | MISSING  | SAME    | false | false | WAREHOUSE | false
            leftLight         | CN | EMPTY | UNKNOWN | MISSING  | UNKNOWN | false | true  | WAREHOUSE | false
            lighterElsewhere  | US | SHORT | FULL    | COMPLETE | LIGHTER | false | false | CARRIER   | false
            supplierElsewhere | EU | SHORT | FULL    | COMPLETE | SAME    | true  | true  | SUPPLIER  | false
            wrongShown        | CN | WRONG | FULL    | COMPLETE | SAME    | false | true  | WAREHOUSE | false
            askPictures       | CN | SHORT | FULL    | COMPLETE | SAME    | false | false | UNCLEAR   | true
            askPictures       | CN | SHORT | FULL    | UNKNOWN  | UNKNOWN | true  | false | UNCLEAR   | true
            unproved          | CN | SHORT | FULL    | COMPLETE | SAME    | false | true  | UNPROVED  | false
            unclear           | CN | SHORT | FULL    | UNKNOWN  | SAME    | false | true  | UNCLEAR   | false
            """)
    void ourOwnRecordsComeFirst(String row, String jurisdiction, String claim, String packed, String outWeight, String onTheWay,
            boolean sealedBox, boolean shown, String party, boolean mayAsk) {
        DecisionTable.Answer answer = TABLE.ask(facts(jurisdiction, claim, packed, outWeight, onTheWay, sealedBox, shown));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("party")).isEqualTo(party);
        assertThat(answer.get("mayAsk")).isEqualTo(mayAsk);
        assertThat((String) answer.get("basis")).as("basis in both languages").contains(" / ");
    }

    @Test
    void whateverTheRecordsNoRuleBlamesTheBuyerAndWhatProvesOursAsksForNothing() {
        for (String packed : new String[] {"FULL", "SHORT", "OTHER", "UNKNOWN"}) {
            for (String weight : new String[] {"COMPLETE", "MISSING", "UNKNOWN"}) {
                for (String way : new String[] {"SAME", "LIGHTER", "OPENED", "UNKNOWN"}) {
                    DecisionTable.Answer answer = TABLE.ask(facts("CN", "SHORT", packed, weight, way, false, false));
                    assertThat((String) answer.get("party")).isIn("WAREHOUSE", "CARRIER", "UNCLEAR");
                    assertThat((Boolean) answer.get("mayAsk")).isEqualTo(answer.get("party").equals("UNCLEAR"));
                }
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    private static Map<String, Object> facts(String jurisdiction, String claim, String packed, String outWeight, String onTheWay, boolean sealedBox, boolean shown) {
        return Map.of("jurisdiction", jurisdiction, "claim", claim, "packed", packed, "outWeight", outWeight, "onTheWay", onTheWay,
                "sealedBox", sealedBox, "shown", shown);
    }
}
