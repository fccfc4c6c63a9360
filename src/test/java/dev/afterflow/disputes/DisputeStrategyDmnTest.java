package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeStrategyDmnTest {

    private static final DecisionTable TABLE = DecisionTable.of("disputes", "dispute-strategy");
    private static final Map<String, Object> PLAIN = Map.ofEntries(Map.entry("disputeKind", "PLATFORM"), Map.entry("reason", "GENERAL"), Map.entry("amountMinor", 12_950L),
            Map.entry("currency", "CNY"), Map.entry("refunded", false), Map.entry("late", false), Map.entry("extortion", false), Map.entry("deliveryProof", false),
            Map.entry("goods", ""), Map.entry("report", ""), Map.entry("listing", ""), Map.entry("weightFull", false), Map.entry("authorised", false),
            Map.entry("pastDecided", 0L), Map.entry("pastWonPercent", 0L));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refunded          | refunded=true late=true                                  | CONTEST
            extortion         | extortion=true amountMinor=100                           | CONTEST
            windowMissed      | late=true reason=COUNTERFEIT authorised=true             | ACCEPT
            smallChina        | amountMinor=3000 deliveryProof=true                      | ACCEPT
            smallCard         | amountMinor=1500 currency=USD disputeKind=CHARGEBACK     | ACCEPT
            any               | amountMinor=1501 currency=USD disputeKind=CHARGEBACK     | ACCEPT
            inquiry           | disputeKind=INQUIRY reason=DUPLICATE                     | ACCEPT
            pastPoor          | pastDecided=20 pastWonPercent=19 deliveryProof=true      | ACCEPT
            pastGood          | pastDecided=20 pastWonPercent=60 reason=NOT_RECEIVED     | CONTEST
            notReceived       | pastDecided=19 pastWonPercent=90 reason=NOT_RECEIVED     | ACCEPT
            notReceivedProved | pastDecided=30 pastWonPercent=40 reason=NOT_RECEIVED deliveryProof=true | CONTEST
            noReasonNotIntact | reason=NO_REASON goods=NOT_INTACT                        | CONTEST
            noReasonNotIntact | reason=NO_REASON goods=NOT_RETURNED                      | CONTEST
            noReason          | reason=NO_REASON goods=INTACT                            | ACCEPT
            qualityHuman      | reason=QUALITY report=HUMAN_DAMAGE                       | CONTEST
            quality           | reason=QUALITY deliveryProof=true                        | ACCEPT
            describedRight    | reason=NOT_AS_DESCRIBED listing=MATCHES                  | CONTEST
            described         | reason=NOT_AS_DESCRIBED listing=DIFFERS                  | ACCEPT
            shortWeighed      | reason=SHORT weightFull=true                             | CONTEST
            short             | reason=SHORT                                             | ACCEPT
            genuine           | reason=COUNTERFEIT authorised=true                       | CONTEST
            counterfeit       | reason=COUNTERFEIT                                       | ACCEPT
            fraudProved       | reason=FRAUDULENT deliveryProof=true                     | CONTEST
            fraud             | reason=UNRECOGNIZED                                      | ACCEPT
            duplicate         | reason=DUPLICATE                                         | CONTEST
            otherProved       | reason=GENERAL deliveryProof=true                        | CONTEST
            any               | reason=GENERAL                                           | ACCEPT
            """)
    void costAndEvidenceAndOwnVerdictsDecideTheProposal(String row, String facts, String strategy) {
        DecisionTable.Answer answer = TABLE.ask(told(facts));

        assertThat(answer.row()).isEqualTo(row);
        assertThat(answer.get("strategy")).isEqualTo(strategy);
        assertThat((String) answer.get("strategyGround")).containsOnlyOnce(" / ");
    }

    private static Map<String, Object> told(String facts) {
        Map<String, Object> told = new HashMap<>(PLAIN);
        for (String fact : facts.split(" ")) {
            String[] part = fact.split("=");
            told.put(part[0], part[1].matches("\\d+") ? (Object) Long.valueOf(part[1]) : part[1].matches("true|false") ? Boolean.valueOf(part[1]) : part[1]);
        }
        return told;
    }

    @AfterAll
    static void everyRowIsReachable() {
        TABLE.everyRowHasAnswered();
    }
}
