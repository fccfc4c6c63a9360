package dev.afterflow.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepDeadlineDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("sla", "step-deadline");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            escalateShort      | true  | jd         | CN | escalate          | NORMAL  | EXPRESS | PT6H  | CALENDAR
            escalate           | true  | taobao     | CN | escalate          | NORMAL  | EXPRESS | PT24H | CALENDAR
            platform           | true  | taobao     | CN | answerShipped     | NORMAL  | EXPRESS | PT0S  | CALENDAR
            taobaoUnshipped    | false | taobao     | CN | answerUnshipped   | NORMAL  | EXPRESS | PT48H | CALENDAR
            taobaoVirtual      | false | tmall      | CN | answerShipped     | VIRTUAL | EXPRESS | P3D   | CALENDAR
            taobaoShipped      | false | taobao     | CN | answerShipped     | NORMAL  | EXPRESS | P5D   | CALENDAR
            taobaoShipBack     | false | taobao     | CN | shipBack          | NORMAL  | EXPRESS | P7D   | CALENDAR
            taobaoConfirmMail  | false | tmall      | CN | confirmReturn     | NORMAL  | MAIL    | P30D  | CALENDAR
            taobaoConfirm      | false | tmall      | CN | confirmReturn     | NORMAL  | EXPRESS | P10D  | CALENDAR
            taobaoAfterRefusal | false | taobao     | CN | buyerAfterRefusal | NORMAL  | EXPRESS | P7D   | CALENDAR
            taobaoEvidence     | false | taobao     | CN | platformEvidence  | NORMAL  | EXPRESS | P3D   | CALENDAR
            jdUnshipped        | false | jd         | CN | answerUnshipped   | NORMAL  | EXPRESS | PT24H | CALENDAR
            jdShipped          | false | jd         | CN | answerShipped     | NORMAL  | EXPRESS | PT72H | CALENDAR
            jdEvidence         | false | jd         | CN | platformEvidence  | NORMAL  | EXPRESS | PT4H  | WORKING
            pddUnshipped       | false | pdd        | CN | answerUnshipped   | NORMAL  | EXPRESS | PT36H | CALENDAR
            pddShipped         | false | pdd        | CN | answerShipped     | NORMAL  | EXPRESS | PT48H | CALENDAR
            douyinAnswer       | false | douyin     | CN | answerUnshipped   | NORMAL  | EXPRESS | PT48H | CALENDAR
            douyinAnswer       | false | douyin     | CN | answerShipped     | NORMAL  | EXPRESS | PT48H | CALENDAR
            douyinShipBack     | false | douyin     | CN | shipBack          | NORMAL  | EXPRESS | P7D   | CALENDAR
            douyinConfirm      | false | douyin     | CN | confirmReturn     | NORMAL  | EXPRESS | P7D   | CALENDAR
            aliexpressAnswer   | false | aliexpress | BR | answerShipped     | NORMAL  | EXPRESS | P5D   | CALENDAR
            aliexpressShipBack | false | aliexpress | BR | shipBack          | NORMAL  | EXPRESS | P10D  | CALENDAR
            aliexpressConfirm  | false | aliexpress | BR | confirmReturn     | NORMAL  | EXPRESS | P30D  | CALENDAR
            amazonAnswer       | false | amazon     | US | answerShipped     | NORMAL  | EXPRESS | PT48H | CALENDAR
            amazonEvidence     | false | amazon     | US | platformEvidence  | NORMAL  | EXPRESS | PT72H | CALENDAR
            amazonRefund       | false | amazon     | US | refundAfterReturn | NORMAL  | EXPRESS | P2D   | WORKING
            paypalInquiry      | false | paypal     | US | answerInquiry     | NORMAL  | EXPRESS | P20D  | CALENDAR
            paypalClaim        | false | paypal     | US | platformEvidence  | NORMAL  | EXPRESS | P10D  | CALENDAR
            chinaRefund        | false | own        | CN | refundAfterReturn | NORMAL  | EXPRESS | P7D   | CALENDAR
            chinaDemand        | false | own        | CN | anyDemand         | NORMAL  | EXPRESS | P15D  | CALENDAR
            euRefund           | false | own        | EU | refundAfterReturn | NORMAL  | EXPRESS | P14D  | CALENDAR
            usShip             | false | own        | US | ship              | NORMAL  | EXPRESS | P30D  | CALENDAR
            taobaoReturnAddress | false | taobao     | CN | returnAddress     | NORMAL  | EXPRESS | PT24H | CALENDAR
            taobaoEvidence     | false | tmall      | CN | answerPlatform    | NORMAL  | EXPRESS | P3D   | CALENDAR
            jdShipBack         | false | jd         | CN | shipBack          | NORMAL  | EXPRESS | P7D   | CALENDAR
            pddAfterRefusal    | false | pdd        | CN | buyerAfterRefusal | NORMAL  | EXPRESS | P7D   | CALENDAR
            douyinAfterRefusal | false | douyin     | CN | buyerAfterRefusal | NORMAL  | EXPRESS | PT48H | CALENDAR
            euShipBack         | false | own        | EU | shipBack          | NORMAL  | EXPRESS | P14D  | CALENDAR
            shipBack           | false | shopify    | BR | shipBack          | NORMAL  | EXPRESS | P7D   | CALENDAR
            remindShipBack     | false | taobao     | CN | remindShipBack    | NORMAL  | EXPRESS | P3D   | CALENDAR
            returnArrival      | false | taobao     | CN | returnArrival     | NORMAL  | EXPRESS | P10D  | CALENDAR
            confirmReturn      | false | own        | CN | confirmReturn     | NORMAL  | EXPRESS | P3D   | CALENDAR
            buyerChoice        | false | taobao     | CN | buyerChoice       | NORMAL  | EXPRESS | P3D   | CALENDAR
            deliveryProof      | false | taobao     | CN | deliveryProof       | NORMAL  | EXPRESS | PT24H   | CALENDAR
            buyerObjection     | false | taobao     | CN | buyerObjection       | NORMAL  | EXPRESS | P2D   | CALENDAR
            parcelNews         | false | taobao     | CN | parcelNews       | NORMAL  | EXPRESS | P1D   | CALENDAR
            checkParcel        | false | taobao     | CN | checkParcel       | NORMAL  | EXPRESS | PT4H   | WORKING
            remindChoice       | false | taobao     | CN | remindChoice      | NORMAL  | EXPRESS | PT24H | CALENDAR
            replacementArrival | false | taobao     | CN | replacementArrival | NORMAL  | EXPRESS | P10D  | CALENDAR
            platformEvidence   | false | shopify    | BR | answerPlatform    | NORMAL  | EXPRESS | P2D   | CALENDAR
            warehouseTask      | false | taobao     | CN | inspectGoods      | NORMAL  | EXPRESS | P1D   | WORKING
            deskTask           | false | taobao     | CN | settleLiability   | NORMAL  | EXPRESS | P1D   | WORKING
            chinaRepair        | false | taobao     | CN | repair            | NORMAL  | EXPRESS | P30D  | CALENDAR
            chinaRepairParts   | false | taobao     | CN | repairParts       | NORMAL  | EXPRESS | P90D  | CALENDAR
            chinaRepairProof   | false | taobao     | CN | repairProof       | NORMAL  | EXPRESS | P30D  | CALENDAR
            repair             | false | own        | US | repairProof       | NORMAL  | EXPRESS | P30D  | CALENDAR
            repairParts        | false | own        | US | repairParts       | NORMAL  | EXPRESS | P90D  | CALENDAR
            quoteAnswer        | false | own        | US | quoteAnswer       | NORMAL  | EXPRESS | P7D   | CALENDAR
            remindQuote        | false | own        | US | remindQuote       | NORMAL  | EXPRESS | P2D   | CALENDAR
            reviewReturn       | false | taobao     | CN | reviewReturn      | NORMAL  | EXPRESS | P1D   | WORKING
            buyerEvidence      | false | shopify    | BR | buyerEvidence     | NORMAL  | EXPRESS | PT24H | CALENDAR
            buyerAfterRefusal  | false | shopify    | BR | buyerAfterRefusal | NORMAL  | EXPRESS | P7D   | CALENDAR
            answer             | false | shopify    | BR | answerShipped     | NORMAL  | EXPRESS | PT48H | CALENDAR
            chargeback         | false | taobao     | CN | answerChargeback  | NORMAL  | EXPRESS | P7D   | CALENDAR
            paypalDispute      | false | taobao     | CN | answerPaypal      | NORMAL  | EXPRESS | P10D  | CALENDAR
            aToZ               | false | taobao     | CN | answerAToZ        | NORMAL  | EXPRESS | PT72H | CALENDAR
            amazonAppeal       | false | amazon     | CN | appealDispute     | NORMAL  | EXPRESS | P30D  | CALENDAR
            appeal             | false | taobao     | CN | appealDispute     | NORMAL  | EXPRESS | P3D   | CALENDAR
            disputeVerdict     | false | taobao     | CN | disputeVerdict    | NORMAL  | EXPRESS | P14D  | CALENDAR
            executeVerdict     | false | taobao     | CN | executeVerdict    | NORMAL  | EXPRESS | PT24H | CALENDAR
            reviewAnalysis     | false | taobao     | CN | analyseReview     | NORMAL  | EXPRESS | P1D   | CALENDAR
            lowScore           | false | taobao     | CN | answerLowScore    | NORMAL  | EXPRESS | P3D   | WORKING
            reviewReply        | false | taobao     | CN | replyReview       | NORMAL  | EXPRESS | P30D  | CALENDAR
            reviewChange       | false | taobao     | CN | changeReview      | NORMAL  | EXPRESS | P30D  | CALENDAR
            reviewVerdict      | false | taobao     | CN | reviewVerdict     | NORMAL  | EXPRESS | P5D   | WORKING
            any                | false | shopify    | BR | somethingNew      | NORMAL  | EXPRESS | P15D  | CALENDAR
            """)
    void thePlatformsOwnDeadlineComesFirst(String row, boolean given, String platform, String jurisdiction, String step,
            String goods, String transport, String duration, String time) {
        DecisionTable.Answer answer = TABLE.ask(Map.of("platformDeadline", given, "platform", platform,
                "jurisdiction", jurisdiction, "step", step, "goods", goods, "transport", transport));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("duration")).isEqualTo(duration);
        assertThat(answer.get("time")).isEqualTo(time);
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
