package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that a workshop found owing to a buyer, in the order's currency. The process {@code refund-settlement} takes it up and
 * has it approved and paid like any other refund; one case has at most one that is not taken up yet.
 */
@Service
@Transactional
public class Dues {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Clock clock;

    Dues(JdbcClient jdbc, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What is owed and who found so; whoever approves it is another person.
     *
     * @param whole all that {@code refund-amount} gives back for this reason goes back, and the amount only where that table names none
     * @param reasonType the type of reason, such as SHORT or QUALITY
     * @param goodsBack whether the goods came back for it
     * @param words what the buyer is told of it
     * @param note what the approver reads, or null
     * @param by login of the person; empty where a rule or the buyer's own choice settled it
     * @param roles what those who settled it may approve by themselves
     */
    public record Due(String caseNumber, Money amount, boolean whole, String reasonType, boolean goodsBack, String words, String note, String by,
                      Set<Role> roles) {
        public Due {
            roles = Set.copyOf(roles);
        }

        /** An amount that a person settled. */
        public Due(String caseNumber, Money amount, String reasonType, boolean goodsBack, String words, String note, String by, Set<Role> roles) {
            this(caseNumber, amount, false, reasonType, goodsBack, words, note, by, roles);
        }
    }

    /** Keeps what is owed; one that nobody took up gives way to it. 422 if it is nothing. */
    public void owe(Due due) {
        Case of = cases.find(due.caseNumber());
        if (!due.amount().isPositive()) {
            throw Problem.invalid("amount", "positive", "退款金额须大于零", "A refund is more than nothing");
        }
        end(due.caseNumber(), "DROPPED");
        jdbc.sql("""
                insert into remedies.due (case_number, shop_id, amount, whole, currency, reason_type, goods_back, words, note, found_by, roles, at)
                values (:case, :shop, :amount, :whole, :currency, :reason, :back, :words, :note, :by, :roles, :at)
                """).param("case", due.caseNumber()).param("shop", of.shop()).param("amount", due.amount().minor()).param("whole", due.whole())
                .param("currency", due.amount().currency()).param("reason", due.reasonType()).param("back", due.goodsBack())
                .param("words", due.words()).param("note", due.note()).param("by", due.by())
                .param("roles", due.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param("at", Timestamp.from(clock.instant())).update();
    }

    /** What waits to be paid in this case; taken once. */
    public Optional<Due> take(String caseNumber) {
        Optional<Due> open = jdbc.sql("select * from remedies.due where case_number = :case and state = 'OPEN' for update")
                .param("case", caseNumber).query((row, number) -> new Due(row.getString("case_number"),
                        new Money(row.getLong("amount"), row.getString("currency")), row.getBoolean("whole"), row.getString("reason_type"), row.getBoolean("goods_back"),
                        row.getString("words"), row.getString("note"), row.getString("found_by"), roles(row.getString("roles")))).optional();
        open.ifPresent(due -> end(caseNumber, "TAKEN"));
        return open;
    }

    private void end(String caseNumber, String state) {
        jdbc.sql("update remedies.due set state = :state where case_number = :case and state = 'OPEN'")
                .param("state", state).param("case", caseNumber).update();
    }

    private static Set<Role> roles(String joined) {
        return joined.isEmpty() ? Set.of() : Arrays.stream(joined.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }
}
