package dev.afterflow.cockpit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the counted days; no statement here looks at a case, a task or the history. */
@Repository
class JdbcOverview {

    static final String DAYS = """
            select day, sum(opened) as opened, sum(closed) as closed, sum(reopened) as reopened, sum(by_itself) as by_itself,
                   sum(broken) as broken, sum(late) as late
              from cockpit.case_day
             where shop_id = any (:shops) and day >= :since and day <= :today and (cast(:kind as text) is null or kind = :kind)
             group by day order by day
            """;
    static final String TIMES = """
            select measure, day >= :middle as now, bucket, sum(n) as n from cockpit.case_time
             where shop_id = any (:shops) and kind = coalesce(:kind, '*') and day >= :since and day <= :today
             group by 1, 2, 3
            """;
    static final String REFUNDS = """
            select currency, day, sum(refunds) as refunds, sum(returned) as returned, sum(minor) as minor from cockpit.refund_day
             where shop_id = any (:shops) and day >= :since and day <= :today and (cast(:kind as text) is null or kind = :kind)
             group by 1, 2 order by 1, 2
            """;
    static final String NOW = """
            select coalesce(sum(tasks_soon), 0) as tasks_soon, coalesce(sum(clocks_soon), 0) as clocks_soon,
                   coalesce(sum(tasks_late), 0) as tasks_late, coalesce(sum(clocks_late), 0) as clocks_late,
                   coalesce(sum(failed), 0) as failed, coalesce(sum(open), 0) as open
              from cockpit.now_count where shop_id = any (:shops) and (cast(:kind as text) is null or kind = :kind)
            """;
    static final String STEPS = """
            select coalesce(sum(stuck), 0) as stuck,
                   coalesce(sum(waiting) filter (where activity in ('approveRefund', 'confirmCorrection')), 0) as approvals
              from cockpit.step_now where shop_id = any (:shops) and (cast(:kind as text) is null or kind = :kind)
            """;

    private final JdbcClient sql;

    JdbcOverview(JdbcClient sql) {
        this.sql = sql;
    }

    /** A day's figures, as {@link Overview.Day} without the backlog. */
    record Counted(LocalDate day, long opened, long closed, long reopened, long byItself, long broken, long late) {
    }

    /** A day's refunds in one currency. */
    record Given(String currency, LocalDate day, long refunds, long returned, long minor) {
    }

    /** The present's promises. */
    record Present(long tasksSoon, long clocksSoon, long tasksLate, long clocksLate, long failed, long open) {
    }

    /** The present's steps. */
    record Steps(long stuck, long approvals) {
    }

    List<Counted> days(Scope scope) {
        return within(DAYS, scope).query(Counted.class).list();
    }

    /** Spreads by measure, this period's ({@code true}) and the one before. */
    Map<String, Map<Boolean, Spread>> times(Scope scope) {
        Map<String, Map<Boolean, Map<Integer, Long>>> counts = new HashMap<>();
        within(TIMES, scope).param("middle", scope.since()).query(row -> {
            counts.computeIfAbsent(row.getString("measure"), measure -> new HashMap<>())
                    .computeIfAbsent(row.getBoolean("now"), now -> new HashMap<>()).put(row.getInt("bucket"), row.getLong("n"));
        });
        Map<String, Map<Boolean, Spread>> spreads = new HashMap<>();
        for (String measure : List.of("handled", "answered")) {
            Map<Boolean, Map<Integer, Long>> both = counts.getOrDefault(measure, Map.of());
            spreads.put(measure, Map.of(true, Spread.of(both.getOrDefault(true, Map.of())),
                    false, Spread.of(both.getOrDefault(false, Map.of()))));
        }
        return spreads;
    }

    List<Given> refunds(Scope scope) {
        return within(REFUNDS, scope).query(Given.class).list();
    }

    Present present(Scope scope) {
        return scope.on(sql.sql(NOW)).query(Present.class).single();
    }

    Steps steps(Scope scope) {
        return scope.on(sql.sql(STEPS)).query(Steps.class).single();
    }

    private StatementSpec within(String statement, Scope scope) {
        return scope.on(sql.sql(statement)).param("since", scope.sinceBefore()).param("today", scope.today());
    }
}
