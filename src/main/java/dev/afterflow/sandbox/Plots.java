package dev.afterflow.sandbox;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers how far each story of the demo was played, so that a restart goes on where it was. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Plots {

    private final JdbcClient sql;
    private final Map<String, Script> scripts = Scripts.byName();

    Plots(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many stories there are, and how many of them are played, told or given up. */
    record Count(int all, int over) {
    }

    void cast(Plot plot) {
        sql.sql("""
                insert into sandbox.plot (no, script, shop, order_id, request_id) values (:no, :script, :shop, :order, :request)
                on conflict do nothing
                """).param("no", plot.no()).param("script", plot.script().name()).param("shop", plot.front().shop)
                .param("order", plot.orderId()).param("request", plot.requestId()).update();
    }

    Optional<Plot> find(int no) {
        return sql.sql("select * from sandbox.plot where no = :no").param("no", no).query(this::read).optional();
    }

    /** What is left to play; what people answered before the house was killed counts, though nobody noted it. */
    List<Plot> unfinished() {
        return sql.sql("select * from sandbox.plot where state in ('WAITING', 'PLAYING') order by no").query(this::read).list().stream().map(this::caughtUp).toList();
    }

    private Plot caughtUp(Plot plot) {
        if (plot.caseNumber() == null) {
            return plot;
        }
        Set<String> asked = plot.script().answers().stream().map(Turn.Answer::task).collect(Collectors.toSet());
        Plot now = plot;
        Map<String, Integer> times = new HashMap<>();
        for (Answered each : answered(plot.caseNumber())) {
            if (asked.contains(each.task()) && times.merge(each.task(), 1, Integer::sum) > plot.times(each.task())) {
                now = now.after(each.task(), each.at());
            }
        }
        return now;
    }

    private record Answered(String task, Instant at) {
    }

    private List<Answered> answered(String caseNumber) {
        return sql.sql("""
                select item ->> 'task' as task, e.at from engine.flow_event e cross join lateral jsonb_array_elements(e.events) item
                 where e.case_number = :case and item ->> 'task' is not null and item ->> 'is' = 'complete' and e.who is not null
                 order by e.at
                """).param("case", caseNumber).query((row, number) -> new Answered(row.getString("task"), row.getTimestamp("at").toInstant())).list();
    }

    Count count() {
        return sql.sql("select count(*) as all, count(*) filter (where state in ('PLAYED', 'TOLD', 'GIVEN_UP')) as over from sandbox.plot")
                .query((row, number) -> new Count(row.getInt("all"), row.getInt("over"))).single();
    }

    void keep(Plot plot, String state, String note) {
        sql.sql("""
                update sandbox.plot set case_number = :case, done = :done::text[], played_at = :played::timestamptz[],
                  told_at = :told::timestamptz[], state = :state, note = :note where no = :no
                """).param("no", plot.no()).param("case", plot.caseNumber()).param("done", plot.done().toArray(new String[0]))
                .param("played", moments(plot.played())).param("told", moments(plot.told())).param("state", state).param("note", note).update();
    }

    /** Whether something was played that is not told yet. */
    boolean untold() {
        return sql.sql("select exists (select 1 from sandbox.plot where state = 'PLAYED' and case_number is not null)").query(Boolean.class).single();
    }

    /** Whether everything was brought in once. */
    boolean filled() {
        return sql.sql("select exists (select 1 from sandbox.opening where filled_at is not null)").query(Boolean.class).single();
    }

    void fill() {
        sql.sql("update sandbox.opening set filled_at = now()").update();
    }

    /** Moves what was played to when it is said to have happened, in every room at once; answers how many cases. */
    int tell() {
        return sql.sql("select sandbox.tell()").query(Integer.class).single();
    }

    private static String[] moments(List<Instant> moments) {
        return moments.stream().map(moment -> moment.atOffset(ZoneOffset.UTC).toString()).toArray(String[]::new);
    }

    private Plot read(ResultSet row, int number) throws SQLException {
        return new Plot(row.getInt("no"), scripts.get(row.getString("script")), Storefront.of(row.getString("shop")), row.getString("order_id"),
                row.getString("request_id"), row.getString("case_number"), List.of((String[]) row.getArray("done").getArray()),
                moments(row.getArray("played_at")), moments(row.getArray("told_at")));
    }

    private static List<Instant> moments(Array kept) throws SQLException {
        return Arrays.stream((Timestamp[]) kept.getArray()).map(Timestamp::toInstant).toList();
    }
}
