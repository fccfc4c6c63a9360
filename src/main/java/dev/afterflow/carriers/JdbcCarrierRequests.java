package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
               Channel channel, String state, String reference, Instant sentAt) {
    }

    /** False when there is one under this number already. */
    boolean add(CarrierRequest request, String carrier, Channel channel) {
        Money amount = request.amount();
        return sql.sql("""
                insert into carriers.request (number, shop_id, case_number, carrier, waybill, kind, minor, currency, words, channel, state)
                values (:number, :shop, :case, :carrier, :waybill, :kind, :minor, :currency, :words, :channel, :state)
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

    void answered(CarrierAnswered answer) {
        sql.sql("""
                update carriers.request set verdict = :verdict, reference = coalesce(:reference, reference),
                  state = case when :ends then 'ANSWERED' when state in ('NEW', 'BY_HAND', 'CHECK') then 'SENT' else state end,
                  sent_at = coalesce(sent_at, now()), changed_at = now()
                where number = :number""")
            .param("verdict", answer.verdict().name()).param("reference", answer.reference()).param("ends", answer.verdict().ends())
            .param("number", answer.number()).update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new Row(row.getString("number"), row.getString("case_number"), row.getString("shop_id"), row.getString("carrier"),
            row.getString("waybill"), Kind.valueOf(row.getString("kind")), currency == null ? null : new Money(row.getLong("minor"), currency),
            row.getString("words"), Channel.valueOf(row.getString("channel")), row.getString("state"), row.getString("reference"),
            sent == null ? null : sent.toInstant());
    }
}
