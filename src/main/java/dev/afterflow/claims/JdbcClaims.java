package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.Basis;
import dev.afterflow.claims.ClaimView.Facts;
import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.claims.ClaimView.Times;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims in PostgreSQL. */
@Repository
class JdbcClaims {

    private final JdbcClient jdbc;

    JdbcClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known when a claim is opened, beside what was asked. */
    record Opening(String claimNo, int turn, String region, Money value, Facts facts, Instant complainBy, String by, Instant now) {
    }

    /** False when the number is there already. */
    boolean insert(NewClaim asked, Opening known) {
        return jdbc.sql("""
                insert into claims.claim (shop_id, claim_no, case_number, carrier, waybill, fault, turn, region, currency, loss, goods_value,
                       declared, freight, limit_off, shipper_fault, posted_at, discovered_at, complain_by, opened_at, opened_by)
                values (:shop, :no, :case, :carrier, :waybill, :fault, :turn, :region, :currency, :loss, :value, :declared, :freight,
                       :limitOff, :shipperFault, :posted, :discovered, :complainBy, :now, :by)
                on conflict do nothing""")
                .param("shop", asked.shop()).param("no", known.claimNo()).param("case", asked.caseNumber()).param("carrier", asked.carrier())
                .param("waybill", asked.waybill()).param("fault", asked.fault().name()).param("turn", known.turn())
                .param("region", known.region()).param("currency", asked.loss().currency()).param("loss", asked.loss().minor())
                .param("value", known.value().minor()).param("declared", minor(asked.declared())).param("freight", minor(asked.freight()))
                .param("limitOff", known.facts().limitOff()).param("shipperFault", known.facts().shipperFault())
                .param("posted", at(asked.postedAt())).param("discovered", at(asked.discoveredAt())).param("complainBy", at(known.complainBy()))
                .param("now", at(known.now())).param("by", known.by()).update() == 1;
    }

    /** All claims there ever were for this parcel and fault, the latest first. */
    List<ClaimView> of(String shop, String carrier, String waybill, Fault fault) {
        return jdbc.sql("""
                select * from claims.claim where shop_id = :shop and carrier = :carrier and waybill = :waybill and fault = :fault
                order by turn desc""").param("shop", shop).param("carrier", carrier).param("waybill", waybill).param("fault", fault.name())
                .query(JdbcClaims::view).list();
    }

    Optional<ClaimView> find(String claimNo) {
        return jdbc.sql("select * from claims.claim where claim_no = :no").param("no", claimNo).query(JdbcClaims::view).optional();
    }

    /** The claim, locked: answers, money and people's decisions come one after the other. */
    Optional<ClaimView> lock(String claimNo) {
        return jdbc.sql("select * from claims.claim where claim_no = :no for update").param("no", claimNo).query(JdbcClaims::view).optional();
    }

    List<ClaimView> ofCase(String caseNumber) {
        return jdbc.sql("select * from claims.claim where case_number = :case order by id").param("case", caseNumber)
                .query(JdbcClaims::view).list();
    }

    /** Claims the reference or, without one, the parcel names; more than one is nobody's answer. */
    List<String> named(String shop, String carrier, String reference, String waybill) {
        return jdbc.sql("""
                select claim_no from claims.claim
                where shop_id = :shop and carrier = :carrier and filings > 0
                  and (reference = :reference or :reference::text is null and waybill = :waybill)
                order by id limit 2""").param("shop", shop).param("carrier", carrier).param("reference", reference).param("waybill", waybill)
                .query(String.class).list();
    }

    void reckoned(String claimNo, Money claimed, Basis basis, Facts facts, Instant fileBy, Instant due) {
        jdbc.sql("""
                update claims.claim set claimed = :claimed, rule = :rule, ground = :ground, complaint = :complaint, contract = :contract,
                       limit_off = :limitOff, shipper_fault = :shipperFault, file_by = :fileBy, due_at = :due
                where claim_no = :no""").param("no", claimNo).param("claimed", claimed.minor()).param("rule", basis.rule())
                .param("ground", basis.ground()).param("complaint", basis.complaint()).param("contract", basis.contract())
                .param("limitOff", facts.limitOff()).param("shipperFault", facts.shipperFault()).param("fileBy", at(fileBy))
                .param("due", at(due)).update();
    }

    void filed(String claimNo, int filings, Instant now, Instant answerBy) {
        jdbc.sql("""
                update claims.claim set state = 'FILED', filings = :filings, filed_at = coalesce(filed_at, :now), answer_by = :by, due_at = :by
                where claim_no = :no""").param("no", claimNo).param("filings", filings).param("now", at(now)).param("by", at(answerBy)).update();
    }

    void state(String claimNo, State state, Instant due) {
        jdbc.sql("update claims.claim set state = :state, due_at = :due where claim_no = :no").param("no", claimNo)
                .param("state", state.name()).param("due", at(due)).update();
    }

    void answered(String claimNo, String reference, boolean ending, Instant now) {
        jdbc.sql("""
                update claims.claim set reference = coalesce(:reference, reference), answered_at = case when :ending
                       then coalesce(answered_at, :now) else answered_at end
                where claim_no = :no""").param("no", claimNo).param("reference", reference).param("ending", ending).param("now", at(now)).update();
    }

    void agreed(String claimNo, long agreed, Instant payBy) {
        jdbc.sql("update claims.claim set agreed = :agreed, pay_by = coalesce(pay_by, :by) where claim_no = :no")
                .param("no", claimNo).param("agreed", agreed).param("by", at(payBy)).update();
    }

    void payBy(String claimNo, Instant by) {
        jdbc.sql("update claims.claim set pay_by = :by, due_at = :by where claim_no = :no").param("no", claimNo).param("by", at(by)).update();
    }

    void received(String claimNo, long received) {
        jdbc.sql("update claims.claim set received = :received where claim_no = :no").param("no", claimNo).param("received", received).update();
    }

    void conflict(String claimNo) {
        jdbc.sql("update claims.claim set conflict = true where claim_no = :no").param("no", claimNo).update();
    }

    void complained(String claimNo, String number, Instant answerBy) {
        jdbc.sql("""
                update claims.claim set state = 'COMPLAINED', complaint_no = :number, authority_by = :by, due_at = :by
                where claim_no = :no""").param("no", claimNo).param("number", number).param("by", at(answerBy)).update();
    }

    void writtenOff(String claimNo, long writtenOff) {
        jdbc.sql("update claims.claim set written_off = :amount where claim_no = :no").param("no", claimNo).param("amount", writtenOff).update();
    }

    void ended(String claimNo, State state, String outcome, Instant now) {
        jdbc.sql("""
                update claims.claim set state = :state, outcome = :outcome, closed_at = :now, due_at = null where claim_no = :no""")
                .param("no", claimNo).param("state", state.name()).param("outcome", outcome).param("now", at(now)).update();
    }

    /** A claim that had ended and has not: money is owed again, or is to be given back. */
    void reopened(String claimNo, State state, Instant by) {
        jdbc.sql("""
                update claims.claim set state = :state, outcome = null, closed_at = null, pay_by = :by, due_at = :by where claim_no = :no""")
                .param("no", claimNo).param("state", state.name()).param("by", at(by)).update();
    }

    /** Claims for the loss of this parcel that nobody has found yet. */
    List<String> lost(String shop, String waybill) {
        return jdbc.sql("""
                select claim_no from claims.claim where shop_id = :shop and waybill = :waybill and fault = 'LOST' and found_at is null
                and state <> 'DROPPED' order by id""").param("shop", shop).param("waybill", waybill).query(String.class).list();
    }

    /** True the first time its parcel is found; {@code by} and their words are null where the carrier scanned it. */
    boolean found(String claimNo, String by, String words, Instant now) {
        return jdbc.sql("update claims.claim set found_at = :now, found_by = :by, found_words = :words where claim_no = :no and found_at is null")
                .param("no", claimNo).param("by", by).param("words", words).param("now", at(now)).update() == 1;
    }

    /** Whether this person said that the parcel is there. */
    boolean foundBy(String claimNo, String login) {
        return jdbc.sql("select exists (select 1 from claims.claim where claim_no = :no and found_by = :by)").param("no", claimNo).param("by", login).query(Boolean.class).single();
    }

    /** Nothing is owed any more. */
    void takenBack(String claimNo) {
        jdbc.sql("update claims.claim set agreed = 0, written_off = 0 where claim_no = :no").param("no", claimNo).update();
    }

    static ClaimView view(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        Sheet sheet = new Sheet(new Money(row.getLong("loss"), currency), new Money(row.getLong("goods_value"), currency),
                money(row, "declared", currency), money(row, "freight", currency), money(row, "claimed", currency),
                new Money(row.getLong("agreed"), currency), new Money(row.getLong("received"), currency),
                new Money(row.getLong("written_off"), currency));
        Times times = new Times(instant(row, "posted_at"), instant(row, "discovered_at"), instant(row, "opened_at"), instant(row, "file_by"),
                instant(row, "filed_at"), instant(row, "answer_by"), instant(row, "answered_at"), instant(row, "pay_by"),
                instant(row, "complain_by"), instant(row, "authority_by"), instant(row, "due_at"), instant(row, "closed_at"),
                instant(row, "found_at"));
        return new ClaimView(row.getString("claim_no"), row.getString("case_number"), row.getString("shop_id"), row.getString("carrier"),
                row.getString("waybill"), Fault.valueOf(row.getString("fault")), row.getString("region"), State.valueOf(row.getString("state")),
                sheet, times, basis(row), new Facts(row.getBoolean("limit_off"), row.getBoolean("shipper_fault")), row.getString("reference"),
                row.getString("complaint_no"), row.getString("outcome"), row.getString("opened_by"), row.getBoolean("conflict"),
                row.getString("found_words"));
    }

    private static Basis basis(ResultSet row) throws SQLException {
        return row.getString("rule") == null ? null : new Basis(row.getString("rule"), row.getString("ground"), row.getBoolean("complaint"),
                row.getObject("contract", Long.class));
    }

    static Money money(ResultSet row, String column, String currency) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : new Money(minor, currency);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minor();
    }
}
