package dev.afterflow.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How orders paid at the door were confirmed, and why they were refused, of a period and the one before, by days of the shops. */
@Service
@Transactional(readOnly = true)
class CodFigures {

    /** A buyer who was not reached in all tries is that, whatever a lead decided about the order then. */
    private static final String CALLS = """
            select day >= :middle as now,
                   count(*) filter (where call in ('confirmed', 'changed') and missed = '') as confirmed,
                   count(*) filter (where call = 'refused') as refused,
                   count(*) filter (where missed <> '' and call in ('confirmed', 'unreached')) as unreached,
                   count(*) filter (where call in ('', 'notReached') and state = 'OPEN') as open
              from (select cast(m.opened_at at time zone s.time_zone as date) as day, m.state,
                           coalesce(m.facts ->> 'call', '') as call, coalesce(m.facts ->> 'missed', '') as missed
                      from care.matter m join security.shop s on s.id = m.shop_id
                     where m.shop_id = any (:shops) and m.kind = 'COD' and m.opened_at >= cast(:since as date) - interval '1 day') each
             where day >= :since and day <= :today group by 1
            """;
    private static final String REASONS = """
            select stage, reason, count(*) filter (where day >= :middle) as refusals, count(*) filter (where day < :middle) as before
              from (select cast(r.at at time zone s.time_zone as date) as day, r.stage, r.reason
                      from care.refusal r join security.shop s on s.id = r.shop_id
                     where r.shop_id = any (:shops) and r.at >= cast(:since as date) - interval '1 day') each
             where day >= :since and day <= :today group by 1, 2 order by 3 desc, 4 desc, 1, 2
            """;
    private static final Calls NONE = new Calls(0, 0, 0, 0);

    private final JdbcClient sql;

    CodFigures(JdbcClient sql) {
        this.sql = sql;
    }

    /** What came of asking the buyers; {@code open} are still being called. */
    record Calls(long confirmed, long refused, long unreached, long open) {
    }

    /** How often a reason was given, on the phone (CALL) or at the door (DOOR), now and before. */
    record Reason(String stage, String reason, long refusals, long before) {
    }

    /** All of it. */
    record Shown(Calls now, Calls before, List<Reason> reasons) {
    }

    Shown of(Scope scope) {
        Map<Boolean, Calls> calls = new HashMap<>();
        within(CALLS, scope).query((ResultSet row) -> {
            calls.put(row.getBoolean("now"), calls(row));
        });
        return new Shown(calls.getOrDefault(true, NONE), calls.getOrDefault(false, NONE), within(REASONS, scope).query(Reason.class).list());
    }

    private static Calls calls(ResultSet row) throws SQLException {
        return new Calls(row.getLong("confirmed"), row.getLong("refused"), row.getLong("unreached"), row.getLong("open"));
    }

    private StatementSpec within(String statement, Scope scope) {
        return sql.sql(statement).param("shops", scope.shops().toArray(String[]::new)).param("since", scope.sinceBefore())
                .param("middle", scope.since()).param("today", scope.today());
    }
}
