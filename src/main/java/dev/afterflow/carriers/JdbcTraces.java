package dev.afterflow.carriers;

import dev.afterflow.carriers.Reading.Sighting;
import dev.afterflow.carriers.Trace.Scan;
import dev.afterflow.carriers.Trace.State;
import dev.afterflow.carriers.Trace.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels we follow and the scans we know of them. */
@Repository
class JdbcTraces {

    private static final String ONE = " shop_id = :shop and carrier = :carrier and waybill = :waybill ";

    private final JdbcClient sql;

    JdbcTraces(JdbcClient sql) {
        this.sql = sql;
    }

    /** A scan orders have not heard of. */
    record Untold(String key, String source, Sighting sighting) {

        Step step() {
            return sighting.step();
        }
    }

    /** How far following a parcel has come. */
    record Followed(String phoneTail, String source, boolean followed, boolean over) {
    }

    /** True when the parcel is new to us, or its phone tail is. */
    boolean follow(String shop, String carrier, String waybill, String phoneTail) {
        return sql.sql("""
                insert into carriers.parcel as p (shop_id, carrier, waybill, phone_tail) values (:shop, :carrier, :waybill, :tail)
                on conflict (shop_id, carrier, waybill) do update set phone_tail = excluded.phone_tail
                  where p.phone_tail is null and excluded.phone_tail is not null""")
            .param("shop", shop).param("carrier", carrier).param("waybill", waybill).param("tail", phoneTail).update() == 1;
    }

    Optional<Followed> followed(String shop, String carrier, String waybill) {
        return one("select phone_tail, source, followed_at is not null as followed, over_at is not null as over from carriers.parcel where" + ONE,
            shop, carrier, waybill).query(Followed.class).optional();
    }

    /** Under which of the house's words this waybill is followed. */
    List<String> carriersOf(String shop, String waybill) {
        return sql.sql("select carrier from carriers.parcel where shop_id = :shop and waybill = :waybill order by since")
            .param("shop", shop).param("waybill", waybill).query(String.class).list();
    }

    /** What came of asking a service to follow it. */
    void following(String shop, String carrier, String waybill, String source, boolean done, String note) {
        one("update carriers.parcel set source = :source, followed_at = case when :done then coalesce(followed_at, now()) end, note = :note where" + ONE,
            shop, carrier, waybill).param("source", source).param("done", done).param("note", note).update();
    }

    /** Takes the right to ask once more; false while the service's limit forbids it or nothing new can come. */
    boolean mayAsk(String shop, String carrier, String waybill, Duration every) {
        return one("""
                update carriers.parcel set asked_at = now() where state not in ('SIGNED', 'RETURNED')
                  and (asked_at is null or asked_at <= now() - :every * interval '1 millisecond') and""" + ONE, shop, carrier, waybill)
            .param("every", every.toMillis()).update() == 1;
    }

    void note(String shop, String carrier, String waybill, String note) {
        one("update carriers.parcel set note = :note where" + ONE, shop, carrier, waybill).param("note", note).update();
    }

    /** The same scan told again, by whomever, is no other one. */
    void scan(String shop, String carrier, String waybill, String source, Sighting scan) {
        String name = scan.at() + "|" + scan.step() + "|" + scan.words();
        one("""
                insert into carriers.scan (shop_id, carrier, waybill, scan_key, at, place, words, code, source)
                values (:shop, :carrier, :waybill, :key, :at, :place, :words, :code, :source) on conflict do nothing""", shop, carrier, waybill)
            .param("key", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().replace("-", ""))
            .param("at", scan.at().atOffset(ZoneOffset.UTC)).param("place", scan.place())
            .param("words", scan.words().substring(0, Math.min(scan.words().length(), 1000))).param("code", scan.step().name()).param("source", source).update();
    }

    /** The newest scan says where it is, whichever came last. */
    void settle(String shop, String carrier, Reading reading) {
        List<Scan> newest = scans(shop, carrier, reading.waybill(), 1);
        Instant last = newest.isEmpty() ? null : newest.get(0).at();
        String state = newest.isEmpty() ? State.UNKNOWN.name() : Step.valueOf(newest.get(0).code()).state().name();
        one("""
                update carriers.parcel set state = :state, last_scan_at = :last, note = coalesce(:note, case when over_at is null then null else note end),
                  over_at = case when :over then coalesce(over_at, now()) else over_at end where""" + ONE, shop, carrier, reading.waybill())
            .param("state", state).param("last", last == null ? null : last.atOffset(ZoneOffset.UTC)).param("note", reading.note())
            .param("over", reading.over()).update();
    }

    List<Untold> untold(String shop, String carrier, String waybill) {
        return one("select * from carriers.scan where told is null and" + ONE + "order by at, seq", shop, carrier, waybill)
            .query((row, n) -> new Untold(row.getString("scan_key"), row.getString("source"), new Sighting(row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("place"), row.getString("words"), Step.valueOf(row.getString("code"))))).list();
    }

    void told(String shop, String carrier, String waybill, String key, boolean refused) {
        one("update carriers.scan set told = :told where scan_key = :key and" + ONE, shop, carrier, waybill)
            .param("told", refused ? "REFUSED" : "TAKEN").param("key", key).update();
    }

    Trace find(String shop, String carrier, String waybill) {
        List<Scan> scans = scans(shop, carrier, waybill, 200);
        State state = one("select state from carriers.parcel where" + ONE, shop, carrier, waybill).query(String.class).optional()
            .map(State::valueOf).orElse(State.UNKNOWN);
        return new Trace(carrier, waybill, state, scans.isEmpty() ? null : scans.get(0).at(), scans);
    }

    private List<Scan> scans(String shop, String carrier, String waybill, int most) {
        return one("select at, place, words, code from carriers.scan where" + ONE + "order by at desc, seq desc limit :most", shop, carrier, waybill)
            .param("most", most).query((row, n) -> new Scan(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("place"),
                row.getString("words"), row.getString("code"))).list();
    }

    private JdbcClient.StatementSpec one(String text, String shop, String carrier, String waybill) {
        return sql.sql(text).param("shop", shop).param("carrier", carrier).param("waybill", waybill);
    }
}
