package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where requests stand. */
@Repository
class JdbcReturns {

    private final JdbcClient jdbc;

    JdbcReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Return begun, String buyerId) {
        jdbc.sql("""
                insert into returns.return_request (case_number, shop_id, order_id, buyer_id, state, currency, wish)
                values (:case, :shop, :order, :buyer, :state, :currency, :wish)
                """).param("case", begun.caseNumber()).param("shop", begun.shop()).param("order", begun.orderId()).param("buyer", buyerId)
                .param("state", begun.state().name()).param("currency", begun.currency()).param("wish", begun.course().wish()).update();
    }

    Optional<Return> find(String caseNumber) {
        return jdbc.sql("select * from returns.return_request where case_number = :case")
                .param("case", caseNumber).query(JdbcReturns::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Return> lock(String caseNumber) {
        return jdbc.sql("select * from returns.return_request where case_number = :case for update")
                .param("case", caseNumber).query(JdbcReturns::read).optional();
    }

    void save(Return now) {
        Return.Finding finding = now.finding();
        RefundRule rule = finding.rule();
        jdbc.sql("""
                update returns.return_request
                   set state = :state, reason_type = :reason, eligibility = :eligibility, ground = :ground,
                       goods_rule = :goods, outbound_rule = :outbound, agreed = :agreed,
                       answer_by = :answerBy, escalate_at = :escalateAt, refusal_ground = :refusal, words = :words, note = :note,
                       reviewer = :reviewer, reviewer_roles = :roles, approval_role = :role, second_person = :second, approver = :approver,
                       approval_note = :approvalNote, refund_seq = :seq, wish = :wish, remedy = :remedy, ruling = :ruling,
                       taken_back = :takenBack, why = :why, changed_at = now()
                 where case_number = :case
                """).param("case", now.caseNumber()).param("state", now.state().name()).param("reason", finding.reasonType())
                .param("eligibility", finding.eligibility()).param("ground", finding.ground())
                .param("goods", rule == null ? null : rule.goods()).param("outbound", rule == null ? null : rule.outbound())
                .param("agreed", now.agreed() == null ? null : now.agreed().minor())
                .param("answerBy", stamp(now.term().answerBy())).param("escalateAt", stamp(now.term().escalateAt()))
                .param("refusal", now.answer().ground()).param("words", now.answer().words()).param("note", now.answer().note())
                .param("reviewer", now.answer().reviewer()).param("roles", roles(now.answer().reviewerRoles()))
                .param("role", now.approval().role()).param("second", now.approval().second()).param("approver", now.approval().approver())
                .param("approvalNote", now.approval().note()).param("seq", now.refundSeq())
                .param("wish", now.course().wish()).param("remedy", now.course().remedy()).param("ruling", now.course().ruling())
                .param("takenBack", now.course().takenBack()).param("why", now.course().why()).update();
    }

    /** An empty parcel or other goods came back. */
    void suspect(String caseNumber, Instant at) {
        jdbc.sql("update returns.return_request set suspect_at = :at where case_number = :case")
                .param("at", stamp(at)).param("case", caseNumber).update();
    }

    /** How often that happened with this case's buyer since then. */
    long suspects(Return of, Instant since) {
        return jdbc.sql("""
                select count(*) from returns.return_request other
                 where other.shop_id = :shop and other.suspect_at >= :since
                   and other.buyer_id = (select buyer_id from returns.return_request where case_number = :case)
                """).param("shop", of.shop()).param("since", stamp(since)).param("case", of.caseNumber()).query(Long.class).single();
    }

    private static Return read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        long agreed = row.getLong("agreed");
        Money money = row.wasNull() ? null : new Money(agreed, currency);
        return new Return(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"),
                Return.State.valueOf(row.getString("state")), currency, finding(row), money,
                new Return.Term(instant(row, "answer_by"), instant(row, "escalate_at")),
                new Return.Answer(row.getString("refusal_ground"), row.getString("words"), row.getString("note"),
                        row.getString("reviewer"), roles(row.getString("reviewer_roles"))),
                new Return.Approval(row.getString("approval_role"), row.getBoolean("second_person"), row.getString("approver"), row.getString("approval_note")),
                row.getInt("refund_seq"), new Return.Course(row.getString("wish"), row.getString("remedy"), row.getString("ruling"),
                        row.getBoolean("taken_back"), row.getString("why")));
    }

    private static Return.Finding finding(ResultSet row) throws SQLException {
        String goods = row.getString("goods_rule");
        RefundRule rule = goods == null ? null
                : new RefundRule(goods, row.getString("outbound_rule"));
        return new Return.Finding(row.getString("reason_type"), row.getString("eligibility"), row.getString("ground"), rule);
    }

    private static String roles(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String joined) {
        return joined.isEmpty() ? Set.of() : Arrays.stream(joined.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
