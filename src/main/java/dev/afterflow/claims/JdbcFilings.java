package dev.afterflow.claims;

import dev.afterflow.carriers.Channel;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we laid before carriers, what they said to it, and what people decided. */
@Repository
class JdbcFilings {

    private final JdbcClient jdbc;

    JdbcFilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why we went to the carrier. */
    enum Kind { CLAIM, APPEAL, SUPPLEMENT }

    /** One time we went to the carrier, under this number. */
    record Filing(String number, String claimNo, int n, Kind kind, Channel channel, Money amount, String words, Instant at, String by) {
    }

    /** One thing the carrier said. */
    record Answer(String number, String verdict, Source source, String reference, Money amount, String words, Instant at, Instant heardAt) {

        /** Who said it: the carrier in words, the carrier by paying, or the postal authority for it. */
        enum Source { CARRIER, PAYMENT, AUTHORITY }
    }

    /** What somebody decided, and why. */
    record Decision(String what, String reason, String by, Instant at) {
    }

    /** False when it was filed already. */
    boolean insert(String shop, Filing filing) {
        return jdbc.sql("""
                insert into claims.filing (number, claim_no, shop_id, n, kind, channel, amount, currency, words, at, by_login)
                values (:number, :no, :shop, :n, :kind, :channel, :amount, :currency, :words, :at, :by) on conflict do nothing""")
                .param("number", filing.number()).param("no", filing.claimNo()).param("shop", shop).param("n", filing.n())
                .param("kind", filing.kind().name()).param("channel", filing.channel().name()).param("amount", filing.amount().minor())
                .param("currency", filing.amount().currency()).param("words", filing.words()).param("at", Timestamp.from(filing.at()))
                .param("by", filing.by()).update() == 1;
    }

    Optional<Filing> find(String number) {
        return jdbc.sql("select * from claims.filing where number = :number").param("number", number).query(JdbcFilings::filing).optional();
    }

    List<Filing> of(String claimNo) {
        return jdbc.sql("select * from claims.filing where claim_no = :no order by n").param("no", claimNo).query(JdbcFilings::filing).list();
    }

    /** False when the carrier said the same before. */
    boolean hear(ClaimView claim, Answer answer) {
        return jdbc.sql("""
                insert into claims.answer (number, claim_no, shop_id, verdict, source, reference, amount, currency, words, at, heard_at)
                values (:number, :no, :shop, :verdict, :source, :reference, :amount, :currency, :words, :at, :heard) on conflict do nothing""")
                .param("number", answer.number()).param("no", claim.claimNo()).param("shop", claim.shop()).param("verdict", answer.verdict())
                .param("source", answer.source().name()).param("reference", answer.reference() == null ? "" : answer.reference())
                .param("amount", answer.amount() == null ? null : answer.amount().minor())
                .param("currency", answer.amount() == null ? null : answer.amount().currency()).param("words", answer.words() == null ? "" : answer.words())
                .param("at", Timestamp.from(answer.at())).param("heard", Timestamp.from(answer.heardAt())).update() == 1;
    }

    List<Answer> answers(String claimNo) {
        return jdbc.sql("select * from claims.answer where claim_no = :no order by id").param("no", claimNo).query(JdbcFilings::answer).list();
    }

    void decide(ClaimView claim, Decision decision) {
        jdbc.sql("""
                insert into claims.decision (claim_no, shop_id, what, reason, by_login, at) values (:no, :shop, :what, :reason, :by, :at)""")
                .param("no", claim.claimNo()).param("shop", claim.shop()).param("what", decision.what()).param("reason", decision.reason())
                .param("by", decision.by()).param("at", Timestamp.from(decision.at())).update();
    }

    List<Decision> decisions(String claimNo) {
        return jdbc.sql("select * from claims.decision where claim_no = :no order by id").param("no", claimNo)
                .query((row, n) -> new Decision(row.getString("what"), row.getString("reason"), row.getString("by_login"),
                        row.getTimestamp("at").toInstant())).list();
    }

    private static Filing filing(ResultSet row, int n) throws SQLException {
        return new Filing(row.getString("number"), row.getString("claim_no"), row.getInt("n"), Kind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")), new Money(row.getLong("amount"), row.getString("currency")), row.getString("words"),
                row.getTimestamp("at").toInstant(), row.getString("by_login"));
    }

    private static Answer answer(ResultSet row, int n) throws SQLException {
        return new Answer(row.getString("number"), row.getString("verdict"), Source.valueOf(row.getString("source")), row.getString("reference"),
                JdbcClaims.money(row, "amount", row.getString("currency")), row.getString("words"), row.getTimestamp("at").toInstant(),
                row.getTimestamp("heard_at").toInstant());
    }
}
