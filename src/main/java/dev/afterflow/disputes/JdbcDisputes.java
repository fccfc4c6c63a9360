package dev.afterflow.disputes;

import dev.afterflow.disputes.Dispute.State;
import dev.afterflow.disputes.Dispute.Times;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where disputes stand, and what people said about them. */
@Repository
class JdbcDisputes {

    private final JdbcClient sql;

    JdbcDisputes(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Dispute of, List<String> products) {
        Times times = of.times();
        sql.sql("""
                insert into disputes.dispute (case_number, shop_id, order_id, buyer_id, products, matter, platform, kind, reason, words, currency, amount,
                       due_at, due_told, warn_at, alarm_at, opened_at)
                values (:case, :shop, :order, :buyer, :products, :matter, :platform, :kind, :reason, :words, :currency, :amount, :due, :told, :warn, :alarm, :opened)
                """).param("case", of.caseNumber()).param("shop", of.shop()).param("order", of.orderId()).param("buyer", of.buyerId())
                .param("products", products.toArray(String[]::new)).param("matter", of.matter()).param("platform", of.platform()).param("kind", of.kind().name()).param("reason", of.reason())
                .param("words", of.words()).param("currency", of.currency()).param("amount", of.money().amount().minor()).param("due", at(times.dueAt()))
                .param("told", times.told()).param("warn", at(times.warnAt())).param("alarm", at(times.alarmAt())).param("opened", at(times.openedAt())).update();
    }

    Optional<Dispute> find(String caseNumber) {
        return sql.sql("select * from disputes.dispute where case_number = :case").param("case", caseNumber).query(JdbcDisputes::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Dispute> lock(String caseNumber) {
        return sql.sql("select * from disputes.dispute where case_number = :case for update").param("case", caseNumber).query(JdbcDisputes::read).optional();
    }

    /** Cases whose dispute has this name and is not over. */
    List<String> openOf(String shop, String platform, String matter) {
        return sql.sql("""
                select case_number from disputes.dispute
                 where shop_id = :shop and platform = :platform and matter = :matter and state <> 'ENDED' order by case_number""")
                .param("shop", shop).param("platform", platform).param("matter", matter).query(String.class).list();
    }

    void kind(String caseNumber, Dispute.Kind kind) {
        sql.sql("update disputes.dispute set kind = :kind, changed_at = now() where case_number = :case").param("kind", kind.name()).param("case", caseNumber).update();
    }

    /** How many other contested disputes of this platform and reason were decided, and how many of them for us. */
    Past past(Dispute of) {
        return sql.sql("""
                select count(*) as decided, count(*) filter (where verdict = 'WON') as won from disputes.dispute
                 where shop_id = :shop and platform = :platform and reason = :reason and verdict is not null and contested and case_number <> :case""")
                .param("shop", of.shop()).param("platform", of.platform()).param("reason", of.reason()).param("case", of.caseNumber()).query(Past.class).single();
    }

    /** Was a contested dispute of this reason, over all of these goods at least, won with files put to this item? */
    boolean wonWith(String shop, String reason, String item, List<String> products) {
        return sql.sql("""
                select exists (select 1 from disputes.dispute d join disputes.item i on i.case_number = d.case_number
                  where d.shop_id = :shop and d.reason = :reason and d.verdict = 'WON' and d.contested and d.products @> cast(:products as text[])
                    and i.code = :item and jsonb_array_length(i.evidence) > 0)""").param("shop", shop).param("reason", reason).param("item", item)
                .param("products", products.toArray(String[]::new)).query(Boolean.class).single();
    }

    /** Own verdicts so far. */
    record Past(int decided, int won) {

        long percent() {
            return decided == 0 ? 0 : Math.round(100.0 * won / decided);
        }
    }

    void advice(String caseNumber, Dispute.Advice advice) {
        sql.sql("""
                update disputes.dispute set strategy = :strategy, strategy_ground = :ground, past_decided = :decided, past_won = :won,
                       changed_at = now() where case_number = :case""").param("strategy", advice.strategy()).param("ground", advice.ground())
                .param("decided", advice.pastDecided()).param("won", advice.pastWon()).param("case", caseNumber).update();
    }

    void due(String caseNumber, Times times) {
        sql.sql("""
                update disputes.dispute set due_at = :due, due_told = :told, warn_at = :warn, alarm_at = :alarm, changed_at = now()
                 where case_number = :case""").param("due", at(times.dueAt())).param("told", times.told()).param("warn", at(times.warnAt()))
                .param("alarm", at(times.alarmAt())).param("case", caseNumber).update();
    }

    void position(String caseNumber, Dispute.Position position) {
        sql.sql("""
                update disputes.dispute set position = :what, position_note = :note, decided_by = :by, second_by = :second, sent_back = :back,
                       contested = contested or coalesce(cast(:what as text) = 'CONTEST', false), state = 'ANSWERING', changed_at = now() where case_number = :case""").param("what", position.what()).param("note", position.note())
                .param("by", position.by()).param("second", position.secondBy()).param("back", position.sentBack()).param("case", caseNumber).update();
    }

    void statement(String caseNumber, Dispute.Statement said) {
        sql.sql("""
                update disputes.dispute set statement = :words, incomplete = :incomplete, gathered_by = :by, changed_at = now()
                 where case_number = :case""").param("words", said.words()).param("incomplete", said.incomplete()).param("by", said.by())
                .param("case", caseNumber).update();
    }

    void state(String caseNumber, State state) {
        sql.sql("""
                update disputes.dispute set state = :state, answered_at = case when :state = 'ANSWERED' then coalesce(answered_at, now()) else answered_at end,
                       changed_at = now() where case_number = :case""").param("state", state.name()).param("case", caseNumber).update();
    }

    void decided(String caseNumber, Dispute.Decided verdict, Instant at, Instant appealBy) {
        sql.sql("""
                update disputes.dispute set verdict = :verdict, verdict_words = :words, verdict_at = :at, appeal_by = :appeal, state = 'DECIDED',
                       changed_at = now() where case_number = :case""").param("verdict", verdict.verdict()).param("words", verdict.words())
                .param("at", at(at)).param("appeal", at(appealBy)).param("case", caseNumber).update();
    }

    /** Another round: position, approval and statement of the one before count for nothing, its words are left as a draft. */
    void appeals(String caseNumber, int round) {
        sql.sql("""
                update disputes.dispute set round = :round, state = 'ANSWERING', position = null, position_note = null, decided_by = null, second_by = null,
                       sent_back = null, gathered_by = null, incomplete = null, changed_at = now() where case_number = :case""")
                .param("round", round).param("case", caseNumber).update();
    }

    void money(String caseNumber, Dispute.Sheet now) {
        sql.sql("""
                update disputes.dispute set withheld = :withheld, returned = :returned, lost = :lost, fee = :fee, changed_at = now()
                 where case_number = :case""").param("withheld", now.withheld().minor()).param("returned", now.returned().minor())
                .param("lost", now.lost().minor()).param("fee", now.fee().minor()).param("case", caseNumber).update();
    }

    void ended(String caseNumber, String outcome, Instant at) {
        sql.sql("update disputes.dispute set outcome = :outcome, state = 'ENDED', closed_at = :at, changed_at = now() where case_number = :case")
                .param("outcome", outcome).param("at", at(at)).param("case", caseNumber).update();
    }

    void answer(Dispute of, String task, String answer, String note, String by, Instant at) {
        sql.sql("""
                insert into disputes.answer (shop_id, case_number, task, answer, note, by_login, at)
                values (:shop, :case, :task, :answer, :note, :by, :at)""").param("shop", of.shop()).param("case", of.caseNumber())
                .param("task", task).param("answer", answer).param("note", note).param("by", by).param("at", at(at)).update();
    }

    /** What was said at the desk, the earliest first. */
    List<Answer> answers(String caseNumber) {
        return sql.sql("select * from disputes.answer where case_number = :case order by id").param("case", caseNumber)
                .query((row, n) -> new Answer(row.getString("task"), row.getString("answer"), row.getString("note"), row.getString("by_login"),
                        row.getTimestamp("at").toInstant())).list();
    }

    /** What a person said at a task. */
    record Answer(String task, String answer, String note, String by, Instant at) {
    }

    private static Dispute read(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Dispute(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"), row.getString("buyer_id"), row.getString("matter"),
                row.getString("platform"), Dispute.Kind.valueOf(row.getString("kind")), row.getString("reason"), row.getString("words"),
                new Dispute.Sheet(money(row, "amount", currency), money(row, "withheld", currency), money(row, "returned", currency), money(row, "lost", currency),
                        money(row, "fee", currency)),
                new Times(instant(row, "due_at"), row.getBoolean("due_told"), instant(row, "warn_at"), instant(row, "alarm_at"), instant(row, "opened_at"),
                        instant(row, "answered_at"), instant(row, "verdict_at"), instant(row, "appeal_by"), instant(row, "closed_at")),
                State.valueOf(row.getString("state")), row.getInt("round"),
                new Dispute.Advice(row.getString("strategy"), row.getString("strategy_ground"), row.getInt("past_decided"), row.getInt("past_won")),
                new Dispute.Position(row.getString("position"), row.getString("position_note"), row.getString("decided_by"), row.getString("second_by"), row.getString("sent_back")),
                new Dispute.Statement(row.getString("statement"), row.getString("incomplete"), row.getString("gathered_by")),
                row.getString("verdict") == null ? null : new Dispute.Decided(row.getString("verdict"), row.getString("verdict_words")), row.getString("outcome"));
    }

    private static Money money(ResultSet row, String column, String currency) throws SQLException {
        return new Money(row.getLong(column), currency);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }

    private static Timestamp at(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
