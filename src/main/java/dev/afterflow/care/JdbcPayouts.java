package dev.afterflow.care;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money of cases on its way, one refund and one compensation each. */
@Repository
class JdbcPayouts {

    private final JdbcClient sql;

    JdbcPayouts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Changes nothing if the case has one of this kind. */
    void open(Matter matter, Payout.Kind kind, Money amount, Instant now) {
        sql.sql("""
                insert into care.payout (case_number, seq, shop_id, order_id, kind, amount_minor, currency, state, opened_at)
                select :case, coalesce(max(seq), 0) + 1, :shop, :order, :kind, :minor, :currency, 'AGREED', :now
                  from care.payout where case_number = :case
                on conflict (case_number, kind) do nothing
                """).param("case", matter.caseNumber()).param("shop", matter.shop()).param("order", matter.orderId())
                .param("kind", kind.name()).param("minor", amount.minor()).param("currency", amount.currency())
                .param("now", Timestamp.from(now)).update();
    }

    /** The latest money of a case, held. */
    Payout lock(String caseNumber) {
        return sql.sql("select * from care.payout where case_number = :case order by seq desc limit 1 for update")
                .param("case", caseNumber).query(JdbcPayouts::read).optional().orElseThrow(() -> Problem.notFound("payout"));
    }

    Optional<Payout> of(String caseNumber, Payout.Kind kind) {
        return sql.sql("select * from care.payout where case_number = :case and kind = :kind").param("case", caseNumber)
                .param("kind", kind.name()).query(JdbcPayouts::read).optional();
    }

    Payout latest(String caseNumber) {
        return sql.sql("select * from care.payout where case_number = :case order by seq desc limit 1").param("case", caseNumber)
                .query(JdbcPayouts::read).optional().orElseThrow(() -> Problem.notFound("payout"));
    }

    void role(Payout payout, String role) {
        sql.sql("update care.payout set role = :role where case_number = :case and seq = :seq").param("role", role)
                .param("case", payout.caseNumber()).param("seq", payout.seq()).update();
    }

    void decided(Payout payout, String approver, String note, Payout.State state) {
        sql.sql("""
                update care.payout set approver = coalesce(:approver, approver), note = coalesce(:note, note), state = :state
                 where case_number = :case and seq = :seq
                """).param("approver", approver).param("note", note).param("state", state.name()).param("case", payout.caseNumber())
                .param("seq", payout.seq()).update();
    }

    private static Payout read(ResultSet row, int number) throws SQLException {
        return new Payout(row.getString("case_number"), row.getInt("seq"), row.getString("shop_id"), row.getString("order_id"),
                Payout.Kind.valueOf(row.getString("kind")), new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("role"), row.getString("approver"), row.getString("note"), Payout.State.valueOf(row.getString("state")));
    }
}
