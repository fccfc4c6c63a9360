package dev.afterflow.payments;

import static dev.afterflow.payments.StatementDesk.completes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.money.Money;
import dev.afterflow.payments.StatementDesk.Told;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a statement's line to a person's answer: each difference once, closed by itself when a statement catches up. */
@RoomTest
class MismatchRoomTest extends Till {

    private static final Instant NOW = Instant.now().minusSeconds(1800);

    @Autowired
    private Reconciling reconciling;
    @Autowired
    private Reconciliation reconciliation;
    @Autowired
    private Intake intake;
    @Autowired
    private Shops shops;
    @LocalServerPort
    private int port;
    private StatementDesk desk;

    @BeforeEach
    void aShopWithBooks() {
        desk = new StatementDesk(shops, intake, jdbc, tx);
        payouts = new Payouts(desk.shop, payments, engine, outbox, jdbc, tx);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fiveStatementsInPiecesAndAnyOrderAskEachQuestionOnce(long seed) {
        String same = paid("a");
        String other = paid("b");
        String twice = paid("c");
        paid("d");
        List<Told> lines = new ArrayList<>(List.of(told("L1", same, 12950, 0), told("L2", other, 12900, 1), told("L3", twice, 12950, 2),
            told("L4", twice, 12950, 3), told("L5", "R-nobody", 700, 4), told("L6", null, 12950, 5), told("L7", null, 333, 6)));
        Random chance = new Random(seed);
        for (int again = 0; again < 5; again++) {
            Collections.shuffle(lines, chance);
            lines.subList(0, again < 4 ? 1 + chance.nextInt(lines.size()) : lines.size()).forEach(desk::tells);
        }

        assertThat(desk.verdicts()).containsExactly("L1 MATCH", "L2 AMOUNT_DIFF", "L3 MATCH", "L4 DUPLICATE_THEIRS", "L5 ONLY_THEIRS",
            "L6 MATCH", "L7 ONLY_THEIRS");
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks().size() == 4);
        lines.forEach(desk::tells);
        reconciling.everyMinute();
        assertThat(desk.tasks()).hasSize(4).allMatch(task -> task.endsWith("resolveMismatch"));
        assertThat(desk.cases()).hasSize(4);
        assertThat(desk.balance("clearing/stub")).isEqualTo(-50 + 12950 + 700 + 333);
        assertThat(desk.balance("provider/stub")).as("our provider account says what the statement says")
            .isEqualTo(-(12950 * 4 + 12900 + 700 + 333L));
        payouts.assertHolds(List.of());
    }

    @Test
    void whatIsMissingFromTheStatementIsAskedOnceAndEndsByItselfWhenItsLineComes() {
        String number = paid("a");
        earlier(number, 3);
        desk.tells(told("later", "R-nobody", 1, 0));
        missing();
        missing();
        String line = "ours:" + number;
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks().size() == 2);
        assertThat(desk.verdicts()).contains(line + " ONLY_OURS");
        String asked = desk.caseOf(line);
        assertThat(desk.balance("provider/stub")).isEqualTo(-1);

        desk.tells(told("late", number, 12950, -3 * 24 * 60));

        await().atMost(Duration.ofSeconds(30)).until(() -> desk.cases().contains(asked + " CLOSED MATCHED"));
        assertThat(desk.verdicts()).contains(line + " ONLY_OURS statement", "late MATCH");
        assertThat(desk.tasks()).hasSize(1);
        assertThat(desk.balance("clearing/stub")).isEqualTo(1);
        assertThat(desk.balance("provider/stub")).isEqualTo(-12951);
        missing();
        assertThat(desk.verdicts()).contains(line + " ONLY_OURS statement");
    }

    @Test
    void aLineThatCameBeforeOurOwnEvidenceMatchesWhenTheRefundSettles() {
        String number = decided("a");
        sending(number);
        desk.tells(told("early", number, 12950, 0));
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks().size() == 1);
        assertThat(desk.verdicts()).containsExactly("early ONLY_THEIRS");

        settle(number);
        reconciling.everyMinute();

        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks().isEmpty());
        assertThat(desk.verdicts()).containsExactly("early MATCH statement");
        assertThat(desk.cases()).hasSize(1).allMatch(one -> one.endsWith("CLOSED MATCHED"));
        assertThat(desk.balance("clearing/stub")).isZero();
        assertThat(desk.balance("provider/stub")).isEqualTo(-12950);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void aNumberTakesPrecedenceOverAGuessByAmountAndTime() {
        String number = paid("a");
        desk.tells(told("L1", null, 12950, 0));
        assertThat(desk.verdicts()).containsExactly("L1 MATCH");
        desk.tells(told("L2", number, 12950, 1));
        assertThat(desk.verdicts()).containsExactly("L1 ONLY_THEIRS", "L2 MATCH");
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks().size() == 1);
        assertThat(desk.balance("clearing/stub")).isEqualTo(12950);
    }

    @Test
    void anExplanationEndsTheCaseAndLeavesNothingOnTheClearingAccount() {
        String asked = asked(told("L1", "R-nobody", 700, 0), "L1");
        Visitor xu = Visitor.as("xu", port);
        JsonNode form = opened(xu, asked);
        assertThat(form.at("/data/difference").asString()).contains("对账单有，我方没有记账").contains("7.00");
        assertThat(form.at("/data/theirs").asString()).contains("L1").contains("Asia/Shanghai");

        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "EXPLAINED", "note", "x")).status()).isEqualTo(422);
        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "EXPLAINED", "note", "测试账户的付款")).status()).isEqualTo(200);

        assertThat(desk.cases()).containsExactly(asked + " CLOSED EXPLAINED");
        assertThat(desk.verdicts()).containsExactly("L1 ONLY_THEIRS explained");
        assertThat(desk.balance("clearing/stub")).isZero();
        desk.tells(told("L1", "R-nobody", 700, 0));
        assertThat(desk.cases()).as("an answered question is not asked again").hasSize(1);
    }

    @Test
    void aSmallCorrectionIsBookedByOneAndALargeOneByTwo() {
        String small = asked(told("L1", "R-nobody", 9999, 0), "L1");
        Visitor xu = Visitor.as("xu", port);
        assertThat(completes(xu, small, "resolveMismatch", Map.of("answer", "CORRECTION", "note", "渠道错账，金额小")).status()).isEqualTo(200);
        assertThat(desk.cases()).containsExactly(small + " CLOSED CORRECTED");

        String large = asked(told("L2", "R-nobody", 10001, 0), "L2");
        assertThat(completes(xu, large, "resolveMismatch", Map.of("answer", "CORRECTION", "note", "渠道错账")).status()).isEqualTo(200);
        assertThat(desk.balance("corrections/stub")).isEqualTo(9999);
        Map<String, Object> yes = Map.of("decision", "confirmed", "note", "已核对");
        assertThat(completes(xu, large, "confirmCorrection", yes).status()).isEqualTo(403);
        Visitor ma = Visitor.as("ma", port);
        assertThat(completes(ma, large, "confirmCorrection", yes).status()).isEqualTo(200);
        assertThat(desk.balance("corrections/stub")).isEqualTo(20000);
        assertThat(desk.balance("clearing/stub")).isZero();
        assertThat(desk.cases()).contains(large + " CLOSED CORRECTED");
    }

    @Test
    void aCorrectionSentBackIsAskedAgainAndAMatchTakesEvenABookedOneBack() {
        String number = paid("a");
        earlier(number, 3);
        desk.tells(told("later", "R-nobody", 1, 0));
        missing();
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.caseOf("ours:" + number) != null);
        String asked = desk.caseOf("ours:" + number);
        Visitor xu = Visitor.as("xu", port);
        Visitor ma = Visitor.as("ma", port);
        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "CLAIM", "note", "追回")).status()).isEqualTo(422);
        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "CORRECTION", "note", "渠道没有这一笔")).status()).isEqualTo(200);
        assertThat(completes(ma, asked, "confirmCorrection", Map.of("decision", "sentBack", "note", "再问一次渠道")).status()).isEqualTo(200);
        assertThat(opened(xu, asked).at("/data/history").asString()).contains("再问一次渠道").contains("渠道没有这一笔");
        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "CORRECTION", "note", "确认没有")).status()).isEqualTo(200);
        assertThat(completes(ma, asked, "confirmCorrection", Map.of("decision", "confirmed", "note", "同意")).status()).isEqualTo(200);
        assertThat(desk.balance("corrections/stub")).isEqualTo(-12950);

        desk.tells(told("late", number, 12950, -3 * 24 * 60));
        assertThat(desk.balance("corrections/stub")).isZero();
        assertThat(desk.balance("provider/stub")).isEqualTo(-12951);
        assertThat(desk.cases()).contains(asked + " CLOSED CORRECTED");
    }

    @Test
    void whatIsClaimedBackStandsOnItsAccountWithItsOwner() {
        String number = paid("a");
        desk.tells(told("L1", number, 12950, 0));
        String asked = asked(told("L2", number, 12950, 1), "L2");
        Visitor xu = Visitor.as("xu", port);
        assertThat(completes(xu, asked, "resolveMismatch", Map.of("answer", "CLAIM", "note", "渠道重复退款，已去函")).status()).isEqualTo(200);
        assertThat(desk.balance("claims/stub")).isEqualTo(12950);
        assertThat(desk.balance("clearing/stub")).isZero();
        JsonNode account = desk.mine(xu.get("/api/payments/reconciliation/clearing").json());
        assertThat(account.path("account").asString()).isEqualTo("claims/stub");
        assertThat(account.at("/balance/minor").asLong()).isEqualTo(12950);
        assertThat(account.at("/owner/people").toString()).isEqualTo("[\"xu\"]");
        assertThat(account.at("/owner/team").asString()).isEqualTo("finance");
        assertThat(desk.tasks()).isEmpty();
    }

    private String asked(Told told, String line) {
        desk.tells(told);
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.caseOf(line) != null && !desk.tasks().isEmpty());
        return desk.caseOf(line);
    }

    private static JsonNode opened(Visitor person, String caseNumber) {
        JsonNode task = person.get("/api/tasks?case=" + caseNumber).json().path("items").get(0);
        return person.get("/api/tasks/" + task.path("taskId").asString()).json();
    }

    private void missing() {
        tx.executeWithoutResult(status -> reconciliation.missing(new JdbcStatements.Till(desk.shop, "stub")));
    }

    private void earlier(String number, int days) {
        tx.executeWithoutResult(status -> jdbc.sql("update payments.refund set settled_at = now() - :days * interval '1 day' where refund_no = :no")
            .param("days", days).param("no", number).update());
    }

    private static Told told(String line, String number, long fen, int minutes) {
        return new Told(line, number, new Money(fen, "CNY"), NOW.plusSeconds(minutes * 60L));
    }

    private String decided(String name) {
        String number = payouts.decide(payouts.decision(caseNumber + name, 1, Payouts.AMOUNT, Payouts.payment("stub", caseNumber + name))).get(0);
        payouts.onLane("test/" + number, number);
        tx.executeWithoutResult(status -> payments.issue(caseNumber + name, 1, 0));
        return number;
    }

    private String paid(String name) {
        String number = decided(name);
        settle(number);
        return number;
    }
}
