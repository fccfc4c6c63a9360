package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The law of warranty and of short deliveries as sentences, each put to the real tables. Mark A is a statute, mark B a third
 * party's account of one; what neither confirms is asked too: there a person decides or the shop's own setting counts.
 */
class RepairLawTest {

    private static final DecisionTable COVER = DecisionTable.of("repairs", "warranty-cover");
    private static final DecisionTable RIGHT = DecisionTable.of("repairs", "repair-right");
    private static final DecisionTable SHORT = DecisionTable.of("repairs", "short-liability");

    private record Sentence(String mark, String source, String says, Object expected, DecisionTable.Answer answer, String output) {

        DynamicTest test() {
            return DynamicTest.dynamicTest("[%s] %s (%s)".formatted(mark, says, source), () -> assertThat(answer.get(output)).isEqualTo(expected));
        }
    }

    private static Map<String, Object> with(Map<String, Object> usual, Object... changes) {
        Map<String, Object> facts = new HashMap<>(usual);
        for (int at = 0; at < changes.length; at += 2) {
            facts.put((String) changes[at], changes[at + 1]);
        }
        return facts;
    }

    private static Sentence covered(String mark, String source, String says, String expected, Object... changes) {
        Map<String, Object> usual = Map.of("jurisdiction", "CN", "found", "FAULT", "abuseProved", false, "durable", false, "days", 100L,
                "failedRepair", false, "promised", false, "inTerm", false, "mainPart", false, "mainPartInTerm", false);
        return new Sentence(mark, source, says, expected, COVER.ask(with(usual, changes)), "cover");
    }

    private static Sentence right(String mark, String source, String says, String expected, Object... changes) {
        Map<String, Object> usual = Map.of("jurisdiction", "CN", "cover", "repair", "failures", 0L, "late", false, "partsLate", false, "repairable", true, "goodsLost", false);
        return new Sentence(mark, source, says, expected, RIGHT.ask(with(usual, changes)), "right");
    }

    private static Sentence liable(String mark, String source, String says, String expected, Object... changes) {
        Map<String, Object> usual = Map.of("jurisdiction", "CN", "claim", "SHORT", "packed", "FULL", "outWeight", "COMPLETE", "onTheWay", "SAME", "sealedBox", false, "shown", true);
        return new Sentence(mark, source, says, expected, SHORT.ask(with(usual, changes)), "party");
    }

    @TestFactory
    Stream<DynamicTest> whatTheLawSays() {
        return Stream.of(
                covered("A", "Consumer Protection Law 24 [L-CPL]", "Within seven days of receipt faulty goods may be returned, exchanged or repaired", "anyRemedy", "days", 7L),
                covered("B", "Warranty rules [L-3G-a]", "Within fifteen days it is an exchange or a repair", "exchangeOrRepair", "days", 15L),
                covered("A", "Consumer Protection Law 23(3) [L-CPL]", "Durable goods: for six months misuse is for the seller to prove", "repair", "found", "ABUSE", "durable", true, "days", 180L),
                covered("A", "SPC network consumption rules 10 [L-SPC]", "A warranty the seller promised binds the seller", "repair", "promised", true),
                covered("B", "Implementing Regulation 18 [L-IMPL-a]", "Within the term of the whole machine it is repaired free", "repair", "inTerm", true),
                covered("B", "Warranty rules [L-3G-a]", "After it, a failed main part is repaired free within its own term", "repair", "mainPart", true, "mainPartInTerm", true),
                covered("B", "Warranty rules [L-3G-a]", "What was repaired must work for thirty days, whatever the term", "repair", "failedRepair", true, "days", 900L),
                right("B", "Warranty rules [L-3G-a][L-3G-b]", "Repaired twice and still unusable: exchange or return", "exchangeOrRefund", "failures", 2L),
                right("B", "Warranty rules [L-3G-a][L-3G-b]", "More than thirty days by the repairer's own delay: exchange", "exchange", "late", true),
                right("B", "Warranty rules [L-3G-a][L-3G-b]", "More than ninety days without spare parts: exchange", "exchange", "partsLate", true),
                liable("A", "Express Regulation 27, Civil Code 832 [L-EXP][L-CC]", "The carrier pays for what went missing on its way", "CARRIER", "onTheWay", "LIGHTER"),
                liable("A", "Product Quality Law 40 [L-PQL]", "The seller has recourse against the supplier of a sealed box that was short", "SUPPLIER", "sealedBox", true),
                liable("A", "E-Commerce Law 62 [L-ECL]", "A seller who cannot produce the records bears the consequence", "WAREHOUSE", "packed", "UNKNOWN", "outWeight", "UNKNOWN", "onTheWay", "UNKNOWN"))
                .map(Sentence::test);
    }

    @Test
    void whatIsNotConfirmedNoTableInvents() {
        assertThat(covered("C", "", "", "", "days", 16L).answer().get("cover")).as("no term of the state's lists is known to the house").isEqualTo("outside");
        assertThat(List.of("EU", "US", "BR")).as("nor is the guarantee of other places")
                .allSatisfy(place -> assertThat(covered("C", "", "", "", "jurisdiction", place).answer().get("cover")).isEqualTo("person"));
        assertThat(covered("C", "", "", "", "days", null).answer().get("cover")).as("an unknown day is a person's matter").isEqualTo("person");
    }
}
