package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Judging.Judged;
import dev.afterflow.payments.Mismatches.Basis;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.payments.Mismatches.Said;
import dev.afterflow.payments.Mismatches.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The verdict on each line, what is held for it and who answered; answers are added to and never changed. */
@Repository
@Transactional
class JdbcMismatches {

    static final String COLUMNS = """
            select i.*, l.at as moved_at, r.case_number as refund_case from payments.recon_item i
            left join payments.statement_line l on l.shop_id = i.shop_id and l.provider = i.provider and l.line_id = i.provider_line
            left join payments.refund r on r.refund_no = i.refund_no and r.shop_id = i.shop_id
            """;

    private final JdbcClient jdbc;

    JdbcMismatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Item> lock(long id) {
        return jdbc.sql(COLUMNS + "where i.id = :id for update of i").param("id", id).query(JdbcMismatches::item).optional();
    }

    Optional<Item> lock(String shop, String provider, String lineId) {
        return jdbc.sql(COLUMNS + "where i.shop_id = :shop and i.provider = :provider and i.provider_line = :line for update of i")
            .param("shop", shop).param("provider", provider).param("line", lineId).query(JdbcMismatches::item).optional();
    }

    Optional<Item> ofCase(String caseNumber) {
        return jdbc.sql(COLUMNS + "where i.case_number = :case").param("case", caseNumber).query(JdbcMismatches::item).optional();
    }

    Item insert(String shop, LocalDate day, Judged judged) {
        Money theirs = judged.line().amount();
        jdbc.sql("""
                insert into payments.recon_item (shop_id, provider, provider_line, day, refund_no, our_amount, their_amount,
                  currency, verdict, basis)
                values (:shop, :provider, :line, :day, :no, :ours, :theirs, :currency, :verdict, :basis)""")
            .param("shop", shop).param("provider", judged.line().provider()).param("line", judged.line().lineId())
            .param("day", day).param("no", judged.refundNo()).param("ours", minor(judged.ours()))
            .param("theirs", judged.verdict() == Verdict.ONLY_OURS ? null : (Long) theirs.minor()).param("currency", theirs.currency())
            .param("verdict", judged.verdict().name()).param("basis", judged.basis() == null ? null : judged.basis().name()).update();
        return lock(shop, judged.line().provider(), judged.line().lineId()).orElseThrow();
    }

    void judge(long id, Judged judged) {
        jdbc.sql("""
                update payments.recon_item set refund_no = :no, our_amount = :ours, verdict = :verdict, basis = :basis,
                  judged_at = now() where id = :id""")
            .param("no", judged.refundNo()).param("ours", minor(judged.ours())).param("verdict", judged.verdict().name())
            .param("basis", judged.basis() == null ? null : judged.basis().name()).param("id", id).update();
    }

    void held(long id, long held, String holder, int moves) {
        jdbc.sql("update payments.recon_item set held = :held, holder = :holder, moves = :moves where id = :id")
            .param("held", held).param("holder", holder).param("moves", moves).param("id", id).update();
    }

    /** A question is asked anew; one that was answered before gets another case. */
    void ask(long id) {
        jdbc.sql("""
                update payments.recon_item set case_number = case when resolved_by is null then case_number end,
                  resolved_by = null, resolved_at = null, answer = null, answered_by = null, confirmed_by = null, judged_at = now()
                where id = :id""").param("id", id).update();
    }

    void resolve(long id, String how) {
        jdbc.sql("update payments.recon_item set resolved_by = :how, resolved_at = now() where id = :id")
            .param("how", how).param("id", id).update();
    }

    void opened(long id, String caseNumber) {
        jdbc.sql("update payments.recon_item set case_number = :case, opened = opened + 1 where id = :id")
            .param("case", caseNumber).param("id", id).update();
    }

    void answer(Item item, String answer, String note, String login) {
        said(item, answer, note, login);
        jdbc.sql("update payments.recon_item set answer = :answer, answered_by = :by, confirmed_by = null where id = :id")
            .param("answer", answer).param("by", login).param("id", item.id()).update();
    }

    void confirmed(Item item, String note, String login) {
        said(item, "confirmed", note, login);
        jdbc.sql("update payments.recon_item set confirmed_by = :by where id = :id").param("by", login).param("id", item.id()).update();
    }

    void sentBack(Item item, String note, String login) {
        said(item, "sentBack", note, login);
        jdbc.sql("update payments.recon_item set answer = null, answered_by = null where id = :id").param("id", item.id()).update();
    }

    private void said(Item item, String answer, String note, String login) {
        jdbc.sql("""
                insert into payments.mismatch_answer (shop_id, item, answer, note, by_login)
                values (:shop, :item, :answer, :note, :by)""")
            .param("shop", item.shop()).param("item", item.id()).param("answer", answer).param("note", note).param("by", login).update();
    }

    /** What was answered so far, the newest first. */
    List<Said> said(long id) {
        return jdbc.sql("select answer, note, by_login, at from payments.mismatch_answer where item = :item order by id desc")
            .param("item", id).query((row, n) -> new Said(row.getString("answer"), row.getString("note"), row.getString("by_login"),
                row.getTimestamp("at").toInstant())).list();
    }

    /** Differences whose case was not opened, or not closed, though their telling is over. */
    List<Item> untold() {
        return jdbc.sql(COLUMNS + """
                where i.verdict <> 'MATCH' and i.resolved_by is null and i.case_number is null
                  and i.judged_at < now() - interval '1 minute' order by i.id limit 500""").query(JdbcMismatches::item).list();
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minor();
    }

    static Item item(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        String resolved = row.getString("resolved_by");
        String holder = row.getString("holder");
        return new Item(row.getLong("id"), row.getString("shop_id"), row.getString("provider"), row.getObject("day", LocalDate.class),
            row.getString("provider_line"), row.getString("refund_no"), Verdict.valueOf(row.getString("verdict")),
            row.getString("basis") == null ? null : Basis.valueOf(row.getString("basis")), money(row, "our_amount"),
            money(row, "their_amount"), difference(row), instant(row, "moved_at"),
            row.getString("refund_case"), row.getString("case_number"), !"MATCH".equals(row.getString("verdict")) && resolved == null,
            resolved, who(row), instant(row, "resolved_at"), Holding.CLAIMS.equals(holder), holder, row.getLong("held"), row.getInt("moves"),
            row.getInt("opened"), row.getString("answer"), row.getString("answered_by"));
    }

    /** Whoever had the last word on it. */
    private static String who(ResultSet row) throws SQLException {
        String confirmed = row.getString("confirmed_by");
        return confirmed == null ? row.getString("answered_by") : confirmed;
    }

    private static Money difference(ResultSet row) throws SQLException {
        boolean same = "MATCH".equals(row.getString("verdict"));
        return new Money(same ? 0 : row.getLong("their_amount") - row.getLong("our_amount"), row.getString("currency"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? null : new Money(amount, row.getString("currency"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
