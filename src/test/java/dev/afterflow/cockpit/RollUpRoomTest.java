package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the cockpit tells is what anybody finds who counts the rows themselves. */
@RoomTest
class RollUpRoomTest extends Floor {

    /** Every step's visits, counted from the history without any of the cockpit's tables. */
    private static final String RAW_STEPS = """
            with item as (
              select e.at, split_part(coalesce(i ->> 'of', e.definition), ':', 1) as process, i ->> 'activity' as activity, i ->> 'is' as how, i ->> 'id' as id
                from engine.flow_event e join cases.case_file c on c.number = e.case_number cross join lateral jsonb_array_elements(e.events) i
               where c.shop_id = :shop and i ->> 'activity' not like '%#multiInstanceBody')
            select process || '/' || activity as step, count(*) filter (where how = 'entered' or how = 'passed' or how = 'cancelled' and id is null) as entered,
                   count(*) filter (where how in ('left', 'passed')) as ended, count(*) filter (where how = 'cancelled') as cancelled
              from item group by 1
            """;
    private static final String COUNTED_STEPS = """
            select m.process || '/' || d.activity as step, sum(d.entered) as entered, sum(d.ended) as ended, sum(d.cancelled) as cancelled
              from cockpit.%s d join cockpit.model m on m.id = d.model where d.shop_id = :shop group by 1
            """;

    @Test
    void stepsAreCountedAsTheHistoryHasThem() {
        String shop = open("Asia/Shanghai", "CNY");
        work(shop);
        counted();
        Map<String, String> raw = steps(RAW_STEPS, shop);
        assertThat(raw).containsKeys("agree-remedy/reviewRequest", "refund-payout/issueRefund", "handle-by-hand/workCase");
        assertThat(steps(COUNTED_STEPS.formatted("step_day"), shop)).isEqualTo(raw);
        assertThat(steps(COUNTED_STEPS.formatted("step_hour"), shop)).isEqualTo(raw);
    }

    @Test
    void whoWaitsIsWhoTheEngineHolds() {
        String shop = open("Asia/Shanghai", "CNY");
        work(shop);
        counted();
        Map<String, Long> engine = seen(() -> numbers("""
                select i.task as name, count(*) as n from tasks.work_item i where i.shop_id = :shop group by 1""", shop));
        assertThat(engine).containsEntry("workCase", 1L);
        assertThat(seen(() -> numbers("""
                select s.activity as name, sum(s.waiting) as n from cockpit.step_now s join cockpit.node n using (model, activity)
                 where s.shop_id = :shop and n.type = 'userTask' and s.waiting > 0 group by 1""", shop))).isEqualTo(engine);
    }

    @Test
    void daysAndRefundsAreCountedAsCasesAndLedgerHaveThem() {
        String shop = open("America/Sao_Paulo", "CNY");
        work(shop);
        String again = question(shop);
        owner("update cases.case_file set opened_at = opened_at - interval '40 days', continues_number = number where number = '" + again + "'");
        reader.rebuild();
        counted();

        assertThat(day("select day || ' ' || kind as k, opened || ' ' || reopened || ' ' || closed || ' ' || by_itself as v from cockpit.case_day"
                + " where shop_id = :shop and opened + closed > 0", shop)).isEqualTo(day("""
                select coalesce(o.day, c.day) || ' ' || coalesce(o.kind, c.kind) as k,
                       coalesce(o.n, 0) || ' ' || coalesce(o.again, 0) || ' ' || coalesce(c.n, 0) || ' 0' as v
                  from (select (opened_at at time zone 'America/Sao_Paulo')::date as day, kind, count(*) as n, count(continues_number) as again
                          from cases.case_file where shop_id = :shop group by 1, 2) o
                  full join (select (closed_at at time zone 'America/Sao_Paulo')::date as day, kind, count(*) as n
                          from cases.case_file where shop_id = :shop and closed_at is not null group by 1, 2) c on c.day = o.day and c.kind = o.kind
                """, shop));
        assertThat(day("select currency as k, sum(refunds) || ' ' || sum(minor) as v from cockpit.refund_day where shop_id = :shop group by 1", shop))
                .isEqualTo(day("select currency as k, count(*) || ' ' || sum(amount) as v from payments.refund where shop_id = :shop and state = 'SUCCEEDED' group by 1", shop))
                .isEqualTo(Map.of("CNY", "1 9900"));
    }

    @Test
    void readingTwiceAndFromManySidesCountsOnce() {
        String shop = open("Asia/Shanghai", "CNY");
        work(shop);
        counted();
        Map<String, String> once = steps(COUNTED_STEPS.formatted("step_day"), shop);
        CompletableFuture.allOf(CompletableFuture.runAsync(reader::rebuild), CompletableFuture.runAsync(reader::rebuild),
                CompletableFuture.runAsync(reader::read)).join();
        counted();
        assertThat(steps(COUNTED_STEPS.formatted("step_day"), shop)).isEqualTo(once).isEqualTo(steps(RAW_STEPS, shop));
    }

    @Test
    void aRowOfATransactionThatCommitsLateIsNotPassedBy() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = question(shop);
        counted();
        transaction.executeWithoutResult(status -> {
            event(number, "late-" + number, "now()");
            CompletableFuture.runAsync(() -> {
                question(shop);
                reader.read();
                reader.read();
            }).join();
        });
        counted();
        assertThat(seen(() -> numbers("select activity as name, count(*) as n from cockpit.waiting where shop_id = :shop group by 1", shop)))
                .containsEntry("workCase", 3L);
    }

    @Test
    void historyThatIsPutInBehindIsFoundAndCounted() {
        String shop = open("Asia/Shanghai", "CNY");
        String number = question(shop);
        counted();
        transaction.executeWithoutResult(status -> event(number, "old-" + number,
                "(select least(min(at), now() - interval '75 days') - interval '1 day' from engine.flow_event)"));
        counted();
        assertThat(seen(() -> numbers("""
                select 'n' as name, sum(entered) as n from cockpit.step_day where shop_id = :shop and activity = 'workCase' and day < current_date - 70""", shop)))
                .containsEntry("n", 1L);
    }

    @Test
    void timesAreRightWithinATenth() {
        String shop = open("Asia/Shanghai", "CNY");
        for (int hours : List.of(1, 2, 3, 50)) {
            String number = question(shop);
            answers(number);
            closed(number);
            owner("update cases.case_file set opened_at = closed_at - interval '" + hours + " hours' where number = '" + number + "'");
        }
        reader.rebuild();
        counted();
        JsonNode handled = looks("manager", "/overview?shop=" + shop + "&days=90").at("/times/handled");
        assertThat(handled.path("n").asLong()).isEqualTo(4);
        assertThat(handled.path("p50").asDouble()).isBetween(7200 * 0.9, 7200 * 1.1);
        assertThat(handled.path("p95").asDouble()).isBetween(180_000 * 0.9, 180_000 * 1.1);
    }

    @Test
    void theOverviewAddsUpAndCountsTodayLast() {
        String shop = open("Asia/Shanghai", "CNY");
        work(shop);
        counted();
        JsonNode shown = looks("manager", "/overview?shop=" + shop + "&days=7");
        assertThat(shown.path("days")).hasSize(7);
        assertThat(shown.at("/days/6/day").asString()).isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        assertThat(shown.at("/sums/opened").asLong()).isEqualTo(3);
        assertThat(shown.at("/sums/closed").asLong()).isEqualTo(2);
        assertThat(shown.at("/present/backlog").asLong()).isEqualTo(1);
        assertThat(shown.at("/refunds/0/amount/minor").asLong()).isEqualTo(9900);
        assertThat(shown.at("/freshness/rebuilding").asBoolean()).isFalse();
        assertThat(looks("manager", "/overview?shop=" + shop + "&days=7&kind=QUESTION").at("/sums/opened").asLong()).isEqualTo(2);
    }

    /** One question answered, one left open, one refund paid. */
    private void work(String shop) {
        String paid = refund(shop, "CK-" + UUID.randomUUID().toString().substring(0, 8));
        agrees(paid);
        String answered = question(shop);
        answers(answered);
        question(shop);
        closed(paid);
        closed(answered);
    }

    private void event(String number, String instance, String at) {
        sql.sql("""
                insert into engine.flow_event (at, id, case_number, definition, events)
                select %s, gen_random_uuid(), :number, (select definition from cockpit.model where process = 'handle-by-hand' order by id desc limit 1),
                       jsonb_build_array(jsonb_build_object('activity', 'workCase', 'is', 'entered', 'type', 'userTask', 'id', :instance))
                """.formatted(at)).param("number", number).param("instance", instance).update();
    }

    private void owner(String statement) {
        transaction.executeWithoutResult(status -> sql.sql(statement).update());
    }

    private Map<String, String> steps(String statement, String shop) {
        return seen(() -> {
            Map<String, String> steps = new TreeMap<>();
            sql.sql(statement).param("shop", shop).query(row -> {
                steps.put(row.getString("step"), row.getLong("entered") + " " + row.getLong("ended") + " " + row.getLong("cancelled"));
            });
            return steps;
        });
    }

    private Map<String, String> day(String statement, String shop) {
        return seen(() -> {
            Map<String, String> days = new TreeMap<>();
            sql.sql(statement).param("shop", shop).query(row -> {
                days.put(row.getString("k"), row.getString("v"));
            });
            return days;
        });
    }

    private Map<String, Long> numbers(String statement, String shop) {
        Map<String, Long> numbers = new TreeMap<>();
        sql.sql(statement).param("shop", shop).query(row -> {
            numbers.put(row.getString("name"), row.getLong("n"));
        });
        return numbers;
    }
}
