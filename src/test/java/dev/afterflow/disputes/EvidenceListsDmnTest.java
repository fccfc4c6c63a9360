package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceListsDmnTest {

    private static final DecisionTable PLATFORM = DecisionTable.of("disputes", "evidence-required");
    private static final DecisionTable CARD = DecisionTable.of("disputes", "chargeback-evidence");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            taobao | NOT_RECEIVED     | false | order talk statement trace proof
            taobao | NO_REASON        | false | order talk statement goodsPhotos noReasonConfirmed
            jd     | QUALITY          | false | order talk statement report offer
            pdd    | NOT_AS_DESCRIBED | false | order talk statement offer listing
            douyin | SHORT            | false | order talk statement offer packing
            taobao | WRONG_ITEM       | true  | order talk statement packing refund
            taobao | COUNTERFEIT      | false | order talk statement authorisation
            taobao | REFUSED          | false | order talk statement trace
            taobao | EXTORTION        | false | order talk statement extortion
            amazon | GENERAL          | false | order talk statement amazonReply
            """)
    void aPlatformAsksForThis(String platform, String reason, boolean refunded, String rows) {
        assertThat(PLATFORM.askAll(Map.of("platform", platform, "reason", reason, "refunded", refunded)).stream().map(DecisionTable.Answer::row))
                .containsExactly(rows.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stripe | FRAUDULENT           | statement order fraudCheck fraudHistory fraudDelivery
            stripe | NOT_RECEIVED         | statement order carrier waybill shippedAt delivered
            stripe | QUALITY              | statement order listing quality policy offer
            card   | CREDIT_NOT_PROCESSED | statement order policy refund
            stripe | SUBSCRIPTION         | statement order terms
            stripe | DUPLICATE            | statement order duplicate
            stripe | UNRECOGNIZED         | statement order confirmation
            stripe | GENERAL              | statement order accepted
            paypal | NOT_RECEIVED         | statement order ppFulfilled ppDelivered
            paypal | NOT_AS_DESCRIBED     | statement order ppDescribed
            paypal | CREDIT_NOT_PROCESSED | statement order ppRefund
            paypal | FRAUDULENT           | statement order ppDelivered
            """)
    void aCardOrAWalletAsksForThis(String network, String reason, String rows) {
        List<DecisionTable.Answer> asked = CARD.askAll(Map.of("network", network, "reason", reason));

        assertThat(asked.stream().map(DecisionTable.Answer::row)).containsExactly(rows.split(" "));
        assertThat(asked).allSatisfy(item -> assertThat((String) item.get("itemTitle")).containsOnlyOnce(" / "));
        assertThat(asked).allSatisfy(item -> assertThat((String) item.get("source")).isIn("DATA", "FILE", "WORDS"));
    }

    @AfterAll
    static void everyRowIsReachable() {
        PLATFORM.everyRowHasAnswered();
        CARD.everyRowHasAnswered();
    }
}
