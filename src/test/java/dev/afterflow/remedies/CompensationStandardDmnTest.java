package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompensationStandardDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("remedies", "compensation-standard");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            light          | CN | CNY | tmall  | WRONG_ITEM        | 9000   | 20000 | 0    | 0  | 500   | 2000
            light          | CN | CNY | tmall  | WRONG_ITEM        | 3000   | 3000  | 0    | 0  | 300   | 300
            severe         | CN | CNY | jd     | EMPTY_PARCEL      | 9000   | 20000 | 0    | 0  | 1000  | 4000
            severe         | CN | CNY | jd     | OUT_OF_STOCK      | 1000   | 1000  | 0    | 0  | 200   | 200
            stalled        | CN | CNY | pdd    | LOGISTICS_STALLED | 9000   | 20000 | 0    | 0  | 500   | 2000
            missing        | CN | CNY | taobao | PIECE_MISSING     | 9000   | 20000 | 1234 | 0  | 1234  | 1234
            defectKept     | CN | CNY | taobao | DEFECT_KEPT       | 10000  | 10000 | 0    | 0  | 0     | 4000
            defectKept     | CN | CNY | taobao | DEFECT_KEPT       | 90000  | 90000 | 0    | 0  | 0     | 10000
            withoutReturn  | CN | CNY | taobao | WITHOUT_RETURN    | 15000  | 15000 | 0    | 0  | 0     | 15000
            withoutReturn  | CN | CNY | taobao | WITHOUT_RETURN    | 90000  | 90000 | 0    | 0  | 0     | 20000
            promisedMultiple | CN | CNY | taobao | COUNTERFEIT     | 10000  | 10000 | 0    | 10 | 100000 | 100000
            fraud          | CN | CNY | own    | FRAUD             | 10000  | 10000 | 0    | 0  | 50000 | 50000
            fraud          | CN | CNY | own    | FRAUD             | 100000 | 10000 | 0    | 0  | 300000 | 300000
            otherCurrency  | BR | BRL | shopify | WRONG_ITEM       | 9000   | 20000 | 0    | 0  | 0     | 20000
            """)
    void fromTheLeastToTheMost(String row, String jurisdiction, String currency, String platform, String situation, long item, long order,
            long missing, long times, long least, long most) {
        List<DecisionTable.Answer> answers = TABLE.askAll(facts(false, jurisdiction, currency, platform, situation, item, order, missing, times));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.row()).isEqualTo(row);
            assertThat(answer.outputs()).containsEntry("minMinor", least).containsEntry("maxMinor", most);
            assertThat((String) answer.get("ground")).containsOnlyOnce(" / ");
        });
    }

    @Test
    void thePlatformsPromiseStandsBesideTheHousesStandard() {
        List<DecisionTable.Answer> answers = TABLE.askAll(facts(false, "CN", "CNY", "taobao", "LATE_SHIPPING", 3_000, 3_000, 0, 0));

        assertThat(answers).extracting(DecisionTable.Answer::row).containsExactly("light", "latePromise");
        assertThat(answers.get(1).outputs()).containsEntry("minMinor", 500L).containsEntry("maxMinor", 500L).containsEntry("binding", true);
    }

    @Test
    void whatIsTiedToAReviewIsWorthNothingWhateverElseHolds() {
        for (String situation : new String[] {"LATE_SHIPPING", "FRAUD", "DEFECT_KEPT", "WITHOUT_RETURN", "COUNTERFEIT", "PIECE_MISSING"}) {
            for (String currency : new String[] {"CNY", "BRL"}) {
                assertThat(TABLE.askAll(facts(true, "CN", currency, "taobao", situation, 9_000, 9_000, 100, 10))).singleElement()
                        .satisfies(answer -> assertThat(answer.outputs()).containsEntry("standard", "FORBIDDEN")
                                .containsEntry("minMinor", 0L).containsEntry("maxMinor", 0L));
            }
        }
    }

    @Test
    void theLeastIsNeverAboveTheMost() {
        for (String situation : new String[] {"LATE_SHIPPING", "OUT_OF_ZONE", "CARRIER_STOPPED", "WRONG_ITEM", "MISSING_ITEM", "ADVERT_CARD",
                "FAKE_SHIPPING", "OUT_OF_STOCK", "EMPTY_PARCEL", "LOGISTICS_STALLED", "OVERDUE", "PIECE_MISSING", "DEFECT_KEPT",
                "WITHOUT_RETURN", "COUNTERFEIT", "FRAUD"}) {
            for (long minor : new long[] {1, 9, 99, 4_999, 5_000, 5_001, 1_000_000}) {
                assertThat(TABLE.askAll(facts(false, "CN", "CNY", "taobao", situation, minor, minor, minor, 3)))
                        .allSatisfy(answer -> assertThat((long) answer.get("minMinor")).isBetween(0L, (long) answer.get("maxMinor")));
            }
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }

    private static Map<String, Object> facts(boolean reviewLinked, String jurisdiction, String currency, String platform, String situation,
            long item, long order, long missing, long times) {
        return new HashMap<>(Map.of("reviewLinked", reviewLinked, "jurisdiction", jurisdiction, "currency", currency, "platform", platform,
                "situation", situation, "itemMinor", item, "orderMinor", order, "missingMinor", missing, "promisedTimes", times));
    }
}
