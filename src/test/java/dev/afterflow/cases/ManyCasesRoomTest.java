package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With 100,000 open cases no statement of this room reads a table from end to end; PostgreSQL itself counts. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyCasesRoomTest {

    private static final Set<String> SHOPS = Set.of("many-0", "many-1", "many-2");
    private static final String NUMBER = "XX-261121-000300";

    @Autowired
    JdbcCases cases;
    @Autowired
    JdbcCaseSearch search;
    @Autowired
    JdbcRequests requests;
    @Autowired
    JdbcTimeline timeline;
    @Autowired
    Risks risks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Value("${spring.datasource.url}")
    String url;

    @BeforeAll
    void fill() {
        JdbcClient owner = JdbcClient.create(TestDatabase.superuser(url));
        owner.sql("""
                insert into cases.case_file (number, shop_id, kind, matter, state, order_id, order_known, buyer_id, goods_received,
                       lines, risk, priority, team, process, opened_at)
                select 'XX-261121-' || lpad(n::text, 6, '0'), 'many-' || (n % 3), 'REPAIR', 'goods', 'OPEN', 'T' || n, true,
                       'b' || (n % 20000), false, '[]', '[]', 50, 'care-desk', 'handle-by-hand', now() - n * interval '1 minute'
                  from generate_series(1, 100000) n""").update();
        owner.sql("""
                insert into cases.request (shop_id, source, request_id, version, state, kind, order_id, goods_received, lines,
                       received_at, case_number, look_at)
                select shop_id, 'api', order_id, '1', case when number like '%00' then 'WAITING_ORDER' else 'LIVE' end, kind,
                       order_id, false, '[]', opened_at, number, '2099-01-01'
                  from cases.case_file where shop_id like 'many-%'""").update();
        owner.sql("""
                insert into cases.timeline_entry (case_number, shop_id, at, kind, text_zh, text_en, data, who_login)
                select number, shop_id, now(), 'OPENED', 'x', 'x', '{}', 'system' from cases.case_file where shop_id like 'many-%'""").update();
        owner.sql("analyze cases.case_file, cases.request, cases.timeline_entry").update();
    }

    Stream<Arguments> statements() {
        return Stream.of(
                statement("find", () -> cases.find(NUMBER)),
                statement("lock", () -> cases.lock(NUMBER)),
                statement("open case of an order", () -> cases.lockOpen("many-0", "T300", Case.Kind.REPAIR.matter())),
                statement("cases of an order", () -> cases.openOf("many-0", "T300")),
                statement("other cases", () -> cases.others(cases.find(NUMBER).orElseThrow(), 20)),
                statement("order arrived", () -> cases.orderArrived("many-0", "T300")),
                statement("waiting order arrived", () -> requests.orderArrived("many-0", "T300", Instant.parse("2099-01-01T00:00:00Z"))),
                statement("waiting requests", () -> requests.toLookAt(Instant.now(), 100)),
                statement("live requests", () -> requests.live(NUMBER)),
                statement("request", () -> requests.lock("many-0", "api", "T300")),
                statement("buyer's memory", () -> risks.of("many-0", "b300")),
                statement("timeline", () -> timeline.page(cases.find(NUMBER).orElseThrow(), null, 50)),
                statement("first page", () -> page(null, null, null)),
                statement("later page", () -> page(null, null, new Cursor(Instant.now().minus(Duration.ofDays(30)), NUMBER))),
                statement("open ones", () -> page(null, Case.State.OPEN, null)),
                statement("closed ones", () -> page(null, Case.State.CLOSED, null)),
                statement("by number", () -> page("XX-261121-0003", null, null)),
                statement("by order", () -> page("T300", Case.State.OPEN, null)),
                statement("by buyer", () -> page("b1999", null, null)),
                statement("by nothing there is", () -> page("nobody", null, null)),
                statement("the box, by number", () -> search.quick(SHOPS, "xx-261121-0003", List.of(), 13)),
                statement("the box, by order", () -> search.quick(SHOPS, "T300", List.of(), 13)),
                statement("the box, by what every case begins with", () -> search.quick(SHOPS, "XX", List.of(), 13)),
                statement("the box, by what the orders found", () -> search.quick(SHOPS, "1234", List.of(found("many-0", "T300")), 13)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void noTableIsReadFromEndToEnd(String name, Runnable statement) {
        long read = Fence.within(SHOPS, () -> transaction.execute(status -> {
            long before = readFromEndToEnd();
            statement.run();
            return readFromEndToEnd() - before;
        }));
        assertThat(read).isZero();
    }

    /** How often this connection read a table of the room that holds many rows from end to end. */
    private long readFromEndToEnd() {
        return jdbc.sql("""
                select coalesce(sum(seq_scan), 0) from pg_stat_xact_user_tables
                 where schemaname = 'cases' and relid in (select oid from pg_class where reltuples > 1000)""")
                .query(Long.class).single();
    }

    @Test
    void aPageHoldsTheNewestOfAllShopsInOrder() {
        List<Case> newest = Fence.within(SHOPS, () -> transaction.execute(status -> page(null, null, null)));
        assertThat(newest).extracting(Case::number).startsWith("XX-261121-000001", "XX-261121-000002", "XX-261121-000003").hasSize(51);
    }

    private static Orders.Hit found(String shop, String order) {
        return new Orders.Hit(new Orders.Found(shop, order, Order.State.SHIPPED, Instant.now(), "b300", "张*", new Money(100, "CNY"), 1),
                Orders.By.PHONE);
    }

    private List<Case> page(String start, Case.State state, Cursor after) {
        return search.page(new JdbcCaseSearch.Query(SHOPS, start, List.of(), CaseFilter.of(state == null ? Map.of() : Map.of("state", state.name())), after, 51));
    }

    private static Arguments statement(String name, Runnable statement) {
        return Arguments.of(name, statement);
    }
}
