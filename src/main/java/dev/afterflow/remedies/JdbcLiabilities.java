package dev.afterflow.remedies;

import dev.afterflow.remedies.Liability.Freight;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.remedies.Liability.Payer;
import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where liability stands, and every finding on the way. */
@Repository
class JdbcLiabilities {

    private final JdbcClient jdbc;

    JdbcLiabilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Liability> find(String caseNumber) {
        return jdbc.sql("select * from remedies.liability where case_number = :case").param("case", caseNumber)
                .query(JdbcLiabilities::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Liability> lock(String caseNumber) {
        return jdbc.sql("select * from remedies.liability where case_number = :case for update").param("case", caseNumber)
                .query(JdbcLiabilities::read).optional();
    }

    void save(Liability now) {
        Freight freight = now.freight() == null ? new Freight(null, null, null) : now.freight();
        jdbc.sql("""
                insert into remedies.liability (case_number, shop_id, order_id, state, reason_type, party, basis_zh, basis_en,
                       outbound_payer, return_payer, replacement_payer, found_by, found_by_name, evidence_asked_at, changed_at)
                values (:case, :shop, :order, :state, :reason, :party, :zh, :en, :outbound, :wayBack, :replacement, :by, :name, :asked, :at)
                on conflict (case_number) do update
                   set state = excluded.state, reason_type = excluded.reason_type, party = excluded.party, basis_zh = excluded.basis_zh,
                       basis_en = excluded.basis_en, outbound_payer = excluded.outbound_payer, return_payer = excluded.return_payer,
                       replacement_payer = excluded.replacement_payer, found_by = excluded.found_by,
                       found_by_name = excluded.found_by_name, evidence_asked_at = excluded.evidence_asked_at,
                       changed_at = excluded.changed_at
                """).param("case", now.caseNumber()).param("shop", now.shop()).param("order", now.orderId())
                .param("state", now.state().name()).param("reason", now.reasonType()).param("party", name(now.party()))
                .param("zh", now.basisZh()).param("en", now.basisEn()).param("outbound", name(freight.outbound()))
                .param("wayBack", name(freight.wayBack())).param("replacement", name(freight.replacement())).param("by", now.by())
                .param("name", now.byName()).param("asked", stamp(now.evidenceAskedAt())).param("at", stamp(now.at())).update();
    }

    /** Remembers for ever who found what; {@code note} and {@code evidence} are a person's. */
    void remember(Liability found, String note, List<String> evidence, Who who) {
        jdbc.sql("""
                insert into remedies.finding (case_number, shop_id, party, basis_zh, basis_en, note, evidence, person_id, person, at)
                values (:case, :shop, :party, :zh, :en, :note, :evidence, :id, :login, :at)
                """).param("case", found.caseNumber()).param("shop", found.shop()).param("party", found.party().name())
                .param("zh", found.basisZh()).param("en", found.basisEn()).param("note", note)
                .param("evidence", evidence.toArray(String[]::new)).param("id", who.id()).param("login", who.login())
                .param("at", stamp(found.at())).update();
    }

    private static Liability read(ResultSet row, int number) throws SQLException {
        Payer outbound = payer(row.getString("outbound_payer"));
        Freight freight = outbound == null ? null
                : new Freight(outbound, payer(row.getString("return_payer")), payer(row.getString("replacement_payer")));
        String party = row.getString("party");
        return new Liability(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"),
                Liability.State.valueOf(row.getString("state")), row.getString("reason_type"), party == null ? null : Party.valueOf(party),
                row.getString("basis_zh"), row.getString("basis_en"), freight, row.getString("found_by"), row.getString("found_by_name"),
                instant(row, "evidence_asked_at"), instant(row, "changed_at"));
    }

    private static Payer payer(String name) {
        return name == null ? null : Payer.valueOf(name);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
