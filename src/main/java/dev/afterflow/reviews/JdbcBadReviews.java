package dev.afterflow.reviews;

import dev.afterflow.orders.Orders;
import dev.afterflow.reviews.Review.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where bad reviews stand, and what people said about them. */
@Repository
class JdbcBadReviews {

    private final JdbcClient sql;

    JdbcBadReviews(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Review of) {
        sql.sql("""
                insert into reviews.review (case_number, shop_id, order_id, buyer_id, review_id, score, words, written_at, appended_at,
                       answered_at, low, pattern, pattern_words, opened_at)
                values (:case, :shop, :order, :buyer, :review, :score, :words, :written, :appended, :answered, :low, :pattern, :patternWords, :opened)
                """).param("case", of.caseNumber()).param("shop", of.shop()).param("order", of.orderId()).param("buyer", of.buyerId())
                .param("review", of.reviewId()).param("score", of.score()).param("words", of.words()).param("written", at(of.writtenAt()))
                .param("appended", at(of.appendedAt())).param("answered", at(of.answeredAt())).param("low", of.low())
                .param("pattern", of.pattern()).param("patternWords", of.patternWords()).param("opened", at(of.openedAt())).update();
    }

    Optional<Review> find(String caseNumber) {
        return sql.sql("select * from reviews.review where case_number = :case").param("case", caseNumber).query(JdbcBadReviews::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Review> lock(String caseNumber) {
        return sql.sql("select * from reviews.review where case_number = :case for update").param("case", caseNumber)
                .query(JdbcBadReviews::read).optional();
    }

    /** The case that last took this review up. */
    Optional<Review> about(String shop, String reviewId, String orderId) {
        return sql.sql("""
                select * from reviews.review where shop_id = :shop and order_id = :order and review_id = :review
                 order by opened_at desc limit 1 for update""").param("shop", shop).param("order", orderId).param("review", reviewId)
                .query(JdbcBadReviews::read).optional();
    }

    /** Whether a review waits for this case. */
    boolean waitsFor(String caseNumber) {
        return sql.sql("select exists (select 1 from reviews.review where cause_case = :case and state = 'CAUSE')").param("case", caseNumber)
                .query(Boolean.class).single();
    }

    /** Reviews whose cause is solved in this case. */
    List<Review> causedBy(String caseNumber) {
        return sql.sql("select * from reviews.review where cause_case = :case and state = 'CAUSE' for update").param("case", caseNumber)
                .query(JdbcBadReviews::read).list();
    }

    Optional<Review> replyOf(String number) {
        return sql.sql("select * from reviews.review where reply_no = :no for update").param("no", number).query(JdbcBadReviews::read).optional();
    }

    void state(String caseNumber, State state) {
        sql.sql("update reviews.review set state = :state, changed_at = now() where case_number = :case").param("state", state.name())
                .param("case", caseNumber).update();
    }

    void retold(String caseNumber, Orders.Written now) {
        sql.sql("""
                update reviews.review set score = :score, words = :words, appended_at = :appended, answered_at = :answered, changed_at = now()
                 where case_number = :case""").param("score", now.score()).param("words", ReviewText.whole(now)).param("appended", at(now.appendedAt()))
                .param("answered", at(now.answeredAt())).param("case", caseNumber).update();
    }

    void judged(String caseNumber, Review.Judged judged, String category, String owner) {
        sql.sql("""
                update reviews.review set content = :content, proposed = :route, ground = :ground, category = :category, owner = :owner,
                       changed_at = now() where case_number = :case""").param("content", judged.content()).param("route", judged.route())
                .param("ground", judged.ground()).param("category", category).param("owner", owner).param("case", caseNumber).update();
    }

    void found(String caseNumber, Review.Finding found) {
        sql.sql("""
                update reviews.review set route = :route, cause = :cause, category = :category, owner = :owner, found = :words, found_by = :by,
                       state = 'ANALYSED', changed_at = now() where case_number = :case""").param("route", found.route()).param("cause", found.cause())
                .param("category", found.category()).param("owner", found.owner()).param("words", found.words()).param("by", found.by())
                .param("case", caseNumber).update();
    }

    void consent(String caseNumber, String consent) {
        sql.sql("update reviews.review set consent = :consent, changed_at = now() where case_number = :case").param("consent", consent)
                .param("case", caseNumber).update();
    }

    void cause(String caseNumber, String causeCase) {
        sql.sql("update reviews.review set cause_case = :cause, changed_at = now() where case_number = :case")
                .param("cause", causeCase).param("case", caseNumber).update();
    }

    void reply(String caseNumber, String number, String text, String state) {
        sql.sql("update reviews.review set reply_no = :no, reply = :text, reply_state = :state, changed_at = now() where case_number = :case")
                .param("no", number).param("text", text).param("state", state).param("case", caseNumber).update();
    }

    void replied(String caseNumber, String state, String words, Instant at) {
        sql.sql("""
                update reviews.review set reply_state = :state, reply_words = :words, replied_at = :at, changed_at = now()
                 where case_number = :case""").param("state", state).param("words", words).param("at", at(at)).param("case", caseNumber).update();
    }

    void ended(String caseNumber, String outcome) {
        sql.sql("update reviews.review set outcome = :outcome, state = 'ENDED', changed_at = now() where case_number = :case")
                .param("outcome", outcome).param("case", caseNumber).update();
    }

    void answer(Review of, String task, String answer, String note, String by, Instant at) {
        sql.sql("""
                insert into reviews.answer (shop_id, case_number, task, answer, note, by_login, at)
                values (:shop, :case, :task, :answer, :note, :by, :at)""").param("shop", of.shop()).param("case", of.caseNumber())
                .param("task", task).param("answer", answer).param("note", note).param("by", by).param("at", at(at)).update();
    }

    /** What was said at the desk, the earliest first. */
    List<Answer> answers(String caseNumber) {
        return sql.sql("select * from reviews.answer where case_number = :case order by id").param("case", caseNumber)
                .query((row, n) -> new Answer(row.getString("task"), row.getString("answer"), row.getString("note"), row.getString("by_login"),
                        row.getTimestamp("at").toInstant())).list();
    }

    /** What a person said at a task. */
    record Answer(String task, String answer, String note, String by, Instant at) {
    }

    private static Review read(ResultSet row, int n) throws SQLException {
        String route = row.getString("route");
        String proposed = row.getString("proposed");
        return new Review(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"), row.getString("buyer_id"),
                row.getString("review_id"), row.getObject("score") == null ? null : row.getInt("score"), row.getString("words"), instant(row, "written_at"),
                instant(row, "appended_at"), instant(row, "answered_at"), row.getString("low"), State.valueOf(row.getString("state")),
                proposed == null ? null : new Review.Judged(row.getString("content"), proposed, row.getString("ground")),
                new Review.Finding(route, row.getString("cause"), row.getString("category"), row.getString("owner"), row.getString("found"),
                        row.getString("found_by")), row.getString("pattern"), row.getString("pattern_words"), row.getString("consent"),
                row.getString("cause_case"), new Review.Reply(row.getString("reply_no"), row.getString("reply"), row.getString("reply_state"),
                        row.getString("reply_words"), instant(row, "replied_at")), row.getString("outcome"), instant(row, "opened_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }

    static Timestamp at(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
