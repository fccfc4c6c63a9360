package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox provider's statement of a day, fetched and believed only when signed; and what finance reads of it. */
@RoomTest
class StatementDaysRoomTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private SandboxStatements source;
    @Autowired
    private Statements statements;
    @Autowired
    private JdbcStatements days;
    @Autowired
    private DayFigures figures;
    @Autowired
    private Environment environment;
    @Autowired
    private Intake intake;
    @Autowired
    private Shops shops;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;
    private StatementDesk desk;

    @BeforeEach
    void aShop() {
        desk = new StatementDesk(shops, intake, jdbc, tx);
    }

    @Test
    void midnightInShanghaiPartsTwoDays() {
        moved("2026-11-19T15:59:59.999Z", 1);
        moved("2026-11-19T16:00:00Z", 2);
        moved("2026-11-20T15:59:59.999Z", 3);
        moved("2026-11-20T16:00:00Z", 4);

        assertThat(statements.take(source, desk.shop, DAY).lines()).isEqualTo(2);
        assertThat(amounts(DAY)).containsExactly(2L, 3L);
        statements.take(source, desk.shop, DAY.minusDays(1));
        statements.take(source, desk.shop, DAY.plusDays(1));
        assertThat(amounts(DAY.minusDays(1))).containsExactly(1L);
        assertThat(amounts(DAY.plusDays(1))).containsExactly(4L);
        assertThat(days.taken("sandbox", desk.shop, DAY)).isTrue();
    }

    @Test
    void aDayTakenFiveTimesChangesNothing() {
        moved("2026-11-20T01:00:00Z", 12950);
        Statements.Taken first = statements.take(source, desk.shop, DAY);
        assertThat(first.accepted()).isEqualTo(1);
        for (int again = 0; again < 4; again++) {
            assertThat(statements.take(source, desk.shop, DAY).duplicate()).isEqualTo(1);
        }
        assertThat(desk.verdicts()).hasSize(1);
    }

    @Test
    void aStatementThatIsNotSignedWithOurKeyIsNotBelieved() {
        SandboxStatements stranger = new SandboxStatements(new SandboxSettings(null, "another-secret", Duration.ofSeconds(60),
            Duration.ofSeconds(5), 1), environment, shops, jdbc, tx, JsonMapper.shared(), Clock.systemUTC());
        assertThatThrownBy(() -> stranger.fetch(desk.shop, DAY)).isInstanceOf(IllegalStateException.class);
        SandboxStatements away = new SandboxStatements(new SandboxSettings("http://127.0.0.1:1", "x", Duration.ofSeconds(60),
            Duration.ofSeconds(5), 1), environment, shops, jdbc, tx, JsonMapper.shared(), Clock.systemUTC());
        assertThatThrownBy(() -> away.fetch(desk.shop, DAY)).hasMessageContaining("NO_ANSWER");
    }

    @Test
    void theFiguresOfADaySayHowMuchHasItsMatch() {
        moved("2026-11-20T01:00:00Z", 700);
        statements.take(source, desk.shop, DAY);
        matched(9300);
        figures.publish();

        DayFigures.Day day = figures.between(DAY, DAY, desk.shop).get(0);
        assertThat(day.value().minor()).isEqualTo(10_000);
        assertThat(day.matchedPercent()).isEqualTo("93.00");
        assertThat(day.mismatches()).isEqualTo(1);
        assertThat(day.openValue().minor()).isEqualTo(700);
        assertThat(day.statementTakenAt()).isNotNull();
        assertThat(day.unknownOverHour()).isZero();
        assertThat(day.mismatchAgeP99Seconds()).isBetween(0L, 120L);
    }

    @Test
    void financeReadsLinesPageByPageAndAnAgentDoesNot() {
        for (int each = 1; each <= 5; each++) {
            moved("2026-11-20T01:00:0" + each + "Z", each);
        }
        Visitor xu = Visitor.as("xu", port);
        assertThat(xu.post("/api/payments/reconciliation/run", "{\"day\":\"" + DAY + "\",\"provider\":\"sandbox\",\"shop\":\"" + desk.shop + "\"}")
            .json().path("statements")).as("without a payment through it the shop has no account").isEmpty();
        statements.take(source, desk.shop, DAY);

        List<Long> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = xu.get("/api/payments/reconciliation/statements?day=" + DAY + "&shop=" + desk.shop + "&limit=2&after=" + next).json();
            page.path("items").forEach(item -> seen.add(item.at("/theirs/minor").asLong()));
            next = page.path("next").stringValue(null);
        }
        assertThat(seen).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        JsonNode first = xu.get("/api/payments/reconciliation/mismatches?limit=1").json().path("items").get(0);
        assertThat(first.path("verdict").asString()).isNotEqualTo("MATCH");
        assertThat(first.has("holder")).isFalse();
        assertThat(xu.get("/api/payments/reconciliation/days?from=2026-11-20&to=2026-11-21").status()).isEqualTo(200);
        assertThat(xu.get("/api/payments/reconciliation/days?from=2026-11-22&to=2026-11-21").status()).isEqualTo(422);
        assertThat(xu.get("/api/payments/reconciliation/mismatches?after=x").status()).isEqualTo(400);
        for (String path : List.of("days?from=2026-11-20&to=2026-11-21", "mismatches", "clearing", "statements?day=2026-11-20")) {
            assertThat(Visitor.as("lin", port).get("/api/payments/reconciliation/" + path).status()).isEqualTo(403);
        }
    }

    private void moved(String at, long amount) {
        tx.executeWithoutResult(status -> jdbc.sql("""
            insert into sandbox.money_log (at, merchant, payment_no, refund_no, refund_id, amount, currency)
            values (:at::timestamptz, :shop, 'P', :no, :id, :amount, 'CNY')""")
            .param("at", Instant.parse(at).toString()).param("shop", desk.shop).param("no", "R" + UUID.randomUUID())
            .param("id", UUID.randomUUID().toString()).param("amount", amount).update());
    }

    private void matched(long amount) {
        tx.executeWithoutResult(status -> jdbc.sql("""
            insert into payments.recon_item (shop_id, provider, provider_line, day, refund_no, our_amount, their_amount, currency, verdict, basis)
            values (:shop, 'sandbox', 'M1', :day, 'R', :amount, :amount, 'CNY', 'MATCH', 'NUMBER')""")
            .param("shop", desk.shop).param("day", DAY).param("amount", amount).update());
    }

    private List<Long> amounts(LocalDate day) {
        return tx.execute(status -> jdbc.sql("select amount from payments.statement_line where shop_id = :shop and day = :day order by at")
            .param("shop", desk.shop).param("day", day).query(Long.class).list());
    }
}
