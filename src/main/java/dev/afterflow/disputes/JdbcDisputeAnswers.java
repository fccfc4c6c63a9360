package dev.afterflow.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we sent to whoever decides, once a round. */
@Repository
class JdbcDisputeAnswers {

    private final JdbcClient jdbc;

    JdbcDisputeAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer; state SENT, DONE, REFUSED, CHANGED or NEEDS_PERSON. */
    record Sent(String number, String caseNumber, int round, String what, String pack, boolean byHand, String approvedBy, String state, String reference,
                String said, Instant at) {
    }

    List<Sent> of(String caseNumber) {
        return jdbc.sql("select * from disputes.answer_sent where case_number = :case order by sent_at, number").param("case", caseNumber).query(JdbcDisputeAnswers::read).list();
    }

    Optional<Sent> find(String number) {
        return jdbc.sql("select * from disputes.answer_sent where number = :no").param("no", number).query(JdbcDisputeAnswers::read).optional();
    }

    void insert(String shop, Sent of) {
        jdbc.sql("""
                insert into disputes.answer_sent (number, case_number, shop_id, round, what, pack_no, by_hand, approved_by, state, reference, said, sent_at)
                values (:no, :case, :shop, :round, :what, :pack, :hand, :approved, :state, :reference, :said, :at)""").param("no", of.number())
                .param("case", of.caseNumber()).param("shop", shop).param("round", of.round()).param("what", of.what()).param("pack", of.pack())
                .param("hand", of.byHand()).param("approved", of.approvedBy()).param("state", of.state()).param("reference", of.reference())
                .param("said", of.said()).param("at", Timestamp.from(of.at())).update();
    }

    void settled(String number, String state, String reference, String said, Instant at) {
        jdbc.sql("""
                update disputes.answer_sent set state = :state, reference = coalesce(:reference, reference), said = coalesce(:said, said), settled_at = :at
                 where number = :no""").param("state", state).param("reference", reference).param("said", said).param("at", Timestamp.from(at)).param("no", number).update();
    }

    private static Sent read(ResultSet row, int n) throws SQLException {
        return new Sent(row.getString("number"), row.getString("case_number"), row.getInt("round"), row.getString("what"), row.getString("pack_no"),
                row.getBoolean("by_hand"), row.getString("approved_by"), row.getString("state"), row.getString("reference"), row.getString("said"),
                row.getTimestamp("sent_at").toInstant());
    }
}
