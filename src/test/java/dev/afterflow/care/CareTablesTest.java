package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order that is not shipped as promised costs, what was promised, and what a silent buyer gets: every row. */
class CareTablesTest {

    private static final DecisionTable COMPENSATION = DecisionTable.of("care", "late-shipment-compensation");
    private static final DecisionTable PROMISE = DecisionTable.of("care", "ship-promise");
    private static final DecisionTable CHANGE = DecisionTable.of("care", "order-change-rule");
    private static final DecisionTable CALLS = DecisionTable.of("care", "cod-next-call");
    private static final DecisionTable DEFAULT = DecisionTable.of("care", "exception-default");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kept          | TAOBAO      | NONE         | NONE          | CN | 0  | 0    | 0     | false
            kept          | TMALL       | NONE         | FORCE_MAJEURE | CN | 0  | 0    | 0     | false
            buyerLater    | TMALL       | LATE         | BUYER_LATER   | CN | 0  | 0    | 0     | false
            buyerChanged  | TAOBAO      | LATE         | BUYER_CHANGED | CN | 0  | 0    | 0     | false
            tmallShort    | TMALL       | OUT_OF_STOCK | BUYER_CHANGED | CN | 30 | 0    | 50000 | false
            forceMajeure  | INTERNAL    | OUT_OF_STOCK | FORCE_MAJEURE | CN | 0  | 0    | 0     | false
            usNotice      | NONE        | LATE         | NONE          | US | 0  | 0    | 0     | false
            usCancel      | NONE        | OUT_OF_STOCK | NONE          | US | 0  | 0    | 0     | false
            taobaoLate    | TAOBAO      | LATE         | NONE          | CN | 10 | 500  | 10000 | false
            taobao2015    | TAOBAO_2015 | LATE         | NONE          | CN | 5  | 500  | 3000  | false
            tmallLate     | TMALL       | LATE         | NONE          | CN | 30 | 500  | 50000 | true
            taobaoRefuses | TAOBAO      | REFUSES      | NONE          | CN | 0  | 0    | 0     | false
            internalLate  | INTERNAL    | LATE         | NONE          | CN | 10 | 500  | 0     | false
            internalFake  | INTERNAL    | FAKE         | NONE          | CN | 20 | 1000 | 0     | false
            internalShort | INTERNAL    | OUT_OF_STOCK | NONE          | CN | 20 | 1000 | 0     | false
            unknown       | NONE        | LATE         | NONE          | CN | 0  | 0    | 0     | false
            unknown       | TAOBAO      | OUT_OF_STOCK | NONE          | CN | 0  | 0    | 0     | false
            """)
    void aBrokenPromiseCostsWhatItsRuleSetSays(String row, String ruleSet, String event, String excuse, String law, long percent, long least,
            long most, boolean perDay) {
        DecisionTable.Answer answer = COMPENSATION.ask(Map.of("ruleSet", ruleSet, "event", event, "excuse", excuse, "jurisdiction", law));
        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("percent", percent).containsEntry("minMinor", least).containsEntry("maxMinor", most)
                .containsEntry("perBuyerDay", perDay);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            taobao | taobao  | CN | 48  | TAOBAO
            tmall  | tmall   | CN | 48  | TMALL
            us     | shopify | US | 720 | NONE
            stated | douyin  | CN | 0   | NONE
            """)
    void aShopWithoutOwnTermsPromisesWhatItsPlatformDoes(String row, String platform, String law, long hours, String ruleSet) {
        DecisionTable.Answer answer = PROMISE.ask(Map.of("platform", platform, "jurisdiction", law));
        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("promiseHours", hours).containsEntry("ruleSet", ruleSet);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            usShort    | OUT_OF_STOCK | US | false | refund
            short      | OUT_OF_STOCK | CN | false | refund
            priceError | PRICE_ERROR  | CN | false | deliver
            payment    | PAYMENT      | CN | true  | refund
            risk       | RISK         | CN | true  | refund
            address    | ADDRESS      | CN | false | refund
            other      | INTERCEPT    | CN | false | refund
            """)
    void onlyUnpaidAndRiskyOrdersAreCancelledByUsAndSilenceNeverCostsTheBuyer(String row, String kind, String law, boolean may, String silence) {
        DecisionTable.Answer answer = DEFAULT.ask(Map.of("exceptionKind", kind, "jurisdiction", law));
        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("mayCancel", may).containsEntry("silence", silence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            remark          | REMARK       | SHIPPED   | apply  | 4
            shipped         | ADDRESS      | SHIPPED   | late   | 1
            shipped         | CANCEL_ORDER | SHIPPED   | late   | 1
            cancelUnshipped | CANCEL_ORDER | PACKED    | cancel | 1
            quantity        | QUANTITY     | UNSHIPPED | person | 2
            packed          | ADDRESS      | PACKED    | ask    | 1
            open            | SIZE         | UNSHIPPED | apply  | 2
            """)
    void whatCanStillBeChangedDependsOnHowFarTheOrderIs(String row, String what, String stage, String way, long hours) {
        DecisionTable.Answer answer = CHANGE.ask(Map.of("what", what, "stage", stage));
        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("changeWay", way).containsEntry("workHours", hours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrongNumber | 1 | WRONG_NUMBER | exhausted | 0
            first       | 1 | NO_ANSWER    | again     | 2
            second      | 2 | SWITCHED_OFF | again     | 4
            last        | 3 | NO_ANSWER    | exhausted | 0
            last        | 9 | BUSY         | exhausted | 0
            """)
    void nobodyIsCalledMoreThanThreeTimes(String row, long attempt, String missed, String next, long hours) {
        DecisionTable.Answer answer = CALLS.ask(Map.of("attempt", attempt, "missed", missed));
        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("next", next).containsEntry("waitHours", hours);
    }

    @AfterAll
    static void everyRowIsReachable() {
        COMPENSATION.everyRowHasAnswered();
        PROMISE.everyRowHasAnswered();
        DEFAULT.everyRowHasAnswered();
        CHANGE.everyRowHasAnswered();
        CALLS.everyRowHasAnswered();
    }
}
