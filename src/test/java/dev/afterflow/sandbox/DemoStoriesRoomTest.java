package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
            "late-order", "late-promised", "stock-to-check", "out-of-stock", "change-asked", "door-paid", "out-of-stock-refunded", "change-made", "door-refused");

    @Autowired
    Theatre theatre;
    @Autowired
    Plots plots;
    @Autowired
    Stockroom stockroom;
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

        assertThat(rows("select script || ': ' || state || ' ' || coalesce(note, '') from sandbox.plot where no >= 5000 and state <> 'PLAYED'")).isEmpty();
        Instant before = Instant.now();
        int told = plots.tell();
        assertThat(told).isEqualTo(PLAYED.size());
        assertThat(plots.tell()).as("told once").isZero();

        assertThat(rows(TOLD + "c.opened_at > p.told_at[1] + interval '1 minute' or c.opened_at < p.told_at[1] - interval '1 minute'")).isEmpty();
        assertThat(rows(TOLD + "c.closed_at < c.opened_at")).isEmpty();
        assertThat(rows(TOLD + "c.state <> 'CLOSED' and p.script in ('cancelled', 'lost-parcel', 'returned', 'withdrawn', 'reply-lost', 'platform-paid', 'question-answered', 'complaint-solved', 'out-of-stock-refunded', 'change-made', 'door-refused')")).isEmpty();
        assertThat(rows("""
                select r.refund_no from payments.refund r join sandbox.plot p using (case_number) join sandbox.money_log m using (refund_no)
                 where p.no >= 5000 and (m.at < r.created_at - interval '2 seconds' or m.at > r.settled_at + interval '2 seconds')""")).as("moved while it was open").isEmpty();
        assertThat(rows("""
                select f.case_number from engine.flow_event f join sandbox.plot p using (case_number) join cases.case_file c on c.number = p.case_number
                 where p.no >= 5000 and (f.at < c.opened_at - interval '5 seconds' or f.at > now())""")).as("the flow begins with its case").isEmpty();
        assertThat(rows("select w.task from tasks.work_item w join sandbox.plot p using (case_number) where p.no >= 5000 and w.created_at > w.due_at")).isEmpty();
        for (Storefront front : List.of(Storefront.MIDO, Storefront.VERDE)) {
            Invariants books = new Invariants(sql, transaction, front.shop);
            assertThat(books.breaches(books.sandboxLog())).as(front.shop).isEmpty();
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    private static final String TOLD = "select p.script || ' ' || c.number from sandbox.plot p join cases.case_file c on c.number = p.case_number where p.no >= 5000 and ";

    private List<String> rows(String query) {
        return transaction.execute(status -> sql.sql(query).query(String.class).list());
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
