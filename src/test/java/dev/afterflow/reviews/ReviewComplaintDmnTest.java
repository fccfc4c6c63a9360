package dev.afterflow.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewComplaintDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("reviews", "review-complaint");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            defamation     | DEFAMATION   | taobao  | 1  | 0 | false
            extortion      | EXTORTION    | taobao  | 1  | 0 | false
            reportedTiktok | ABUSE        | tiktok  | 1  | 1 | false
            twice          | ABUSE        | taobao  | 1  | 2 | false
            lateTaobao     | COERCION     | tmall   | 31 | 0 | false
            lateDouyin     | COERCION     | douyin  | 31 | 0 | false
            lateTiktok     | COERCION     | tiktok  | 31 | 0 | false
            lateElsewhere  | COERCION     | shopify | 31 | 0 | false
            coercion       | COERCION     | taobao  | 30 | 1 | true
            professional   | PROFESSIONAL | taobao  | 0  | 0 | true
            competitor     | COMPETITOR   | douyin  | 30 | 0 | true
            abuse          | ABUSE        | tiktok  | 30 | 0 | true
            privacy        | PRIVACY      | taobao  | 1  | 0 | true
            advert         | ADVERT       | taobao  | 1  | 0 | true
            repeated       | REPEATED     | tiktok  | 1  | 0 | true
            notBuyer       | NOT_BUYER    | tiktok  | 1  | 0 | true
            noCategory     | ''           | taobao  | 1  | 0 | false
            """)
    void aComplaintHasItsCategoryAndItsWindow(String row, String category, String platform, long days, long tries, boolean open) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("category", category, "platform", platform, "daysOld", days, "tries", tries));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("complaintOpen")).isEqualTo(open);
        assertThat((String) answer.get("complaintProof")).containsOnlyOnce(" / ");
        assertThat((String) answer.get("complaintGround")).containsOnlyOnce(" / ");
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
