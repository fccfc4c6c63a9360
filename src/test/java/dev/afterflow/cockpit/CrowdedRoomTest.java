package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import dev.afterflow.database.TestDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Among 100,000 open cases and half a year of counted days no screen reads a large table from end to end; PostgreSQL itself counts. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdedRoomTest {

    private static final List<String> SHOPS = List.of("crowd-0", "crowd-1", "crowd-2");
    private static final Scope SCOPE = new Scope(SHOPS, null, 90, LocalDate.now());
    private static final Logger LOG = LoggerFactory.getLogger(CrowdedRoomTest.class);

    @Autowired
    Overview overview;
    @Autowired
    Processes processes;
    @Autowired
    Needs needs;
    @Autowired
    Behind behind;
    @Autowired
    FlowCount flow;
    @Autowired
    NowCount present;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient sql;
    @Value("${spring.datasource.url}")
    String url;
    private JdbcClient owner;

    @BeforeAll
    void fill() {
        owner = JdbcClient.create(TestDatabase.superuser(url));
        owner.sql("""
                insert into cases.case_file (number, shop_id, kind, matter, state, order_known, goods_received, lines, risk, priority, team, process, opened_at)
                select 'XC-261121-' || lpad(n::text, 6, '0'), 'crowd-' || (n % 3), 'REPAIR', 'goods', 'OPEN', false, false, '[]', '[]', 50, 'crowd-desk', 'crowded', now() - n * interval '1 minute'
                  from generate_series(1, 100000) n""").update();
        owner.sql("""
                insert into tasks.work_item (task_id, case_number, shop_id, task, title_zh, title_en, process, process_definition, team, due_at, priority, created_at, kind)
                select 'crowd-' || number, number, shop_id, 'crowdTask' || (length(number) + right(number, 1)::int) % 12, 'x', 'x', 'crowded', 'crowded:1:x', 'crowd-desk', opened_at + interval '100 days', 50, opened_at, kind
                  from cases.case_file where shop_id like 'crowd-%'""").update();
        owner.sql("insert into cockpit.model (definition, process, hash, version) select 'crowded:' || v || ':x', 'crowded', 'h' || v, v from generate_series(1, 3) v").update();
        owner.sql("insert into cockpit.model (definition, process, hash, version) select 'crowded-elsewhere:' || v || ':x', 'crowded-elsewhere', 'e' || v, v from generate_series(1, 6) v").update();
        owner.sql("insert into cockpit.node select m.id, 'crowdTask' || n, 'userTask', '步骤', 'Step' from cockpit.model m, generate_series(0, 11) n where m.process = 'crowded'").update();
        owner.sql("""
                insert into cockpit.waiting (instance, shop_id, case_number, kind, model, activity, entered_at)
                select i.task_id, i.shop_id, i.case_number, i.kind, (select min(id) from cockpit.model where process = 'crowded'), i.task, i.created_at
                  from tasks.work_item i where i.shop_id like 'crowd-%'""").update();
        owner.sql("""
                insert into cockpit.step_now (shop_id, kind, model, activity, waiting, stuck, oldest)
                select shop_id, kind, model, activity, count(*), 0, min(entered_at) from cockpit.waiting where shop_id like 'crowd-%' group by 1, 2, 3, 4 on conflict do nothing""").update();
        owner.sql("""
                insert into cockpit.step_day select m.id, 'crowd-' || s, current_date - d, 'crowdTask' || a, 100, 90, 1, 5
                  from cockpit.model m, generate_series(0, 2) s, generate_series(0, 180) d, generate_series(0, 11) a where m.process like 'crowded%'""").update();
        owner.sql("""
                insert into cockpit.step_day_wait select m.id, 'crowd-' || s, current_date - d, 'crowdTask' || a, b, 9
                  from cockpit.model m, generate_series(0, 2) s, generate_series(0, 180) d, generate_series(0, 11) a, generate_series(20, 24) b where m.process like 'crowded%'""").update();
        owner.sql("""
                insert into cockpit.case_day select 'crowd-' || s, current_date - d, k, 300, 3, 280, 100, 5, 9
                  from generate_series(0, 2) s, generate_series(0, 400) d, unnest(array['REPAIR', 'EXCHANGE', 'REFUND_ONLY', 'QUESTION']) k""").update();
        owner.sql("""
                insert into cockpit.case_time select 'crowd-' || s, current_date - d, k, m, b, 9
                  from generate_series(0, 2) s, generate_series(0, 400) d, unnest(array['REPAIR', 'EXCHANGE', 'REFUND_ONLY', 'QUESTION', '*']) k, unnest(array['handled', 'answered']) m, generate_series(20, 29) b""").update();
        owner.sql("vacuum analyze cases.case_file, tasks.work_item, cockpit.waiting, cockpit.step_now, cockpit.step_day, cockpit.step_day_wait, cockpit.case_day, cockpit.case_time, cockpit.node").update();
    }

    Stream<Arguments> looks() {
        Place.Mark mark = new Place.Mark("2026-11-01T00:00:00Z", new UUID(0, 0), OffsetDateTime.now(), null, false);
        Stream<Arguments> figures = Stream.of("opened", "closed", "backlog", "broken", "handled", "answered", "byItself", "reopened", "refunds")
                .map(figure -> look("cases behind " + figure, () -> behind.page(SCOPE, figure, "CNY", null, 50)));
        return Stream.concat(figures, Stream.of(look("overview", () -> overview.of(SCOPE)), look("processes", () -> processes.all(SCOPE)),
                look("process, 90 days, all versions", () -> processes.of(SCOPE, "crowded", null)),
                look("cases of a step", () -> processes.cases(SCOPE, "crowded", null, "crowdTask3", null, 50)),
                look("due soon", () -> needs.page(SCOPE, "soon", null, 50)), look("late", () -> needs.page(SCOPE, "late", null, 50)),
                look("stuck", () -> needs.page(SCOPE, "stuck", null, 50)), look("approvals", () -> needs.page(SCOPE, "approvals", null, 50)),
                look("who speaks in a batch", () -> flow.definitions(mark))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void noLargeTableIsReadFromEndToEnd(String name, Runnable look) {
        List<String> read = Fence.within(SHOPS, () -> transaction.execute(status -> {
            look.run();
            List<String> before = readFromEndToEnd();
            long start = System.nanoTime();
            look.run();
            LOG.info("{}: {} ms", name, (System.nanoTime() - start) / 1_000_000);
            return readFromEndToEnd().stream().filter(table -> !before.contains(table)).toList();
        }));
        assertThat(read).isEmpty();
    }

    /** The large tables that were, each with how often. */
    private List<String> readFromEndToEnd() {
        return sql.sql("""
                select relname || ' ' || seq_scan from pg_stat_xact_user_tables
                 where schemaname in ('cockpit', 'cases', 'tasks', 'sla', 'engine') and relid in (select oid from pg_class where reltuples > 10000) and seq_scan > 0""")
                .query(String.class).list();
    }

    private static Arguments look(String name, Runnable look) {
        return Arguments.of(name, look);
    }

    @AfterAll
    void goHome() {
        owner.sql("delete from tasks.work_item where shop_id like 'crowd-%'").update();
        owner.sql("delete from cockpit.waiting where shop_id like 'crowd-%'").update();
        owner.sql("delete from cases.case_file where shop_id like 'crowd-%'").update();
    }
}
