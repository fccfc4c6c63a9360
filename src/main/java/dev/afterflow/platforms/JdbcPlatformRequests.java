package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What we asked of marketplaces, and how far each request is. */
@Repository
class JdbcPlatformRequests {

    /** The code of a request that is not to go with others. */
    static final String ALONE = "ALONE";
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcPlatformRequests(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** CODE and BY_HAND wait for a person; SENDING may have left the house. */
    enum State {
        NEW, SENDING, CODE, BY_HAND, DONE, REFUSED, CHANGED;

        boolean over() {
            return this == DONE || this == REFUSED || this == CHANGED;
        }
    }

    record Row(PlatformRequest asked, String platform, State state, String code, String saidZh, String saidEn, String reference, String typed, Instant at,
               Instant sentAt) {
    }

    /** False when the number is known. */
    boolean add(PlatformRequest request, String platform, State state, String code) {
        Money amount = request.amount();
        return sql.sql("""
                insert into platforms.request (number, shop_id, case_number, platform, kind, matter, seen, minor, currency, reason, words, more, state, code)
                values (:number, :shop, :case, :platform, :kind, :matter, :seen, :minor, :currency, :reason, :words, cast(:more as jsonb), :state, :code)
                on conflict (number) do nothing""")
            .param("number", request.number()).param("shop", request.shop()).param("case", request.caseNumber()).param("platform", platform)
            .param("kind", request.kind().name()).param("matter", request.matter()).param("seen", request.seen())
            .param("minor", amount == null ? null : amount.minor()).param("currency", amount == null ? null : amount.currency())
            .param("reason", request.reason()).param("words", request.words()).param("more", json.writeValueAsString(request.more()))
            .param("state", state.name()).param("code", code).update() == 1;
    }

    Optional<Row> find(String number) {
        return sql.sql("select * from platforms.request where number = :number").param("number", number).query(this::row).optional();
    }

    /** Held until the transaction ends. */
    Optional<Row> lock(String number) {
        return sql.sql("select * from platforms.request where number = :number for update").param("number", number).query(this::row).optional();
    }

    /** Begins to send it as it was read; false when somebody else has begun meanwhile. */
    boolean begin(Row row) {
        return sql.sql("""
                update platforms.request set state = 'SENDING', sent_at = clock_timestamp(), changed_at = now()
                where number = :number and state = :state and sent_at is not distinct from :sent""")
            .param("number", row.asked().number()).param("state", row.state().name()).param("sent", row.sentAt() == null ? null : row.sentAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .update() == 1;
    }

    /** Takes along one that nobody has begun; false when somebody has. */
    boolean takenAlong(String number) {
        return sql.sql("update platforms.request set state = 'SENDING', sent_at = clock_timestamp(), changed_at = now() where number = :number and state = 'NEW'")
            .param("number", number).update() == 1;
    }

    /** Others of a shop that might go along, the oldest first. */
    List<Row> others(PlatformRequest than, String platform, int most) {
        return sql.sql("""
                select * from platforms.request where shop_id = :shop and platform = :platform and kind = :kind and state = 'NEW' and number <> :number
                  and typed is null and code is null order by at, number limit :most""")
            .param("shop", than.shop()).param("platform", platform).param("kind", than.kind().name()).param("number", than.number()).param("most", most).query(this::row).list();
    }

    /** Whether one that was asked before it waits to take others along. */
    boolean hasElder(PlatformRequest than, String platform) {
        return sql.sql("""
                select exists (select 1 from platforms.request r where r.shop_id = :shop and r.platform = :platform and r.kind = :kind and r.state = 'NEW'
                  and r.typed is null and r.code is null and (r.at, r.number) < (select at, number from platforms.request where number = :number))""")
            .param("shop", than.shop()).param("platform", platform).param("kind", than.kind().name()).param("number", than.number()).query(Boolean.class).single();
    }

    /** It surely did not leave; the next time it goes by itself. */
    void alone(String number) {
        sql.sql("update platforms.request set state = 'NEW', code = :alone, changed_at = now() where number = :number and state = 'SENDING'").param("alone", ALONE)
            .param("number", number).update();
    }

    void move(String number, State to, Outcome outcome) {
        sql.sql("""
                update platforms.request set state = :to, code = :code, said_zh = :zh, said_en = :en, reference = coalesce(:reference, reference), typed = null,
                  changed_at = now() where number = :number""")
            .param("to", to.name()).param("code", outcome.code()).param("zh", outcome.zh()).param("en", outcome.en()).param("reference", outcome.reference())
            .param("number", number).update();
    }

    /** It surely did not leave, so the next try need not wait. */
    void unsent(String number) {
        sql.sql("update platforms.request set state = 'NEW', changed_at = now() where number = :number and state = 'SENDING'").param("number", number).update();
    }

    void typed(String number, String code) {
        sql.sql("update platforms.request set state = 'NEW', typed = :code, changed_at = now() where number = :number and state = 'CODE'")
            .param("code", code).param("number", number).update();
    }

    /** Seconds since it may have left the house, by the database's clock. */
    long secondsSinceSent(String number) {
        return sql.sql("select extract(epoch from now() - sent_at)::bigint from platforms.request where number = :number").param("number", number)
            .query(Long.class).optional().orElse(Long.MAX_VALUE);
    }

    /** Whether we asked for one of these ourselves and it was done, or may have been, or is about to be found done: money of just this amount. */
    boolean didWe(PlatformMatter of, List<Kind> kinds) {
        return sql.sql("""
                select exists (select 1 from platforms.request where shop_id = :shop and matter = :matter and kind = any (:kinds)
                  and (state in ('SENDING', 'CODE', 'BY_HAND', 'DONE') or state = 'NEW' and minor = :minor))""")
            .param("shop", of.shop()).param("matter", of.id()).param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
            .param("minor", of.amount() == null ? null : of.amount().minor(), Types.BIGINT).query(Boolean.class).single();
    }

    /** Whether another refund is agreed on by this matter, or may be. */
    boolean isAgreedTo(String shop, String matter, String exceptBy) {
        return sql.sql("""
                select exists (select 1 from platforms.request where shop_id = :shop and matter = :matter and kind = 'AGREE_REFUND' and number <> :number
                  and state not in ('REFUSED', 'CHANGED'))""")
            .param("shop", shop).param("matter", matter).param("number", exceptBy).query(Boolean.class).single();
    }

    /** How many are in a state, counted no further than {@code most}. */
    int count(State state, int most) {
        return sql.sql("select count(*) from (select 1 from platforms.request where state = :state limit :most) few").param("state", state.name()).param("most", most)
            .query(Integer.class).single();
    }

    /** The oldest first. */
    List<Row> page(List<String> states, String after, int limit) {
        return sql.sql("""
                select * from platforms.request where state = any (:states)
                  and (:after::text is null or (at, number) > (select at, number from platforms.request where number = :after))
                order by at, number limit :limit""")
            .param("states", states.toArray(String[]::new)).param("after", after).param("limit", limit).query(this::row).list();
    }

    /** The newest first. */
    List<Row> ofCase(String caseNumber, int limit) {
        return sql.sql("select * from platforms.request where case_number = :case order by at desc, number limit :limit").param("case", caseNumber).param("limit", limit)
            .query(this::row).list();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        PlatformRequest asked = new PlatformRequest(row.getString("number"), row.getString("case_number"), row.getString("shop_id"), Kind.valueOf(row.getString("kind")),
            row.getString("matter"), row.getString("seen"), currency == null ? null : new Money(row.getLong("minor"), currency), row.getString("reason"),
            row.getString("words"), json.readValue(row.getString("more"), WORDS));
        return new Row(asked, row.getString("platform"), State.valueOf(row.getString("state")), row.getString("code"), row.getString("said_zh"), row.getString("said_en"),
            row.getString("reference"), row.getString("typed"), row.getObject("at", OffsetDateTime.class).toInstant(), sent == null ? null : sent.toInstant());
    }
}
