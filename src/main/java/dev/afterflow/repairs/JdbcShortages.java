package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.repairs.Shortage.Claim;
import dev.afterflow.repairs.Shortage.Found;
import dev.afterflow.repairs.Shortage.Party;
import dev.afterflow.repairs.Shortage.Remedy;
import dev.afterflow.repairs.Shortage.Said;
import dev.afterflow.repairs.Shortage.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where shortages stand. */
@Repository
class JdbcShortages {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcShortages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Shortage begun) {
        jdbc.sql("""
                insert into repairs.shortage (case_number, shop_id, order_id, currency, state, claim, answer_by, escalate_at)
                values (:case, :shop, :order, :currency, :state, :claim, :by, :escalate) on conflict do nothing
                """).param("case", begun.caseNumber()).param("shop", begun.shop()).param("order", begun.orderId())
                .param("currency", begun.currency()).param("state", begun.state().name()).param("claim", begun.claim().name())
                .param("by", Rows.stamp(begun.answerBy())).param("escalate", Rows.stamp(begun.escalateAt())).update();
    }

    Optional<Shortage> find(String caseNumber) {
        return jdbc.sql("select * from repairs.shortage where case_number = :case").param("case", caseNumber).query(this::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Shortage> lock(String caseNumber) {
        return jdbc.sql("select * from repairs.shortage where case_number = :case for update").param("case", caseNumber).query(this::read).optional();
    }

    void save(Shortage now) {
        Said said = now.said();
        Found found = now.found();
        jdbc.sql("""
                update repairs.shortage
                   set state = :state, found_party = :foundParty, basis = :basis, party = :party, asked_at = :asked, evidence_until = :until,
                       remedy = :remedy, pieces = cast(:pieces as jsonb), amount = :amount, words = :words, note = :note, decided_by = :by,
                       decided_roles = :roles, why = :why, changed_at = now()
                 where case_number = :case
                """).param("case", now.caseNumber()).param("state", now.state().name())
                .param("foundParty", found == null ? null : found.party().name()).param("basis", found == null ? null : found.basis())
                .param("party", now.party() == null ? null : now.party().name()).param("asked", Rows.stamp(now.askedAt()))
                .param("until", Rows.stamp(now.evidenceUntil()))
                .param("remedy", now.remedy() == null ? null : Rows.word(now.remedy())).param("pieces", json.writeValueAsString(now.pieces()))
                .param("amount", now.amount() == null ? null : now.amount().minor()).param("words", said == null ? null : said.words())
                .param("note", said == null ? null : said.note()).param("by", said == null ? null : said.by())
                .param("roles", said == null ? "" : Rows.joined(said.roles())).param("why", now.why()).update();
    }

    private Shortage read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        long amount = row.getLong("amount");
        Money owed = row.wasNull() ? null : new Money(amount, currency);
        String found = row.getString("found_party");
        String by = row.getString("decided_by");
        return new Shortage(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"), currency,
                State.valueOf(row.getString("state")), Claim.valueOf(row.getString("claim")), Rows.instant(row, "answer_by"),
                Rows.instant(row, "escalate_at"), found == null ? null : new Found(Party.valueOf(found), row.getString("basis")),
                row.getString("party") == null ? null : Party.valueOf(row.getString("party")), Rows.instant(row, "asked_at"),
                Rows.instant(row, "evidence_until"), Rows.of(Remedy.class, row.getString("remedy")), pieces(row.getString("pieces")), owed,
                by == null ? null : new Said(row.getString("words"), row.getString("note"), by, Rows.roles(row.getString("decided_roles"))),
                row.getString("why"));
    }

    private Map<String, Integer> pieces(String text) {
        Map<String, Integer> pieces = new HashMap<>();
        json.readTree(text).propertyStream().forEach(line -> pieces.put(line.getKey(), line.getValue().asInt()));
        return pieces;
    }
}
