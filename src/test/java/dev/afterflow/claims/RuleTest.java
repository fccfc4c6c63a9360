package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.claims.Contract.Clause;
import dev.afterflow.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule makes of loss, value, declared value, freight, the contract's multiple and its cap; empty is what nobody knows. */
class RuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UP_TO_DECLARED | 10000 | 10000 |  8000 |      |   |       |  8000
            UP_TO_DECLARED | 10000 | 10000 | 30000 |      |   |       | 10000
            PROPORTION     |  4000 | 20000 | 10000 |      |   |       |  2000
            PROPORTION     |  3333 | 10000 |  3333 |      |   |       |  1110
            MULTIPLE       | 50000 | 50000 |       | 1200 | 9 |       | 10800
            MULTIPLE       | 50000 | 50000 |       | 1200 | 7 |       |  8400
            MULTIPLE       |  5000 |  5000 |       | 1200 | 9 |       |  5000
            MULTIPLE       | 90000 | 90000 |       | 20000| 3 | 50000 | 50000
            CAP            | 90000 | 90000 |       |      |   | 50000 | 50000
            CAP            | 20000 | 20000 |       |      |   | 50000 | 20000
            POSTAGE        | 90000 | 90000 |       | 1500 |   |       |  4500
            LOSS           | 12345 | 50000 |       |      |   |       | 12345
            FREIGHT        | 12345 | 12345 |       | 1200 |   |       |  1200
            FREIGHT        | 12345 | 12345 |       |      |   |       |     0
            NOTHING        | 12345 | 12345 |  9999 | 1200 | 9 | 50000 |     0
            """)
    void aRuleBecomesMoneyAndNeverMoreThanTheLoss(Rule rule, long loss, long value, Long declared, Long freight, Integer multiple, Long cap, long owed) {
        Money nothing = Money.zero("CNY");
        Sheet sheet = new Sheet(cny(loss), cny(value), cny(declared), cny(freight), null, nothing, nothing, nothing);
        Contract contract = new Contract(1L, "s", "sf", "", null, Clause.MONTHLY_ACCOUNT, null, "DISCOVERED", null, null, multiple, cap, "CNY",
                null, null, null, "", false, null, null);

        assertThat(rule.of(sheet, contract)).isEqualTo(cny(owed));
    }

    private static Money cny(Long minor) {
        return minor == null ? null : new Money(minor, "CNY");
    }
}
