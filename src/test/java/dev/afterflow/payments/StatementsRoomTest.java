package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.providers.StatementSource.Line;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our books, and what a provider's statement says against them. */
@RoomTest
class StatementsRoomTest extends Till {

    @Autowired
    private Reconciliation reconciliation;
    @Autowired
    private StatementLetters letters;
    @Autowired
    private Shops shops;
    private String number;

    @BeforeEach
    void aPaidRefund() {
        number = payouts.decide(decision()).get(0);
        payouts.onLane("test/" + number, number);
        tx.executeWithoutResult(status -> payments.issue(caseNumber, 1, 0));
    }

    @Test
    void aLineWithOurNumberAndAmountMatchesOnceHoweverOftenItComes() {
        settle(number);
        take("L1", number, Payouts.AMOUNT);
        take("L1", number, Payouts.AMOUNT);
        assertThat(verdicts()).containsExactly("MATCH");
    }

    @Test
    void aSecondLineForOneRefundIsADuplicateAndCallsAPerson() {
        settle(number);
        take("L1", number, Payouts.AMOUNT);
        take("L2", number, Payouts.AMOUNT);
        assertThat(verdicts()).containsExactly("MATCH", "DUPLICATE_THEIRS");
        assertThat(alarms(number)).as("the statement's own task is the only one").doesNotContain("DUPLICATE_THEIRS");
    }

    @Test
    void anotherAmountIsToldApart() {
        settle(number);
        take("L1", number, new Money(1, "CNY"));
        assertThat(verdicts()).containsExactly("AMOUNT_DIFF");
    }

    @Test
    void aLineWithoutANumberIsMatchedByAmountAndTimeIfOnlyOneFits() {
        settle(number);
        take("L1", null, Payouts.AMOUNT);
        take("L2", null, Payouts.AMOUNT);
        assertThat(verdicts()).containsExactly("MATCH", "ONLY_THEIRS");
    }

    @Test
    void moneyTheyMovedAndWeDidNotBookIsOnlyTheirs() {
        take("L1", number, Payouts.AMOUNT);
        take("L2", "R-unknown", Payouts.AMOUNT);
        assertThat(verdicts()).containsExactly("ONLY_THEIRS", "ONLY_THEIRS");
    }

    @Test
    void aRefundMissingFromItsDaysStatementIsOnlyOursUntilItsLineComes() {
        settle(number);
        tx.executeWithoutResult(status -> jdbc.sql("update payments.refund set settled_at = now() - interval '3 days' where refund_no = :no")
            .param("no", number).update());
        take("later", "R-unknown", new Money(1, "CNY"));
        reconciliation.missing(new JdbcStatements.Till(payouts.shop, "stub"));
        assertThat(verdicts()).containsExactlyInAnyOrder("ONLY_OURS", "ONLY_THEIRS");

        take("L1", number, Payouts.AMOUNT);
        assertThat(unresolved()).containsExactly("ONLY_THEIRS");
    }

    @Test
    void everyFieldOfALineIsChecked() {
        JsonNode bad = JsonMapper.shared().readTree("""
            {"provider":"","amount":{"minor":0,"currency":"CNY"},"movedAt":"yesterday","surprise":1}""");
        assertThat(letters.check(bad, shops.all().get(0))).extracting(fault -> fault.field())
            .contains("lineId", "provider", "amount.minor", "movedAt", "surprise");
        JsonNode good = JsonMapper.shared().readTree("""
            {"lineId":"1","provider":"sandbox","amount":{"minor":5,"currency":"CNY"},"movedAt":"2026-11-21T10:00:00Z"}""");
        assertThat(letters.check(good, shops.all().get(0))).isEmpty();
        assertThat(letters.externalId(good)).isEqualTo("sandbox/1");
    }

    @Test
    void theLedgerTakesNoChangeAndNoLineAlone() {
        settle(number);
        for (String forbidden : List.of("update payments.ledger_entry set amount = 1", "delete from payments.ledger_entry")) {
            assertThatThrownBy(() -> tx.executeWithoutResult(status -> jdbc.sql(forbidden + " where ref = '" + number + "'").update()))
                .hasMessageContaining("ledger");
        }
        assertThatThrownBy(() -> tx.executeWithoutResult(status -> jdbc.sql("""
            insert into payments.ledger_entry (shop_id, txn_id, account, amount, currency, kind, ref)
            values (:shop, 'lonely', 'refunds', 5, 'CNY', 'refund', :ref)""")
            .param("shop", payouts.shop).param("ref", "lonely" + number).update())).hasStackTraceContaining("does not sum to zero");
    }

    private void take(String line, String refundNo, Money amount) {
        reconciliation.take(payouts.shop, List.of(new Line("stub", line, refundNo, amount, Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    }

    private List<String> verdicts() {
        return tx.execute(status -> jdbc.sql("select verdict from payments.recon_item where shop_id = :shop order by provider_line")
            .param("shop", payouts.shop).query(String.class).list());
    }

    private List<String> unresolved() {
        return tx.execute(status -> jdbc.sql("""
            select verdict from payments.recon_item where shop_id = :shop and verdict <> 'MATCH' and resolved_by is null""")
            .param("shop", payouts.shop).query(String.class).list());
    }
}
