package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreightDmnTest {

    private static final DecisionTable PAYER = DecisionTable.of("remedies", "freight-payer");
    private static final DecisionTable ADJUSTMENT = DecisionTable.of("remedies", "freight-adjustment");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            euWithdrawalUntold | EU | RETURN_REFUND | NO_REASON    | BUYER     | true  | false | false | seller | seller | seller
            euWithdrawal       | EU | RETURN_REFUND | NO_REASON    | BUYER     | true  | false | true  | seller | buyer  | seller
            damagedByCarrier   | CN | RETURN_REFUND | DAMAGED      | CARRIER   | false | false | false | seller | seller | seller
            fault              | CN | RETURN_REFUND | QUALITY      | SUPPLIER  | false | false | false | seller | seller | seller
            fault              | CN | RETURN_REFUND | QUALITY      | UNCLEAR   | false | false | false | seller | seller | seller
            fault              | BR | EXCHANGE      | WRONG_ITEM   | WAREHOUSE | true  | true  | false | seller | seller | seller
            exchangeFault      | CN | EXCHANGE      | OTHER        | SELLER    | false | false | false | seller | seller | seller
            exchangeNoReason   | CN | EXCHANGE      | NO_REASON    | BUYER     | true  | false | false | seller | buyer  | buyer
            freeShippingLost   | CN | RETURN_REFUND | NO_REASON    | BUYER     | true  | true  | false | buyer  | buyer  | buyer
            freeShipping       | CN | RETURN_REFUND | NO_REASON    | BUYER     | true  | false | false | seller | buyer  | buyer
            freeShipping       | US | RETURN_REFUND | NO_REASON    | BUYER     | true  | false | false | seller | buyer  | buyer
            paidShipping       | CN | RETURN_REFUND | NO_REASON    | BUYER     | false | false | false | buyer  | buyer  | buyer
            paidShipping       | CN | RETURN_REFUND | QUALITY      | BUYER     | false | false | false | buyer  | buyer  | buyer
            unclear            | CN | RETURN_REFUND | OTHER        | UNCLEAR   | true  | false | false | seller | buyer  | seller
            seller             | BR | RETURN_REFUND | OTHER        | UNCLEAR   | true  | false | false | seller | seller | seller
            seller             | CN | REFUND_ONLY   | NOT_RECEIVED | CARRIER   | true  | false | false | seller | seller | seller
            """)
    void whoIsAtFaultPays(String row, String jurisdiction, String remedy, String reasonType, String party, boolean freeShipping,
            boolean lost, boolean told, String outbound, String wayBack, String again) {
        DecisionTable.Answer answer = PAYER.ask(Map.of("jurisdiction", jurisdiction, "remedy", remedy, "reasonType", reasonType,
                "liableParty", party, "freeShipping", freeShipping, "freeShippingLost", lost, "returnCostTold", told));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.outputs()).containsEntry("outboundPayer", outbound).containsEntry("freightPayer", wayBack)
                .containsEntry("replacementPayer", again);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                             | false | false | false | false
            dispatchedCollectOut,dispatchedCollectBack     | true  | false | false | false
            otherAddress                                   | false | true  | false | false
            insured,insuredRest                            | false | false | true  | false
            insured,insuredPromise                         | false | false | true  | true
            promise                                        | false | false | false | true
            otherAddress,insured,insuredRest               | false | true  | true  | false
            """)
    void adjustmentsAddUp(String rows, boolean dispatched, boolean differs, boolean insured, boolean promised) {
        List<DecisionTable.Answer> answers = ADJUSTMENT.askAll(Map.of("dispatchedCollect", dispatched,
                "addressDiffers", differs, "insured", insured, "fullFreightPromised", promised));

        assertThat(String.join(",", answers.stream().map(DecisionTable.Answer::row).toList())).isEqualTo(rows);
        assertThat(answers).allSatisfy(answer -> assertThat((String) answer.get("ground")).contains(" / "));
    }

    @Test
    void theInsurerPaysTheFirstWeightAndTheLiableSideTheRest() {
        assertThat(ADJUSTMENT.askAll(Map.of("insured", true))).extracting(DecisionTable.Answer::outputs)
                .satisfiesExactly(
                        first -> assertThat(first).containsEntry("payer", "insurer").containsEntry("share", "firstWeight"),
                        rest -> assertThat(rest).containsEntry("payer", "liable").containsEntry("share", "rest"));
    }

    @AfterAll
    static void everyRowIsReachable() {
        PAYER.everyRowHasAnswered();
        ADJUSTMENT.everyRowHasAnswered();
    }
}
