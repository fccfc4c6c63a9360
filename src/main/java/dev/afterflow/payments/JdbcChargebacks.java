package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Booked;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.payments.Chargebacks.Cost;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.payments.Chargebacks.Verdict;
import dev.afterflow.providers.CardDisputes.Dispute;
import dev.afterflow.providers.CardDisputes.Move;
import dev.afterflow.providers.CardDisputes.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disputes as their providers told them, what they moved, and what we asked about them. */
@Repository
class JdbcChargebacks {

    private final JdbcClient jdbc;

    JdbcChargebacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was asked; {@code verdict} is null while it is open. */
    record Asked(String number, String caseNumber, String shop, String provider, String disputeId, Verb verb, int sends, boolean askedPeople, String verdict) {
    }

    /** One to look at again. */
    record Open(String shop, String provider, String disputeId) {
    }

    /** Alone with it until the transaction ends, even while it is new; empty when it is, or is another shop's behind the fence. */
    Optional<Chargeback> lock(String provider, String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text").param("name", "chargeback/" + provider + "/" + id)
            .query(String.class).single();
        return find(provider, id);
    }

    Optional<Chargeback> find(String provider, String id) {
        return jdbc.sql("select * from payments.chargeback where provider = :provider and dispute_id = :id")
            .param("provider", provider).param("id", id).query(JdbcChargebacks::chargeback).optional();
    }

    List<Chargeback> ofPayment(String shop, String provider, String paymentId) {
        return jdbc.sql("""
                select * from payments.chargeback
                where shop_id = :shop and provider = :provider and (payment_id = :payment or other_id = :payment)
                order by opened_at desc, dispute_id limit 50""")
            .param("shop", shop).param("provider", provider).param("payment", paymentId).query(JdbcChargebacks::chargeback).list();
    }

    /** False when another shop has it. */
    boolean keep(String shop, String provider, Dispute told) {
        return jdbc.sql("""
                insert into payments.chargeback as c (provider, dispute_id, shop_id, payment_id, other_id, status, word, reason, bank_reason, amount,
                  currency, due_by, past_due, submissions, opened_at)
                values (:provider, :id, :shop, :payment, :other, :status, :word, :reason, :bank, :amount, :currency, :due, :past, :submissions, :opened)
                on conflict (provider, dispute_id) do update set payment_id = excluded.payment_id, other_id = excluded.other_id,
                  status = excluded.status, word = excluded.word, reason = excluded.reason, bank_reason = excluded.bank_reason,
                  amount = excluded.amount, currency = excluded.currency, due_by = excluded.due_by, past_due = excluded.past_due,
                  submissions = excluded.submissions, seen_at = now()
                where c.shop_id = excluded.shop_id""")
            .param("provider", provider).param("id", told.id()).param("shop", shop).param("payment", told.paymentId()).param("other", told.otherId())
            .param("status", told.status().name()).param("word", told.word()).param("reason", told.reason()).param("bank", told.bankReason())
            .param("amount", told.amount().minor()).param("currency", told.amount().currency()).param("due", at(told.dueBy()))
            .param("past", told.pastDue()).param("submissions", told.submissions()).param("opened", at(told.openedAt())).update() == 1;
    }

    /** False when it was kept before. */
    boolean moved(Chargeback about, Move move) {
        return jdbc.sql("""
                insert into payments.chargeback_move (provider, move_id, dispute_id, shop_id, amount, fee, currency, at)
                values (:provider, :move, :id, :shop, :amount, :fee, :currency, :at) on conflict do nothing""")
            .param("provider", about.provider()).param("move", move.id()).param("id", about.id()).param("shop", about.shop())
            .param("amount", move.amount().minor()).param("fee", move.fee().minor()).param("currency", move.amount().currency())
            .param("at", at(move.at())).update() == 1;
    }

    Optional<Cost> cost(String shop, String provider, String id) {
        return jdbc.sql("""
                select -sum(amount) as withheld, sum(fee) as fees, currency from payments.chargeback_move
                where shop_id = :shop and provider = :provider and dispute_id = :id group by currency order by currency limit 1""")
            .param("shop", shop).param("provider", provider).param("id", id).query((row, n) -> new Cost(
                new Money(row.getLong("withheld"), row.getString("currency")), new Money(row.getLong("fees"), row.getString("currency")))).optional();
    }

    List<Booked> booked(String shop, String provider, String id) {
        return jdbc.sql("""
                select txn_id, account, amount, currency, kind, at from payments.ledger_entry
                where shop_id = :shop and ref in (select concat(provider, ':', move_id) from payments.chargeback_move where provider = :provider and dispute_id = :id
                  union all select concat(cast(:provider as text), ':', cast(:id as text)))
                order by seq""")
            .param("shop", shop).param("provider", provider).param("id", id).query((row, n) -> new Booked(row.getString("txn_id"), row.getString("account"),
                new Money(row.getLong("amount"), row.getString("currency")), row.getString("kind"), instant(row, "at"))).list();
    }

    /** False when this number was asked before. */
    boolean ask(String number, String caseNumber, String shop, String provider, String id, Verb verb) {
        return jdbc.sql("""
                insert into payments.chargeback_request (number, shop_id, case_number, provider, dispute_id, verb)
                values (:number, :shop, :case, :provider, :id, :verb) on conflict do nothing""")
            .param("number", number).param("shop", shop).param("case", caseNumber).param("provider", provider).param("id", id)
            .param("verb", verb.name()).update() == 1;
    }

    Optional<Asked> asked(String number) {
        return jdbc.sql("""
                select number, case_number, shop_id as shop, provider, dispute_id, verb, sends, asked_people, verdict
                from payments.chargeback_request where number = :number""").param("number", number).query(Asked.class).optional();
    }

    /** Commits "about to send" before the first byte leaves; false when it is settled. */
    boolean sending(String number) {
        return jdbc.sql("update payments.chargeback_request set sends = sends + 1 where number = :number and verdict is null")
            .param("number", number).update() == 1;
    }

    /** False when it was settled before. */
    boolean settle(String number, Verdict verdict, String code) {
        return jdbc.sql("""
                update payments.chargeback_request set verdict = :verdict, code = :code, settled_at = now()
                where number = :number and verdict is null""")
            .param("number", number).param("verdict", verdict.name()).param("code", code).update() == 1;
    }

    /** False when people were asked before. */
    boolean askPeople(String number) {
        return jdbc.sql("update payments.chargeback_request set asked_people = true where number = :number and verdict is null and not asked_people")
            .param("number", number).update() == 1;
    }

    /** Those not over that nobody looked at for this long. */
    List<Open> open(int minutes) {
        return jdbc.sql("""
                select shop_id as shop, provider, dispute_id from payments.chargeback
                where status in ('INQUIRY', 'INQUIRY_UNDER_REVIEW', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'OTHER')
                  and seen_at < now() - :minutes * interval '1 minute' order by seen_at limit 500""")
            .param("minutes", minutes).query(Open.class).list();
    }

    private static Chargeback chargeback(ResultSet row, int n) throws SQLException {
        return new Chargeback(row.getString("shop_id"), row.getString("provider"), row.getString("dispute_id"), row.getString("payment_id"),
            row.getString("other_id"), Status.valueOf(row.getString("status")), row.getString("word"), row.getString("reason"),
            row.getString("bank_reason"), new Money(row.getLong("amount"), row.getString("currency")), instant(row, "due_by"),
            row.getBoolean("past_due"), row.getInt("submissions"), instant(row, "opened_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
