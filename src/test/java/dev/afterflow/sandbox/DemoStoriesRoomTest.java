package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's stories are played at the house's own doors, and what is told of them agrees in every room. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoriesRoomTest {

    private static final int FIRST = 5_000;
    private static final List<String> PLAYED = List.of("cancelled", "lost-parcel", "returned", "withdrawn", "reply-lost", "platform-paid", "question-answered",
            "to-review", "refused", "to-count", "to-approve", "goods-awaited", "repair", "short", "complaint-solved", "complaint", "signed-not-received",
            "late-order", "late-promised", "stock-to-check", "out-of-stock", "change-asked", "door-paid", "out-of-stock-refunded", "change-made", "door-refused", "complaint-solved", "question", "platform-judges");

    @Autowired
    Theatre theatre;
    @Autowired
    Plots plots;
    @Autowired
    Stockroom stockroom;
    @Autowired
    MailRoom mail;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void storiesAreToldAsTheyWerePlayedAndTheBooksAgree() throws InterruptedException {
        Casting casting = new Casting(stockroom.opening());
        List<Plot> cast = new ArrayList<>();
        for (int each = 0; each < PLAYED.size(); each++) {
            cast.add(casting.plot(FIRST + each, Scripts.byName().get(PLAYED.get(each))));
        }
        stockroom.stock();
        cast.forEach(plots::cast);
        for (Storefront front : Storefront.values()) {
            stockroom.deliver(front, cast.stream().filter(plot -> plot.front() == front).map(casting::order).toList());
        }
        theatre.play(cast, casting, 3);

        assertThat(rows("select script || ': ' || state || ' ' || coalesce(note, '') from sandbox.plot where no between 5000 and 5099 and state <> 'PLAYED'")).isEmpty();
        Instant before = Instant.now();
        int told = plots.tell();
        assertThat(told).isEqualTo(PLAYED.size());
        assertThat(plots.tell()).as("told once").isZero();

        assertThat(rows(TOLD + "c.opened_at > p.told_at[1] + interval '1 minute' or c.opened_at < p.told_at[1] - interval '1 minute'")).isEmpty();
        assertThat(rows(TOLD + "c.closed_at < c.opened_at")).isEmpty();
        assertThat(rows(TOLD + "c.state <> 'CLOSED' and p.script in ('cancelled', 'lost-parcel', 'returned', 'withdrawn', 'reply-lost', 'platform-paid', 'question-answered', 'complaint-solved', 'out-of-stock-refunded', 'change-made', 'door-refused')")).isEmpty();
        assertThat(rows("""
                select r.refund_no from payments.refund r join sandbox.plot p using (case_number) join sandbox.money_log m using (refund_no)
                 where p.no between 5000 and 5099 and (m.at < r.created_at - interval '2 seconds' or m.at > r.settled_at + interval '2 seconds')""")).as("moved while it was open").isEmpty();
        assertThat(rows("""
                select f.case_number from engine.flow_event f join sandbox.plot p using (case_number) join cases.case_file c on c.number = p.case_number
                 where p.no between 5000 and 5099 and (f.at < c.opened_at - interval '5 seconds' or f.at > now())""")).as("the flow begins with its case").isEmpty();
        assertThat(rows("select w.task from tasks.work_item w join sandbox.plot p using (case_number) where p.no between 5000 and 5099 and w.created_at > w.due_at")).isEmpty();
        assertThat(rows("""
                select r.number || ' ' || r.carrier || ' ' || r.state from carriers.request r join sandbox.plot p using (case_number) join cases.case_file c on c.number = p.case_number
                 where p.no between 5000 and 5099 and c.state = 'CLOSED' and r.state <> 'ANSWERED'""")).as("closed cases leave nothing open at carriers").isEmpty();
        assertThat(rows("""
                select a.number from carriers.answer a join carriers.request r using (number) join sandbox.plot p using (case_number)
                 where p.no between 5000 and 5099 and (a.recorded_at < r.at or a.recorded_at > p.told_at[cardinality(p.told_at)] + interval '5 seconds')""")).as("answered while it was played").isEmpty();
        assertThat(rows("select r.number from carriers.request r join sandbox.plot p using (case_number) where p.script = 'complaint-solved' and p.no between 5000 and 5099")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rows("""
                select p.script from sandbox.plot p left join sla.clock k on k.case_number = p.case_number and k.kind = 'firstResponse'
                 where p.no between 5000 and 5099 and p.done @> '{REPLY}' and (k.stopped_at is null or k.stopped_at <= k.started_at or k.stopped_at > k.started_at + interval '12 hours')""")).as("answered soon").isEmpty();
        assertThat(rows("select p.script from notifications.message m join sandbox.plot p using (case_number) where p.no between 5000 and 5099 and m.state = 'LEGAL_REVIEW'"))
                .containsExactlyInAnyOrder("question", "platform-judges");
        for (Storefront front : List.of(Storefront.MIDO, Storefront.VERDE)) {
            Invariants books = new Invariants(sql, transaction, front.shop);
            assertThat(books.breaches(books.sandboxLog())).as(front.shop).isEmpty();
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    private static final String TOLD = "select p.script || ' ' || c.number from sandbox.plot p join cases.case_file c on c.number = p.case_number where p.no between 5000 and 5099 and ";

    private List<String> rows(String query) {
        return transaction.execute(status -> sql.sql(query).query(String.class).list());
    }

    /** Every story of a claim but those told twice alike, by the state it rests in. */
    private static final Map<String, String> CLAIMS = Map.ofEntries(Map.entry("claim-paid", "PAID"), Map.entry("claim-part-paid", "PAID"), Map.entry("claim-appeal-won", "PAID"),
            Map.entry("claim-proved", "PAID"), Map.entry("claim-written-off", "WRITTEN_OFF"), Map.entry("claim-withdrawn", "WITHDRAWN"), Map.entry("claim-filed", "FILED"),
            Map.entry("claim-asked", "MORE_ASKED"), Map.entry("claim-denied", "TO_DECIDE"), Map.entry("claim-appealed", "FILED"), Map.entry("claim-agreed", "AGREED"),
            Map.entry("claim-half-paid", "AGREED"), Map.entry("claim-to-approve", "TO_DECIDE"), Map.entry("claim-complained", "COMPLAINED"), Map.entry("claim-found", "FILED"));

    @Test
    void claimsComeToRestInEveryStateAndTheirBooksAreToldWithThem() throws InterruptedException {
        Casting casting = new Casting(stockroom.opening());
        List<Plot> cast = new ArrayList<>();
        new TreeSet<>(CLAIMS.keySet()).forEach(script -> cast.add(casting.plot(FIRST + 100 + cast.size(), Scripts.byName().get(script))));
        stockroom.stock();
        cast.forEach(plots::cast);
        for (Storefront front : Storefront.values()) {
            stockroom.deliver(front, cast.stream().filter(plot -> plot.front() == front).map(casting::order).toList());
        }
        theatre.play(cast, casting, 3);
        plots.tell();

        assertThat(rows("select script || ': ' || state || ' ' || coalesce(note, '') from sandbox.plot where no >= 5100 and (state <> 'TOLD' or note is not null)")).isEmpty();
        assertThat(rows("select p.script || ' ' || k.state from claims.claim k join sandbox.plot p using (case_number) where p.no >= 5100"))
                .containsExactlyInAnyOrderElementsOf(CLAIMS.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
        assertThat(rows("select p.script from claims.claim k join sandbox.plot p using (case_number) where p.no >= 5100 and k.claimed <= 0")).as("something is claimed").isEmpty();
        assertThat(rows("select p.script from claims.claim k join sandbox.plot p using (case_number) where p.no >= 5100 and k.state = 'PAID' and k.received <> k.agreed")).as("paid what was agreed").isEmpty();
        assertThat(rows("select p.script from claims.claim k join sandbox.plot p using (case_number) where p.script = 'claim-half-paid' and p.no >= 5100 and k.received between 1 and k.agreed - 1")).hasSize(1);
        assertThat(rows("""
                select p.script from claims.claim k join sandbox.plot p using (case_number) join claims.filing f using (claim_no) left join claims.answer a using (number)
                 where p.no >= 5100 and (k.opened_at < p.told_at[1] or f.at < k.opened_at or f.at > k.closed_at or a.heard_at < f.at or a.heard_at > now()
                   or k.filed_at > k.answered_at and k.filings = 1)""")).as("one thing after the other").isEmpty();
        assertThat(rows("select p.script from claims.claim k join sandbox.plot p using (case_number) where p.no >= 5100 and k.state = 'PAID' and k.answered_at < k.filed_at + interval '2 hours'"))
                .as("carriers take their time").isEmpty();
        assertThat(rows("""
                select r.number || ' ' || r.kind || ' ' || r.state from carriers.request r join sandbox.plot p using (case_number) join claims.claim k using (case_number)
                 where p.no >= 5100 and k.closed_at is not null and r.state <> 'ANSWERED'""")).as("claims that are over leave nothing open at carriers").isEmpty();
        assertThat(rows("select l.claim_no from claims.ledger_entry l join claims.claim k using (claim_no) join sandbox.plot p using (case_number) where p.no >= 5100 group by 1 having sum(l.amount) <> 0 or max(l.at) > now()")).isEmpty();
    }

    @Test
    void whatFilesAndLettersBringIsThereOnce() {
        stockroom.stock();
        mail.open(stockroom.opening());
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("select name || ' ' || accepted || ' ' || rejected from intake.import_job where state = 'DONE' and name in ('11月盘点表', 'Avaliações de novembro')").size() == 2);
        mail.open(stockroom.opening());
        assertThat(rows("select name || ' ' || rejected from intake.import_job where name in ('11月盘点表', 'Avaliações de novembro')")).containsExactlyInAnyOrder("11月盘点表 0", "Avaliações de novembro 2");
        assertThat(rows("select external_id from intake.message where kind = 'answers' and external_id = 'REPLY-OLD-SYSTEM-1' and state = 'PARKED'")).hasSize(1);
        assertThat(rows("select line_id from claims.receipt where line_id = 'ZTO-202611-0088' and claim_no is null")).hasSize(1);
    }

    @Test
    void theSameDayMakesTheSameStoriesAndEveryOrderIsItsOwn() {
        Instant day = Instant.parse("2026-11-30T00:00:00Z");
        List<Plot> one = new Casting(day).all();
        assertThat(new Casting(day).all()).isEqualTo(one);
        Set<String> orders = new HashSet<>();
        one.forEach(plot -> assertThat(orders.add(plot.orderId())).as(plot.orderId()).isTrue());
        assertThat(one.stream().map(plot -> plot.script().name()).distinct()).containsAll(Scripts.byName().keySet());
        Map<String, Object> order = new Casting(day).order(one.get(0));
        assertThat(new Casting(day).order(one.get(0))).isEqualTo(order);
    }

    @Test
    void buyersDoNotAllSayTheSame() {
        Random chance = new Random(1);
        Set<String> said = new HashSet<>();
        for (int each = 0; each < 400; each++) {
            said.add(BuyerTalk.asking(true, "QUALITY", chance));
        }
        assertThat(said).hasSizeGreaterThan(200);
    }
}
