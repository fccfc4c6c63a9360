package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we asked of carriers and every answer they gave. */
@Repository
class JdbcCarrierRequests {

    private final JdbcClient sql;

    JdbcCarrierRequests(JdbcClient sql) {
        this.sql = sql;
    }

    /** A request as it stands; {@code reference} is the carrier's own number, null before it gave one. */
    record Row(String number, String caseNumber, String shop, String carrier, String waybill, Kind kind, Money amount, String words,
               Channel channel, String state, String reference, String hint, String note, String unread, Instant at,
               Instant firstSentAt) {
    }

    /** False when there is one under this number already. What takes a claim back names the carrier's own number of the claim. */
    boolean add(CarrierRequest request, String carrier, Channel channel) {
        Money amount = request.amount();
        return sql.sql("""
                insert into carriers.request (number, shop_id, case_number, carrier, waybill, kind, minor, currency, words, channel, state, reference)
                values (:number, :shop, :case, :carrier, :waybill, :kind, :minor, :currency, :words, :channel, :state,
                        (select claim.reference from carriers.request claim
                          where :kind = 'WITHDRAW' and claim.case_number = :case and claim.carrier = :carrier and claim.waybill = :waybill
                            and claim.kind in ('CLAIM', 'APPEAL') and claim.channel = :channel and claim.reference is not null
                          order by claim.at desc limit 1))
                on conflict (number) do nothing""")
            .param("number", request.number()).param("shop", request.shop()).param("case", request.caseNumber())
            .param("carrier", carrier).param("waybill", request.waybill()).param("kind", request.kind().name())
            .param("minor", amount == null ? null : amount.minor()).param("currency", amount == null ? null : amount.currency())
            .param("words", request.words() == null ? "" : request.words()).param("channel", channel.name())
            .param("state", channel == Channel.PORTAL ? "BY_HAND" : "NEW").update() == 1;
    }

    Optional<Row> find(String number) {
        return sql.sql("select * from carriers.request where number = :number").param("number", number).query(JdbcCarrierRequests::row).optional();
    }

    Optional<Row> lock(String number) {
        return sql.sql("select * from carriers.request where number = :number for update").param("number", number).query(JdbcCarrierRequests::row).optional();
    }

    /** What waits for a person or a carrier, the oldest first; {@code after} is the last one seen. */
    List<Row> page(List<String> states, boolean unreadOnly, String after, int limit) {
        return sql.sql("""
                select * from carriers.request
                 where state = any (:states::text[]) and (not :unread or unread is not null)
                   and (:after::text is null or (at, number) > (select at, number from carriers.request where number = :after))
                 order by at, number limit :limit""")
            .param("states", states.toArray(String[]::new)).param("unread", unreadOnly).param("after", after).param("limit", limit).query(JdbcCarrierRequests::row).list();
    }

    /** A carrier's answer as it was kept. */
    record Said(String verdict, String reference, Money amount, String words, Instant at) {
    }

    List<Said> said(String number) {
        return sql.sql("select * from carriers.answer where number = :number order by recorded_at").param("number", number).query((row, n) -> new Said(
            row.getString("verdict"), row.getString("reference"), row.getString("currency") == null ? null : new Money(row.getLong("minor"), row.getString("currency")),
            row.getString("words"), row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    /** False when this verdict under this reference is known. */
    boolean keep(CarrierAnswered answer) {
        Money amount = answer.amount();
        return sql.sql("""
                insert into carriers.answer (number, shop_id, verdict, reference, minor, currency, words, at)
                select number, shop_id, :verdict, coalesce(:reference, ''), :minor, :currency, :words, :at
                  from carriers.request where number = :number
                on conflict (number, verdict, reference) do nothing""")
            .param("verdict", answer.verdict().name()).param("reference", answer.reference())
            .param("minor", amount == null ? null : amount.minor()).param("currency", amount == null ? null : amount.currency())
            .param("words", answer.words() == null ? "" : answer.words()).param("at", answer.at().atOffset(ZoneOffset.UTC))
            .param("number", answer.number()).update() == 1;
    }

    /** False when somebody moved it meanwhile. */
    boolean move(String number, String from, String to, String reference, String note) {
        return sql.sql("""
                update carriers.request set state = :to, reference = coalesce(reference, :reference), note = :note, changed_at = now(),
                  first_sent_at = case when :to = 'SENDING' then coalesce(first_sent_at, now()) when :to = 'NEW' then null else first_sent_at end,
                  sent_at = case when :to = 'SENT' then coalesce(sent_at, now()) else sent_at end
                where number = :number and state = :from""")
            .param("number", number).param("from", from).param("to", to).param("reference", reference).param("note", note).update() == 1;
    }

    /** Where no answer is waited for, having been told is the end. */
    void over(Row request) {
        if (!request.kind().isAnswered()) {
            move(request.number(), "SENT", "ANSWERED", null, null);
        }
    }

    /** A number a callback named for a request that has none yet; it proves nothing. */
    void hint(String number, String hint) {
        sql.sql("update carriers.request set hint = :hint where number = :number and reference is null").param("hint", hint).param("number", number).update();
    }

    /** A callback says that there is something to read. */
    void told(String number) {
        sql.sql("update carriers.request set told = told + 1 where number = :number").param("number", number).update();
    }

    /** How many callbacks have come; {@code asked} is up to which of them the carrier was asked. */
    record Hints(int told, int asked) {

        boolean unread() {
            return told > asked;
        }
    }

    Hints hints(String number) {
        return sql.sql("select told, asked from carriers.request where number = :number for update").param("number", number).query(Hints.class).single();
    }

    void asked(String number, int upTo) {
        sql.sql("update carriers.request set asked = greatest(asked, :upTo) where number = :number").param("number", number).param("upTo", upTo).update();
    }

    /** Words of the carrier that a person must read, or null when none wait. */
    void unread(String number, String words) {
        sql.sql("update carriers.request set unread = :words where number = :number and state <> 'ANSWERED'").param("words", words).param("number", number).update();
    }

    void answered(CarrierAnswered answer) {
        sql.sql("""
                update carriers.request set verdict = :verdict, unread = null, reference = coalesce(reference, :reference),
                  state = case when :ends then 'ANSWERED' when state in ('NEW', 'BY_HAND', 'CHECK') then 'SENT' else state end,
                  sent_at = coalesce(sent_at, now()), changed_at = now()
                where number = :number""")
            .param("verdict", answer.verdict().name()).param("reference", answer.reference()).param("ends", answer.verdict().ends())
            .param("number", answer.number()).update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime sent = row.getObject("first_sent_at", OffsetDateTime.class);
        return new Row(row.getString("number"), row.getString("case_number"), row.getString("shop_id"), row.getString("carrier"),
            row.getString("waybill"), Kind.valueOf(row.getString("kind")), currency == null ? null : new Money(row.getLong("minor"), currency),
            row.getString("words"), Channel.valueOf(row.getString("channel")), row.getString("state"), row.getString("reference"),
            row.getString("hint"), row.getString("note"), row.getString("unread"), row.getObject("at", OffsetDateTime.class).toInstant(),
            sent == null ? null : sent.toInstant());
    }
}
