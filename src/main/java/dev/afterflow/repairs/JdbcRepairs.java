package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.repairs.Repair.Bench;
import dev.afterflow.repairs.Repair.Found;
import dev.afterflow.repairs.Repair.Instead;
import dev.afterflow.repairs.Repair.Owed;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.repairs.Repair.Quote;
import dev.afterflow.repairs.Repair.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where repairs stand. */
@Repository
class JdbcRepairs {

    private final JdbcClient jdbc;

    JdbcRepairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one repair cost; words may be null. */
    record Cost(String kind, String words, Money amount) {
    }

    void insert(Repair begun) {
        jdbc.sql("""
                insert into repairs.repair (case_number, shop_id, order_id, currency, answer_by, escalate_at)
                values (:case, :shop, :order, :currency, :by, :escalate) on conflict do nothing
                """).param("case", begun.caseNumber()).param("shop", begun.shop()).param("order", begun.orderId()).param("currency", begun.currency())
                .param("by", Rows.stamp(begun.answerBy())).param("escalate", Rows.stamp(begun.escalateAt())).update();
    }

    Optional<Repair> find(String caseNumber) {
        return jdbc.sql("select * from repairs.repair where case_number = :case").param("case", caseNumber).query(JdbcRepairs::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Repair> lock(String caseNumber) {
        return jdbc.sql("select * from repairs.repair where case_number = :case for update").param("case", caseNumber).query(JdbcRepairs::read).optional();
    }

    void save(Repair now) {
        Bench bench = now.bench();
        jdbc.sql("""
                update repairs.repair
                   set place = :place, cover = :cover, cover_basis = :coverBasis, claim = :claim, claim_basis = :claimBasis, wish = :wish,
                       installed_on = :installed, came_at = :came, repair_by = :repairBy, found = :found, abuse_proved = :proved, main_part = :main,
                       fault_words = :fault, repairable = :repairable, waits_part = :waits, late = :late, parts_late = :partsLate,
                       serial_in = :serialIn, serial_out = :serialOut, spare_serial = :spare, failures = :failures, repairs = :repairs, fixed = :fixed,
                       days_in_repair = :days, instead = :instead, proved_by = :provedBy, why = :why, ended = :ended, changed_at = now()
                 where case_number = :case
                """).param("case", now.caseNumber()).param("place", now.place().name()).param("cover", now.cover()).param("coverBasis", now.coverBasis())
                .param("claim", now.claim()).param("claimBasis", now.claimBasis()).param("wish", name(now.wish())).param("installed", now.installedOn())
                .param("came", Rows.stamp(now.cameAt())).param("repairBy", Rows.stamp(now.repairBy())).param("found", name(bench.found()))
                .param("proved", bench.abuseProved()).param("main", bench.mainPart()).param("fault", bench.faultWords())
                .param("repairable", bench.repairable()).param("waits", bench.waitsPart()).param("late", bench.late()).param("partsLate", bench.partsLate())
                .param("serialIn", bench.serialIn()).param("serialOut", bench.serialOut()).param("spare", bench.spareSerial())
                .param("failures", now.failures()).param("repairs", now.repairs()).param("fixed", now.fixed()).param("days", now.daysInRepair())
                .param("instead", name(now.instead())).param("provedBy", Rows.stamp(now.provedBy())).param("why", now.why()).param("ended", now.ended()).update();
    }

    void quoted(String caseNumber, Quote quote) {
        jdbc.sql("""
                update repairs.repair set quote = :price, quote_words = :words, quote_state = :state, quote_until = :until, reminders = :reminders
                 where case_number = :case
                """).param("case", caseNumber).param("price", quote.price().minor()).param("words", quote.words()).param("state", quote.state().name())
                .param("until", Rows.stamp(quote.until())).param("reminders", quote.reminders()).update();
    }

    /** A person confirmed that the agreed price came. */
    void paid(String caseNumber, String reference, String by) {
        jdbc.sql("update repairs.repair set quote_state = 'PAID', payment_reference = :reference, payment_by = :by where case_number = :case")
                .param("case", caseNumber).param("reference", reference).param("by", by).update();
    }

    void owed(String caseNumber, Owed owed) {
        jdbc.sql("""
                update repairs.repair set refund = :amount, refund_words = :words, refund_note = :note, refund_by = :by, refund_roles = :roles
                 where case_number = :case
                """).param("case", caseNumber).param("amount", owed.amount().minor()).param("words", owed.words()).param("note", owed.note())
                .param("by", owed.by()).param("roles", owed.roles()).update();
    }

    /** Repairs of the same order that other cases had, and the days they took. */
    Earlier earlier(Repair of) {
        return jdbc.sql("""
                select coalesce(sum(repairs), 0) as repairs, coalesce(sum(days_in_repair), 0) as days from repairs.repair
                 where shop_id = :shop and order_id = :order and case_number <> :case
                """).param("shop", of.shop()).param("order", of.orderId()).param("case", of.caseNumber()).query(Earlier.class).single();
    }

    record Earlier(int repairs, int days) {
    }

    void spent(Repair of, Cost cost, String by, Instant at) {
        jdbc.sql("""
                insert into repairs.cost (case_number, shop_id, kind, words, amount, currency, by_login, at)
                values (:case, :shop, :kind, :words, :amount, :currency, :by, :at)
                """).param("case", of.caseNumber()).param("shop", of.shop()).param("kind", cost.kind()).param("words", cost.words())
                .param("amount", cost.amount().minor()).param("currency", cost.amount().currency()).param("by", by).param("at", Rows.stamp(at)).update();
    }

    List<Cost> costs(String caseNumber) {
        return jdbc.sql("select * from repairs.cost where case_number = :case order by id").param("case", caseNumber).query((row, number) ->
                new Cost(row.getString("kind"), row.getString("words"), new Money(row.getLong("amount"), row.getString("currency")))).list();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E of(Class<E> words, ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(words, name);
    }

    private static Repair read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Repair(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"), currency, of(Place.class, row, "place"),
                Rows.instant(row, "answer_by"), Rows.instant(row, "escalate_at"), row.getString("cover"), row.getString("cover_basis"),
                row.getString("claim"), row.getString("claim_basis"), of(Wish.class, row, "wish"), row.getObject("installed_on", LocalDate.class),
                Rows.instant(row, "came_at"), Rows.instant(row, "repair_by"), bench(row), row.getInt("failures"), row.getInt("repairs"),
                row.getBoolean("fixed"), row.getInt("days_in_repair"), quote(row, currency), of(Instead.class, row, "instead"), owed(row, currency),
                Rows.instant(row, "proved_by"), row.getString("why"), row.getString("ended"));
    }

    private static Bench bench(ResultSet row) throws SQLException {
        return new Bench(of(Found.class, row, "found"), row.getBoolean("abuse_proved"), row.getBoolean("main_part"), row.getString("fault_words"),
                row.getBoolean("repairable"), row.getBoolean("waits_part"), row.getBoolean("late"), row.getBoolean("parts_late"),
                row.getString("serial_in"), row.getString("serial_out"), row.getString("spare_serial"));
    }

    private static Quote quote(ResultSet row, String currency) throws SQLException {
        return row.getString("quote_state") == null ? null : new Quote(new Money(row.getLong("quote"), currency), row.getString("quote_words"),
                of(Quote.State.class, row, "quote_state"), Rows.instant(row, "quote_until"), row.getInt("reminders"));
    }

    private static Owed owed(ResultSet row, String currency) throws SQLException {
        return row.getString("refund_by") == null ? null : new Owed(new Money(row.getLong("refund"), currency), row.getString("refund_words"),
                row.getString("refund_note"), row.getString("refund_by"), row.getString("refund_roles"));
    }
}
