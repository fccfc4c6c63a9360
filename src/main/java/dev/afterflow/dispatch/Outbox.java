package dev.afterflow.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of effects still owed to the outside world. Rows are written in the transaction that decides the effect and
 * claimed by the database's clock. {@code (kind, ref)} is unique until thirty days after it was done, so a repeat changes
 * nothing; callers that may ask later than that guard themselves.
 */
@Service
@Transactional
public class Outbox {

    private final JdbcClient jdbc;
    private final DispatchSettings settings;
    private final Bell bell;
    private volatile Boolean restored;

    Outbox(JdbcClient jdbc, DispatchSettings settings, Bell bell) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.bell = bell;
    }

    public void put(String kind, String ref, String shop) {
        put(kind, kind, ref, shop);
    }

    public void put(String kind, String lane, String ref, String shop) {
        jdbc.sql("""
                insert into dispatch.outbox (kind, lane, ref, shop_id) values (:kind, :lane, :ref, :shop)
                on conflict (kind, ref) do nothing""")
            .param("kind", kind).param("lane", lane).param("ref", ref).param("shop", shop).update();
        bell.ringAfterCommit();
    }

    /** Puts a row back that is missing or was closed too early; one still open is left alone. */
    public void ensure(String kind, String lane, String ref, String shop) {
        jdbc.sql("""
                insert into dispatch.outbox as o (kind, lane, ref, shop_id) values (:kind, :lane, :ref, :shop)
                on conflict (kind, ref) do update set done = false, next_at = now(), lease_until = null, lease_by = null
                where o.done""")
            .param("kind", kind).param("lane", lane).param("ref", ref).param("shop", shop).update();
        bell.ringAfterCommit();
    }

    public void done(String kind, String ref) {
        jdbc.sql("""
                update dispatch.outbox set done = true, done_at = now(), lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and not done""")
            .param("kind", kind).param("ref", ref).update();
    }

    public void later(String kind, String ref, Duration wait, String error) {
        jdbc.sql("""
                update dispatch.outbox set next_at = now() + :wait * interval '1 millisecond', last_error = :error,
                  lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and not done""")
            .param("wait", wait.toMillis()).param("error", shortened(error))
            .param("kind", kind).param("ref", ref).update();
    }

    public void later(String kind, String ref, Instant at, String error) {
        jdbc.sql("""
                update dispatch.outbox set next_at = :at, last_error = :error, lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and not done""")
            .param("at", at.atOffset(ZoneOffset.UTC)).param("error", shortened(error))
            .param("kind", kind).param("ref", ref).update();
    }

    /** Postpones by the back-off of this attempt. */
    public void backOff(Parcel parcel, String error) {
        later(parcel.kind(), parcel.ref(), BackOff.after(parcel.attempt()), error);
    }

    /** Postpones because the partner wants it slower; this one was no attempt. */
    public void paced(Parcel parcel, Duration wait) {
        jdbc.sql("""
                update dispatch.outbox set next_at = now() + :wait * interval '1 millisecond', last_error = 'the partner wants it slower',
                  attempts = greatest(attempts - 1, 0), lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and lease_by = :lease and not done""")
            .param("wait", wait.toMillis()).param("kind", parcel.kind()).param("ref", parcel.ref()).param("lease", parcel.lease()).update();
    }

    /** A standing errand is done for now and owed anew after a while: its age and its attempts begin again. */
    public void again(String kind, String ref, Duration wait) {
        jdbc.sql("""
                update dispatch.outbox set created_at = now(), attempts = 0, next_at = now() + :wait * interval '1 millisecond', last_error = null,
                  lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and not done""")
            .param("wait", wait.toMillis()).param("kind", kind).param("ref", ref).update();
    }

    /** Brings the next attempt forward to now. */
    public void hurry(String kind, String ref) {
        hurry(kind, List.of(ref));
    }

    /** Brings the next attempts of all these forward to now. */
    public void hurry(String kind, List<String> refs) {
        jdbc.sql("""
                update dispatch.outbox set next_at = now()
                where kind = :kind and ref = any (:refs::text[]) and not done and next_at > now()""")
            .param("kind", kind).param("refs", refs.toArray(String[]::new)).update();
        bell.ringAfterCommit();
    }

    /** Those of these effects that nothing will carry: no row, or one that is done. */
    @Transactional(readOnly = true)
    public List<String> notOwed(String kind, List<String> refs) {
        return jdbc.sql("""
                select ref from unnest(:refs::text[]) as asked(ref)
                where not exists (select 1 from dispatch.outbox o where o.kind = :kind and o.ref = asked.ref and not o.done)""")
            .param("kind", kind).param("refs", refs.toArray(String[]::new)).query(String.class).list();
    }

    /** False when the claim is over or too short for one more call: then nothing may be sent. */
    @Transactional(readOnly = true)
    public boolean stillMine(Parcel parcel) {
        return jdbc.sql("""
                select exists (select 1 from dispatch.outbox where kind = :kind and ref = :ref and not done
                  and lease_by = :lease and lease_until > now() + :margin * interval '1 millisecond')""")
            .param("kind", parcel.kind()).param("ref", parcel.ref()).param("lease", parcel.lease())
            .param("margin", settings.margin().toMillis()).query(Boolean.class).single();
    }

    /** Whether this database was once restored from a backup, before this start: then what is new to us may be known outside. */
    @Transactional(readOnly = true)
    public boolean restored() {
        if (restored == null) {
            restored = jdbc.sql("select restored_at is not null from dispatch.freeze").query(Boolean.class).single();
        }
        return restored;
    }

    public void note(Parcel parcel, Attempt attempt) {
        jdbc.sql("""
                insert into dispatch.attempt (shop_id, kind, ref, n, step, outcome, http_status, partner_code, request_id)
                values (:shop, :kind, :ref, :n, :step, :outcome, :status, :code, :request)""")
            .param("shop", parcel.shop()).param("kind", parcel.kind()).param("ref", parcel.ref())
            .param("n", parcel.attempt()).param("step", attempt.step()).param("outcome", attempt.outcome())
            .param("status", attempt.httpStatus()).param("code", attempt.partnerCode())
            .param("request", attempt.requestId()).update();
    }

    /** At most so many; "id in (select … limit)" could take more, since a plan may ask the inner question again for each row. */
    List<Parcel> claim(String lane, int most, boolean staysInside) {
        return jdbc.sql("""
                with due as materialized (select id from dispatch.outbox
                  where lane = :lane and not done and next_at <= now() and (lease_until is null or lease_until < now())
                    and (:inside or not exists (select 1 from dispatch.freeze where frozen))
                  order by next_at limit :most for update skip locked)
                update dispatch.outbox set lease_until = now() + :lease * interval '1 millisecond', lease_by = :claim,
                  attempts = attempts + 1
                from due where outbox.id = due.id
                returning kind, ref, shop_id, attempts, lease_by""")
            .param("lane", lane).param("most", most).param("inside", staysInside).param("lease", settings.lease().toMillis())
            .param("claim", UUID.randomUUID().toString())
            .query((row, n) -> new Parcel(row.getString("kind"), row.getString("ref"), row.getString("shop_id"),
                row.getInt("attempts"), row.getString("lease_by"))).list();
    }

    List<Parcel> claim(String lane, int most) {
        return claim(lane, most, false);
    }

    /** Ends a claim whose courier neither finished nor postponed the row; somebody else's claim is left alone. */
    void giveBack(Parcel parcel, String error) {
        jdbc.sql("""
                update dispatch.outbox set next_at = now() + :wait * interval '1 millisecond', last_error = :error,
                  lease_until = null, lease_by = null
                where kind = :kind and ref = :ref and lease_by = :lease and not done""")
            .param("wait", BackOff.after(parcel.attempt()).toMillis()).param("error", shortened(error))
            .param("kind", parcel.kind()).param("ref", parcel.ref()).param("lease", parcel.lease()).update();
    }

    private static String shortened(String error) {
        return error == null || error.length() <= 300 ? error : error.substring(0, 300);
    }
}
