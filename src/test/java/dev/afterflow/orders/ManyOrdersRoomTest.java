package dev.afterflow.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With 100,000 orders ({@code -Dmany.orders} for more) the box that is typed into reads no table from end to end, whatever is typed. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyOrdersRoomTest {

    private static final Set<String> SHOPS = Set.of("box-0", "box-1", "box-2");
    private static final int ORDERS = Integer.getInteger("many.orders", 100_000);
    private static final int TIMES = 40;

    @Autowired
    Orders orders;
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
                insert into orders.buyer (shop_id, buyer_id, name, phone)
                select 'box-' || n % 3, 'bx' || n, '买家' || n, '138' || lpad(n::text, 8, '0') from generate_series(1, :many) n""")
                .param("many", ORDERS).update();
        owner.sql("""
                insert into orders.shop_order (shop_id, order_id, version, state, currency, created_at, buyer_id)
                select 'box-' || n % 3, 'BX' || lpad(n::text, 8, '0'), '1', 'SHIPPED', 'CNY', now() - n * interval '1 minute', 'bx' || n
                  from generate_series(1, :many) n""").param("many", ORDERS).update();
        owner.sql("""
                insert into orders.shipment (shop_id, order_id, shipment_id, position, carrier, waybill)
                select 'box-' || n % 3, 'BX' || lpad(n::text, 8, '0'), '1', 1, 'sf', 'SFBX' || lpad(n::text, 8, '0')
                  from generate_series(1, :many) n""").param("many", ORDERS).update();
        owner.sql("analyze orders.buyer, orders.shop_order, orders.shipment").update();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"an order,BX00000300,1,ORDER", "a waybill,SFBX00000300,1,WAYBILL", "four digits of a phone,0300,10,PHONE",
        "a buyer,买家300,1,BUYER", "what every order begins with,BX,13,ORDER", "what every buyer begins with,买家,13,BUYER", "nothing there is,nobody,0,"})
    void whateverIsTypedIsFoundAlongAnIndex(String what, String words, int least, Orders.By by, TestReporter report) {
        List<Orders.Hit> hits = Fence.within(SHOPS, () -> transaction.execute(status -> {
            long before = readFromEndToEnd();
            List<Orders.Hit> found = orders.quick(SHOPS, words, 13);
            assertThat(readFromEndToEnd() - before).as("read from end to end").isZero();
            return found;
        }));
        assertThat(hits).hasSizeBetween(least, 13).allMatch(hit -> hit.by() == by);
        report.publishEntry(what + " among " + ORDERS + ", ms of the slowest of twenty", Double.toString(slowest(words)));
    }

    private double slowest(String words) {
        double[] times = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            Fence.within(SHOPS, () -> transaction.execute(status -> orders.quick(SHOPS, words, 13)));
            times[time] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return Math.round(times[TIMES * 95 / 100 - 1] * 10) / 10.0;
    }

    /** How often this connection read a table of the room that holds many rows from end to end. */
    private long readFromEndToEnd() {
        return jdbc.sql("""
                select coalesce(sum(seq_scan), 0) from pg_stat_xact_user_tables
                 where schemaname = 'orders' and relid in (select oid from pg_class where reltuples > 1000)""")
                .query(Long.class).single();
    }
}
