package dev.afterflow.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Complaints about reviews, their words, proof and verdicts. */
@Repository
class JdbcReviewComplaints {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReviewComplaints(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One complaint; verdict UPHELD, REJECTED or null while it is open. */
    record Complaint(String number, String caseNumber, int n, String category, String words, List<UUID> evidence, boolean byHand, String reference,
                     String said, String by, Instant filedAt, String verdict, String verdictWords, Instant verdictAt) {
    }

    List<Complaint> of(String caseNumber) {
        return jdbc.sql("select * from reviews.complaint where case_number = :case order by n").param("case", caseNumber).query(this::read).list();
    }

    Optional<Complaint> find(String number) {
        return jdbc.sql("select * from reviews.complaint where complaint_no = :no").param("no", number).query(this::read).optional();
    }

    /** The open complaint about a review, which the marketplace's own name of it ends with. */
    Optional<Complaint> about(String shop, String matter) {
        return jdbc.sql("""
                select c.* from reviews.review r join reviews.complaint c on c.case_number = r.case_number
                 where r.shop_id = :shop and (r.review_id = :matter or :matter like '%-' || r.review_id) and c.verdict is null
                 order by c.filed_at desc limit 1""").param("shop", shop).param("matter", matter).query(this::read).optional();
    }

    void insert(String shop, Complaint of) {
        jdbc.sql("""
                insert into reviews.complaint (complaint_no, case_number, shop_id, n, category, words, evidence, by_hand, filed_by, filed_at)
                values (:no, :case, :shop, :n, :category, :words, cast(:evidence as jsonb), :hand, :by, :at)""").param("no", of.number())
                .param("case", of.caseNumber()).param("shop", shop).param("n", of.n()).param("category", of.category()).param("words", of.words())
                .param("evidence", json.writeValueAsString(of.evidence())).param("hand", of.byHand()).param("by", of.by())
                .param("at", Timestamp.from(of.filedAt())).update();
    }

    void said(String number, String reference, String words) {
        jdbc.sql("update reviews.complaint set reference = coalesce(:reference, reference), said = coalesce(:words, said) where complaint_no = :no")
                .param("reference", reference).param("words", words).param("no", number).update();
    }

    /** True the first time a verdict is told. */
    boolean decided(String number, String verdict, String words, Instant at) {
        return jdbc.sql("""
                update reviews.complaint set verdict = :verdict, verdict_words = :words, verdict_at = :at
                 where complaint_no = :no and verdict is null""").param("verdict", verdict).param("words", words).param("at", Timestamp.from(at))
                .param("no", number).update() == 1;
    }

    private Complaint read(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("verdict_at");
        return new Complaint(row.getString("complaint_no"), row.getString("case_number"), row.getInt("n"), row.getString("category"),
                row.getString("words"), List.of(json.readValue(row.getString("evidence"), UUID[].class)), row.getBoolean("by_hand"),
                row.getString("reference"), row.getString("said"), row.getString("filed_by"), row.getTimestamp("filed_at").toInstant(),
                row.getString("verdict"), row.getString("verdict_words"), decided == null ? null : decided.toInstant());
    }
}
