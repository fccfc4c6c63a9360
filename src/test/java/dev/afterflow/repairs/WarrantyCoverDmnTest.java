package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What law and promise give the goods, by the day and by what diagnosis found. */
class WarrantyCoverDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("repairs", "warranty-cover");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sevenDays       | CN | ''    | false | true  | 0   | false | false | false | false | false | anyRemedy
            sevenDays       | CN | FAULT | false | false | 7   | false | true  | true  | true  | true  | anyRemedy
            fifteenDays     | CN | FAULT | false | false | 8   | false | true  | true  | false | false | exchangeOrRepair
            fifteenDays     | CN | ''    | false | false | 15  | false | false | false | false | false | exchangeOrRepair
            durableBurden   | CN | ABUSE | false | true  | 183 | false | false | false | false | false | repair
            promise         | CN | FAULT | false | false | 16  | false | true  | false | false | false | repair
            repairedHolds   | CN | FAULT | false | false | 400 | true  | false | false | false | false | repair
            repairedHolds   | US | ''    | false | false | 400 | true  | false | false | false | false | repair
            wholeTerm       | CN | FAULT | false | false | 300 | false | false | true  | false | false | repair
            mainPartTerm    | CN | FAULT | false | false | 700 | false | false | false | true  | true  | repair
            outside         | CN | FAULT | false | false | 700 | false | false | false | false | true  | outside
            promiseElsewhere| EU | ''    | false | false | 3   | false | true  | false | false | false | repair
            termElsewhere   | US | FAULT | false | false | 100 | false | false | true  | false | false | repair
            unprovedInTerm  | CN | ABUSE | false | false | 3   | false | true  | true  | false | false | repair
            abuse           | CN | ABUSE | true  | true  | 3   | false | true  | true  | false | false | outside
            abuse           | CN | ABUSE | false | true  | 184 | false | false | false | false | false | outside
            nothing         | CN | NONE  | false | true  | 3   | false | true  | true  | false | false | nothing
            unknownDays     | CN | FAULT | false | true  |     | false | false | false | false | false | person
            lawUnknown      | EU | FAULT | false | true  | 400 | false | false | false | false | false | person
            outside         | CN | ''    | false | true  | 900 | false | false | false | false | false | outside
            """)
    void theLawOfThePlaceComesFirst(String row, String jurisdiction, String found, boolean abuseProved, boolean durable, Long days, boolean failedRepair,
            boolean promised, boolean inTerm, boolean mainPart, boolean mainPartInTerm, String cover) {
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", jurisdiction, "found", found, "abuseProved", abuseProved, "durable", durable,
                "failedRepair", failedRepair, "promised", promised, "inTerm", inTerm, "mainPart", mainPart, "mainPartInTerm", mainPartInTerm));
        facts.put("days", days);

        DecisionTable.Answer answer = TABLE.ask(facts);

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("cover")).isEqualTo(cover);
        assertThat((String) answer.get("coverBasis")).as("basis in both languages").contains(" / ");
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
