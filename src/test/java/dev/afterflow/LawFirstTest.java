package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In no table does a house rule stand before the law, and no row stands where nothing can reach it. */
class LawFirstTest {

    /**
     * The exceptions give the buyer more than the law does: a promise is kept, an unshipped order is refunded whole, the
     * platform's own failure is nobody else's; and the margin rings before the platform's deadline, it does not replace it.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            returns   | return-reason      | ''
            returns   | return-eligibility | 'promisedElsewhere over euTermOver, promisedElsewhere over person'
            returns   | refund-amount      | 'unshipped over freeShipping'
            returns   | approval-authority | ''
            returns   | refund-routing     | ''
            remedies  | liability          | 'platformError over noReason'
            remedies  | freight-payer      | ''
            logistics | goods-intact       | ''
            logistics | goods-group        | ''
            repairs   | short-liability    | ''
            repairs   | warranty-cover     | ''
            repairs   | repair-right       | ''
            sla       | step-deadline      | 'escalateShort over platform, escalate over platform'
            """)
    void noHouseRuleTakesFactsFromTheLaw(String room, String key, String lawful) {
        assertThat(Shadows.of(room, key).overLaw()).containsExactly(lawful.isEmpty() ? new String[0] : lawful.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns/return-reason", "returns/return-eligibility", "returns/refund-amount", "returns/approval-authority",
            "returns/refund-routing", "repairs/short-liability", "repairs/warranty-cover", "repairs/repair-right", "remedies/liability", "remedies/freight-payer", "logistics/goods-intact", "logistics/goods-group",
            "sla/step-deadline", "cases/case-triage", "orders/buyer-tier", "care/late-shipment-compensation", "care/ship-promise",
            "care/exception-default", "care/order-change-rule", "care/cod-next-call"})
    void noRowIsDead(String table) {
        Shadows.of(table.split("/")[0], table.split("/")[1]).haveNoDeadRow();
    }
}
