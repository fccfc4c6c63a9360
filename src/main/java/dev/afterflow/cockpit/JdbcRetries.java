package dev.afterflow.cockpit;

import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asked-for retries and their rows. */
@Repository
class JdbcRetries {

    private static final String SHOWN = """
            select r.id, r.group_key, r.title_zh, r.title_en, r.money, r.asked_by, r.asked_at, r.state, r.done_at, r.confirmed_by,
                   count(w.*) as total, count(w.*) filter (where w.state <> 'WAITING') as done,
                   count(w.*) filter (where w.state = 'DONE') as succeeded, count(w.*) filter (where w.state = 'FAILED') as failed
              from cockpit.retry r left join cockpit.retry_row w on w.retry = r.id
            """;

    private final JdbcClient sql;

    JdbcRetries(JdbcClient sql) {
        this.sql = sql;
    }

    /** How a retry stands. */
    record Retry(long id, String groupKey, String titleZh, String titleEn, boolean money, String askedBy, OffsetDateTime askedAt, String state,
                 OffsetDateTime doneAt, String confirmedBy, long total, long done, long succeeded, long failed) {
    }

    /** What became of one thing; {@code GONE}: it was not stopped any more. */
    record Row(int n, String source, String ref, String shop, String caseNumber, String state, String toldZh, String toldEn, OffsetDateTime endedAt) {
    }

    long open(Incidents.Shown group, Who who, Instant now) {
        return sql.sql("""
                insert into cockpit.retry (group_key, title_zh, title_en, money, asked_by_id, asked_by, asked_at, state)
                values (:key, :zh, :en, :money, :id, :login, :now, 'ASKED') returning id
                """).param("key", group.key()).param("zh", group.whatZh() + "：" + group.causeZh()).param("en", group.whatEn() + ": " + group.causeEn())
                .param("money", group.money()).param("id", who.id()).param("login", who.login()).param("now", Timestamp.from(now))
                .query(Long.class).single();
    }

    /** It has so many rows, and is worked on, or waits for a second person. */
    void begin(long retry, int rows, boolean second) {
        sql.sql("update cockpit.retry set rows = :rows, state = :state where id = :id").param("rows", rows)
                .param("state", second ? "ASKED" : "RUNNING").param("id", retry).update();
    }

    /** How many refunds this person had tried again since then, or asked to. */
    int refundsSince(long person, Instant since) {
        return sql.sql("select coalesce(sum(rows), 0) from cockpit.retry where money and asked_by_id = :person and asked_at > :since and confirmed_by is null")
                .param("person", person).param("since", Timestamp.from(since)).query(Integer.class).single();
    }

    /** The retry of this group that waits for a second person, if all of its rows lie in these shops. */
    Optional<Waiting> waiting(String group, List<String> shops) {
        return sql.sql("""
                select id, asked_by_id, rows from cockpit.retry
                 where group_key = :group and state = 'ASKED'
                   and rows = (select count(*) from cockpit.retry_row where retry_row.retry = retry.id and retry_row.shop_id = any (:shops))
                 order by id limit 1 for update
                """).param("group", group).param("shops", shops.toArray(String[]::new)).query(Waiting.class).optional();
    }

    /** A retry that waits, and who may not confirm it. */
    record Waiting(long id, long askedById, int rows) {
    }

    void confirm(long retry, Who who) {
        sql.sql("update cockpit.retry set state = 'RUNNING', confirmed_by_id = :person, confirmed_by = :login where id = :id and state = 'ASKED'")
                .param("person", who.id()).param("login", who.login()).param("id", retry).update();
    }

    /** What nobody confirmed for so long is free for others again. */
    void forget(Instant before) {
        sql.sql("""
                with old as (update cockpit.retry set state = 'DONE', done_at = clock_timestamp() where state = 'ASKED' and asked_at < :before returning id)
                update cockpit.retry_row set state = 'GONE', told_zh = '没有第二人确认', told_en = 'No second person confirmed it', ended_at = clock_timestamp()
                 where retry in (select id from old) and state = 'WAITING'""").param("before", Timestamp.from(before)).update();
    }

    /** False when somebody else's retry waits to try the same thing. */
    boolean add(long retry, int n, JdbcIncidents.Item item) {
        return sql.sql("""
                insert into cockpit.retry_row (retry, n, source, ref, shop_id, case_number) values (:retry, :n, :source, :ref, :shop, :case)
                on conflict do nothing
                """).param("retry", retry).param("n", n).param("source", item.source()).param("ref", item.ref()).param("shop", item.shop())
                .param("case", item.caseNumber()).update() == 1;
    }

    List<Retry> mine(long person) {
        return sql.sql(SHOWN + " where :person in (r.asked_by_id, r.confirmed_by_id) group by r.id order by r.id desc limit 10").param("person", person)
                .query(Retry.class).list();
    }

    Optional<Retry> find(long id, long person) {
        return sql.sql(SHOWN + " where r.id = :id and :person in (r.asked_by_id, r.confirmed_by_id) group by r.id").param("id", id).param("person", person)
                .query(Retry.class).optional();
    }

    List<Row> rows(long retry, int after, int most) {
        return sql.sql("""
                select n, source, ref, shop_id as shop, case_number, state, told_zh, told_en, ended_at from cockpit.retry_row
                 where retry = :retry and n > :after order by n limit :most
                """).param("retry", retry).param("after", after).param("most", most).query(Row.class).list();
    }

    /** A retry nobody works on, held for so long by this node; its number and who asked for it. */
    Optional<Claimed> claim(String node, int seconds) {
        return sql.sql("""
                with next as materialized (select id from cockpit.retry
                  where state = 'RUNNING' and (lease_until is null or lease_until < now() or lease_by = :node) order by id limit 1 for update skip locked)
                update cockpit.retry set lease_by = :node, lease_until = now() + :seconds * interval '1 second'
                from next where retry.id = next.id returning retry.id, retry.asked_by
                """).param("node", node).param("seconds", seconds).query(Claimed.class).optional();
    }

    /** A retry to be worked on. */
    record Claimed(long id, String askedBy) {
    }

    Optional<Row> next(long retry) {
        return sql.sql("""
                select n, source, ref, shop_id as shop, case_number, state, told_zh, told_en, ended_at from cockpit.retry_row
                 where retry = :retry and state = 'WAITING' order by n limit 1
                """).param("retry", retry).query(Row.class).optional();
    }

    void end(long retry, int n, Outcome outcome) {
        sql.sql("""
                update cockpit.retry_row set state = :state, told_zh = :zh, told_en = :en, ended_at = clock_timestamp()
                 where retry = :retry and n = :n and state = 'WAITING'
                """).param("state", outcome.state()).param("zh", outcome.zh()).param("en", outcome.en()).param("retry", retry).param("n", n).update();
    }

    void done(long retry) {
        sql.sql("update cockpit.retry set state = 'DONE', done_at = clock_timestamp(), lease_by = null, lease_until = null where id = :id")
                .param("id", retry).update();
    }

    /** What trying again came to. */
    record Outcome(String state, String zh, String en) {

        static Outcome done(String zh, String en) {
            return new Outcome("DONE", zh, en);
        }

        static Outcome failed(String zh, String en) {
            return new Outcome("FAILED", zh, en);
        }

        static Outcome gone() {
            return new Outcome("GONE", "已经不在停止状态，无需重试", "It is not stopped any more; nothing to do");
        }
    }
}
