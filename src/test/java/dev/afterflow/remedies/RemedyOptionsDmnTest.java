package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyOptionsDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("remedies", "remedy-options");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cancelUnshipped                                               | CN | UNSHIPPED | BUYER_CANCEL | eligible    | BUYER    | true  | CNY | 9900  | NEW
            noReasonReturn,noReasonExchange                               | CN | RECEIVED  | NO_REASON    | withReturn  | BUYER    | true  | CNY | 9900  | NEW
            noReasonReturn                                                | EU | RECEIVED  | NO_REASON    | withReturn  | BUYER    | false | EUR | 9900  | NEW
            noReasonGoodwill                                              | CN | RECEIVED  | NO_REASON    | notEligible | BUYER    | true  | CNY | 9900  | NEW
            noReasonGoodwill                                              | BR | RECEIVED  | NO_REASON    | person      | UNCLEAR  | true  | BRL | 9900  | NEW
            wrongOrShortSmall,shortReship,shortPiece,shortReturn          | CN | RECEIVED  | SHORT        | person      | CARRIER  | true  | CNY | 2000  | NEW
            shortPiece,shortReturn                                        | CN | RECEIVED  | SHORT        | person      | CARRIER  | false | CNY | 2001  | NEW
            wrongOrShortSmall,faultReturn,faultKept                       | CN | RECEIVED  | WRONG_ITEM   | withReturn  | WAREHOUSE| false | CNY | 1500  | NEW
            qualitySmall,faultExchange,faultReturn,faultKept              | CN | RECEIVED  | QUALITY      | withReturn  | SELLER   | true  | CNY | 10000 | NEW
            faultExchange,faultReturn,faultKept                           | CN | RECEIVED  | QUALITY      | withReturn  | SUPPLIER | true  | CNY | 10001 | NEW
            faultExchange,faultReturn,faultKept,vipExchange               | CN | RECEIVED  | QUALITY      | withReturn  | SUPPLIER | true  | CNY | 10001 | VIP
            faultReturnUnclear,faultExchangeLater,faultKept               | CN | RECEIVED  | QUALITY      | person      | UNCLEAR  | true  | CNY | 90000 | NEW
            faultExchange,faultReturn,faultKept,damagedReship,damagedRefund | CN | RECEIVED | DAMAGED     | withReturn  | CARRIER  | true  | CNY | 90000 | NEW
            lostRefund,lostReship                                         | CN | SHIPPED   | NOT_RECEIVED | eligible    | CARRIER  | true  | CNY | 90000 | NEW
            lateKept                                                      | CN | LATE      | NOT_RECEIVED | eligible    | CARRIER  | true  | CNY | 90000 | NEW
            addressWrongRefund                                            | CN | SHIPPED   | NOT_RECEIVED | eligible    | BUYER    | true  | CNY | 90000 | NEW
            deliveredRefund                                               | CN | RECEIVED  | NOT_RECEIVED | person      | UNCLEAR  | true  | CNY | 90000 | NEW
            cancelOnTheWay                                                | CN | SHIPPED   | BUYER_CANCEL | person      | BUYER    | true  | CNY | 90000 | NEW
            counterfeit                                                   | CN | RECEIVED  | COUNTERFEIT  | person      | UNCLEAR  | true  | CNY | 90000 | NEW
            service                                                       | CN | RECEIVED  | SERVICE      | person      | SELLER   | true  | CNY | 90000 | NEW
            otherReturn,otherExchange                                     | CN | CLOSED    | OTHER        | person      | UNCLEAR  | true  | CNY | 90000 | NEW
            """)
    void theLawfulRemediesAreOffered(String rows, String jurisdiction, String stage, String reasonType, String eligibility, String party,
            boolean inStock, String currency, long valueMinor, String tier) {
        List<DecisionTable.Answer> answers = TABLE.askAll(Map.of("jurisdiction", jurisdiction, "stage", stage, "reasonType", reasonType,
                "eligibility", eligibility, "liableParty", party, "inStock", inStock, "currency", currency, "valueMinor", valueMinor, "tier", tier));

        assertThat(answers.stream().map(DecisionTable.Answer::row).toList()).containsExactly(rows.split(","));
        assertThat(answers).allSatisfy(answer -> assertThat((String) answer.get("ground")).containsOnlyOnce(" / "));
    }

    @Test
    void everyRequestFindsARemedy() {
        for (String reason : new String[] {"NO_REASON", "QUALITY", "NOT_AS_DESCRIBED", "COUNTERFEIT", "SHORT", "WRONG_ITEM", "DAMAGED",
                "NOT_RECEIVED", "BUYER_CANCEL", "SERVICE", "REPAIR", "EXCHANGE", "AFTERSALE_LATE", "OTHER"}) {
            for (String stage : new String[] {"UNSHIPPED", "SHIPPED", "RECEIVED", "CLOSED"}) {
                for (String eligibility : new String[] {"eligible", "withReturn", "person", "notEligible"}) {
                    String known = reason + " " + stage + " " + eligibility;
                    if (!Set.of("UNSHIPPED", "SHIPPED").contains(stage) && eligibility.equals("eligible")) {
                        continue;
                    }
                    assertThat(TABLE.askAll(Map.of("jurisdiction", "BR", "stage", stage, "reasonType", reason, "eligibility", eligibility,
                            "liableParty", "UNCLEAR", "inStock", false, "currency", "BRL", "valueMinor", 1L, "tier", "NEW")))
                            .as(known).isNotEmpty();
                }
            }
        }
    }

    @Test
    void moneyWithoutTheGoodsBackIsNeverGivenUnasked() {
        for (String reason : new String[] {"QUALITY", "NOT_AS_DESCRIBED", "DAMAGED", "COUNTERFEIT", "NO_REASON", "OTHER"}) {
            assertThat(TABLE.askAll(Map.of("jurisdiction", "CN", "stage", "RECEIVED", "reasonType", reason, "eligibility", "withReturn",
                    "liableParty", "CARRIER", "inStock", true, "currency", "CNY", "valueMinor", 9_000L, "tier", "NEW")))
                    .filteredOn(answer -> answer.get("remedy").equals("refund"))
                    .as(reason).allSatisfy(answer -> assertThat(answer.get("needsReview")).isEqualTo(true));
        }
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
