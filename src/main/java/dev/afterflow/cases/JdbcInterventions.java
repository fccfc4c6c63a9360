package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The marketplaces' latest words about open cases. */
@Repository
class JdbcInterventions {

    private final JdbcClient jdbc;

    JdbcInterventions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Case of, NewCase told, PlatformWord word, Instant at) {
        jdbc.sql("""
                insert into cases.intervention (case_number, shop_id, source, external_id, version, step, deadline, verdict,
                       paid_minor, paid_currency, words, told_at)
                values (:case, :shop, :source, :id, :version, :step, :deadline, :verdict, :minor, :currency, :words, :at)
                on conflict (case_number) do update
                   set source = excluded.source, external_id = excluded.external_id, version = excluded.version,
                       step = excluded.step, deadline = coalesce(excluded.deadline, cases.intervention.deadline),
                       verdict = excluded.verdict, paid_minor = excluded.paid_minor, paid_currency = excluded.paid_currency,
                       words = coalesce(excluded.words, cases.intervention.words), told_at = excluded.told_at""")
                .params(columns(of, told, word)).param("at", Timestamp.from(at)).update();
    }

    /** What the marketplace gave on one request; told again in another amount, the later one counts. */
    void gave(Case of, NewCase told, PlatformWord word, Instant at) {
        jdbc.sql("""
                insert into cases.given (case_number, shop_id, source, external_id, minor, currency, told_at)
                values (:case, :shop, :source, :id, :minor, :currency, :at)
                on conflict (case_number, source, external_id) do update set minor = excluded.minor, currency = excluded.currency""")
                .params(columns(of, told, word)).param("at", Timestamp.from(at)).update();
    }

    List<Cases.Given> given(String caseNumber) {
        return jdbc.sql("""
                select g.*, exists (select 1 from cases.request r where r.case_number = g.case_number and r.source = g.source and r.request_id = g.external_id
                         and r.state = 'CLOSED') as over
                  from cases.given g where g.case_number = :case order by g.told_at, g.source, g.external_id""").param("case", caseNumber)
                .query((row, n) -> new Cases.Given(row.getString("source"), row.getString("external_id"), new Money(row.getLong("minor"), row.getString("currency")),
                        row.getBoolean("over"))).list();
    }

    /** The version in which this teller's word about the case was told last. */
    Optional<String> version(Case of, NewCase told) {
        return jdbc.sql("""
                select version from cases.intervention where case_number = :case and source = :source and external_id = :id""")
                .param("case", of.number()).param("source", told.source()).param("id", told.externalId()).query(String.class).optional();
    }

    Optional<Cases.Intervention> find(String caseNumber) {
        return jdbc.sql("select * from cases.intervention where case_number = :case").param("case", caseNumber)
                .query(JdbcInterventions::read).optional();
    }

    private static Map<String, Object> columns(Case of, NewCase told, PlatformWord word) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("case", of.number());
        columns.put("shop", of.shop());
        columns.put("source", told.source());
        columns.put("id", told.externalId());
        columns.put("version", told.version());
        columns.put("step", word.step().name());
        columns.put("deadline", word.deadline() == null ? null : Timestamp.from(word.deadline()));
        columns.put("verdict", word.verdict() == null ? null : word.verdict().name());
        columns.put("minor", word.paid() == null ? null : word.paid().minor());
        columns.put("currency", word.paid() == null ? null : word.paid().currency());
        columns.put("words", word.words());
        return columns;
    }

    private static Cases.Intervention read(ResultSet row, int number) throws SQLException {
        Timestamp deadline = row.getTimestamp("deadline");
        String verdict = row.getString("verdict");
        String currency = row.getString("paid_currency");
        return new Cases.Intervention(deadline == null ? null : deadline.toInstant(), verdict == null ? null : "BUYER".equals(verdict),
                currency == null ? null : new Money(row.getLong("paid_minor"), currency), row.getString("words"));
    }
}
