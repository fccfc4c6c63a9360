package dev.afterflow.cockpit;

import dev.afterflow.security.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a figure of the overview, found by the conditions that {@link DayCount} and {@link FlowCount} count by. */
@Service
@Transactional(readOnly = true)
class Behind {

    /** Each shop's rows of the period in its own zone, along an index of theirs and no further than the page. */
    private static final String PAGE = """
            with span as materialized (
              select id as shop, cast(:since as timestamp) at time zone time_zone as since, cast(cast(:today as date) + 1 as timestamp) at time zone time_zone as until
                from security.shop where id = any (:shops))
            select found.at, found.key, c.number as case_number, coalesce(c.shop_id, span.shop) as shop, coalesce(c.kind, 'OTHER') as kind, c.state, c.outcome,
                   c.reason_text as words, found.clock, n.name_zh as step_zh, n.name_en as step_en, found.due_at, found.took, found.minor, found.currency
              from span cross join lateral (%s) found
              left join cases.case_file c on c.number = found.number
              left join cockpit.node n on n.model = found.model and n.activity = found.activity
             order by found.at %2$s, found.key collate "C" %2$s limit :most
            """;
    private static final String CASE = """
            select %1$s as at, number as key, number, cast(null as text) as clock, cast(null as int) as model, cast(null as text) as activity,
                   cast(null as timestamptz) as due_at, extract(epoch from closed_at - opened_at)::double precision as took, asked_minor as minor, asked_currency as currency
              from cases.case_file f
             where shop_id = span.shop and %2$s and (%1$s, number) %3$s (:at, :key) and (cast(:kind as text) is null or kind = :kind)""";
    private static final String NEWEST = " order by %1$s desc, number desc limit :most";
    private static final String OPENED = CASE.formatted("opened_at", "opened_at >= span.since and opened_at < span.until", "<");
    private static final String CLOSED = CASE.formatted("closed_at", "closed_at >= span.since and closed_at < span.until", "<");
    private static final String BACKLOG = "select each.* from unnest(array['OPEN', 'WAITING_BUYER']) standing (state) cross join lateral ("
            + CASE.formatted("opened_at", "state = standing.state", ">") + " order by opened_at, number limit :most) each";
    private static final String CLOCK = """
            select k.%1$s as at, 'c' || lpad(cast(k.id as text), 19, '0') as key, k.case_number as number, k.kind as clock, cast(null as int) as model, cast(null as text) as activity,
                   k.due_at, extract(epoch from %2$s)::double precision as took, cast(null as bigint) as minor, cast(null as text) as currency
              from sla.clock k join cases.case_file c on c.number = k.case_number
             where k.shop_id = span.shop and k.%1$s >= span.since and k.%1$s < span.until and %3$s
               and (k.%1$s, 'c' || lpad(cast(k.id as text), 19, '0') collate "C") < (:at, :key) and (cast(:kind as text) is null or c.kind = :kind)
             order by k.%1$s desc, k.id desc limit :most""";
    private static final String BROKEN = "(" + CLOCK.formatted("due_at", "coalesce(k.stopped_at, :now) - k.due_at",
            "(k.stopped_at > k.due_at or k.stopped_at is null and k.paused_at is null and k.due_at <= :now)") + """
            ) union all (
            select l.at, 't' || lpad(cast(l.id as text), 19, '0'), l.case_number, null, l.model, l.activity, l.due_at, extract(epoch from l.at - l.due_at)::double precision, null, null
              from cockpit.late_task l
             where l.shop_id = span.shop and l.at >= span.since and l.at < span.until
               and (l.at, 't' || lpad(cast(l.id as text), 19, '0') collate "C") < (:at, :key) and (cast(:kind as text) is null or l.kind = :kind)
             order by l.at desc, l.id desc limit :most)""";
    private static final String ANSWERED = CLOCK.formatted("stopped_at", "k.stopped_at - k.started_at", "k.kind = 'firstResponse'");
    private static final String REFUNDS = """
            select l.at, 'l' || lpad(cast(l.seq as text), 19, '0') as key, r.case_number as number, cast(null as text) as clock, cast(null as int) as model, cast(null as text) as activity,
                   cast(null as timestamptz) as due_at, cast(null as double precision) as took, l.amount as minor, cast(l.currency as text) as currency
              from payments.ledger_entry l
              left join payments.refund r on r.refund_no = l.ref
              left join cases.case_file c on c.number = r.case_number
             where l.shop_id = span.shop and l.account = 'refunds' and l.at >= span.since and l.at < span.until and l.currency = :currency
               and (l.at, 'l' || lpad(cast(l.seq as text), 19, '0') collate "C") < (:at, :key) and (cast(:kind as text) is null or coalesce(c.kind, 'OTHER') = :kind)
             order by l.at desc, l.seq desc limit :most""";

    private final JdbcClient sql;
    private final Clock clock;

    Behind(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A figure by the name it has in the overview. */
    enum Figure {
        OPENED("opened", Behind.OPENED + NEWEST.formatted("opened_at")),
        REOPENED("reopened", Behind.OPENED + " and continues_number is not null" + NEWEST.formatted("opened_at")),
        CLOSED("closed", Behind.CLOSED + NEWEST.formatted("closed_at")),
        HANDLED("handled", Behind.CLOSED + NEWEST.formatted("closed_at")),
        BY_ITSELF("byItself", Behind.CLOSED + " and not exists (select from cockpit.by_hand h where h.case_number = f.number)" + NEWEST.formatted("closed_at")),
        BACKLOG("backlog", Behind.BACKLOG), BROKEN("broken", Behind.BROKEN), ANSWERED("answered", Behind.ANSWERED), REFUNDS("refunds", Behind.REFUNDS);

        private final String word;
        private final String rows;

        Figure(String word, String rows) {
            this.word = word;
            this.rows = rows;
        }

        private boolean oldestFirst() {
            return this == BACKLOG;
        }
    }

    /**
     * A case, or a promise or refund of it; without a case when a refund belongs to none.
     *
     * @param clock the promise that was broken or kept, null for a task's step
     * @param took seconds: how long the case or the answer took, or how late it was
     */
    record Found(OffsetDateTime at, String key, String caseNumber, String shop, String kind, String state, String outcome, String words, String clock,
                 String stepZh, String stepEn, OffsetDateTime dueAt, Double took, Long minor, String currency) {
    }

    Cursor.Page<Found> page(Scope scope, String word, String currency, String after, Integer limit) {
        Figure figure = Arrays.stream(Figure.values()).filter(each -> each.word.equals(word)).findFirst().orElseThrow(() -> Problem.malformed("figure", "oneOf",
                "请选择总览里的一个指标", "Choose a figure of the overview"));
        if (figure == Figure.REFUNDS && currency == null) {
            throw Problem.malformed("currency", "required", "请说明币种", "Say the currency");
        }
        Cursor cursor = figure.oldestFirst() ? Cursor.read(after) : Cursor.newest(after);
        int size = Cursor.size(limit);
        return Cursor.Page.of(scope.on(sql.sql(PAGE.formatted(figure.rows, figure.oldestFirst() ? "asc" : "desc")))
                .param("since", scope.since()).param("today", scope.today()).param("now", Timestamp.from(clock.instant()))
                .param("at", cursor.at()).param("key", cursor.key()).param("most", size + 1).param("currency", currency)
                .query(Found.class).list(), size, found -> new Cursor(found.at(), found.key()));
    }
}
