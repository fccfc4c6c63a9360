package dev.afterflow.questions;

import dev.afterflow.cases.Case;
import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questions in PostgreSQL. */
@Repository
class JdbcQuestions {

    private static final TypeReference<List<String>> IDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcQuestions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Question insert(Case of, Questions.NewQuestion asked, Who who, Instant now) {
        return jdbc.sql("""
                insert into questions.question (shop_id, case_number, team, words, attached, due_at, asked_by, asked_by_name, asked_at, state)
                values (:shop, :case, :team, :words, cast(:attached as jsonb), :due, :by, :name, :now, 'ASKED') returning *""")
                .param("shop", of.shop()).param("case", of.number()).param("team", asked.team()).param("words", asked.words().strip())
                .param("attached", json.writeValueAsString(asked.files())).param("due", Timestamp.from(asked.dueAt()))
                .param("by", who.id()).param("name", who.name()).param("now", Timestamp.from(now)).query(this::question).single();
    }

    List<Question> of(String caseNumber, int most) {
        return jdbc.sql("select * from questions.question where case_number = :case order by id desc limit :most")
                .param("case", caseNumber).param("most", most).query(this::question).list();
    }

    Optional<Question> find(long id) {
        return jdbc.sql("select * from questions.question where id = :id").param("id", id).query(this::question).optional();
    }

    /** The question, locked, so that an answer and a withdrawal come one after the other. */
    Optional<Question> lock(long id) {
        return jdbc.sql("select * from questions.question where id = :id for update").param("id", id).query(this::question).optional();
    }

    void answered(long id, Question.Verdict verdict, String answer, List<String> proofs, Who who, Instant now) {
        jdbc.sql("""
                update questions.question
                   set state = 'ANSWERED', verdict = :verdict, answer = :answer, proofs = cast(:proofs as jsonb), answered_by = :by,
                       answered_by_name = :name, ended_at = :now
                 where id = :id""").param("id", id).param("verdict", verdict.name()).param("answer", answer)
                .param("proofs", json.writeValueAsString(proofs)).param("by", who.id()).param("name", who.name())
                .param("now", Timestamp.from(now)).update();
    }

    void withdrawn(long id, Instant now) {
        jdbc.sql("update questions.question set state = 'WITHDRAWN', ended_at = :now where id = :id")
                .param("id", id).param("now", Timestamp.from(now)).update();
    }

    void overdue(long id, Instant now) {
        jdbc.sql("update questions.question set overdue_at = :now where id = :id").param("id", id).param("now", Timestamp.from(now)).update();
    }

    private Question question(ResultSet row, int n) throws SQLException {
        return new Question(row.getLong("id"), row.getString("case_number"), row.getString("shop_id"), row.getString("team"),
                row.getString("words"), ids(row.getString("attached")), row.getTimestamp("due_at").toInstant(), row.getLong("asked_by"),
                row.getString("asked_by_name"), row.getTimestamp("asked_at").toInstant(), Question.State.valueOf(row.getString("state")),
                instant(row, "overdue_at"), row.getString("verdict") == null ? null : Question.Verdict.valueOf(row.getString("verdict")),
                row.getString("answer"), ids(row.getString("proofs")), row.getString("answered_by_name"), instant(row, "ended_at"));
    }

    private List<String> ids(String written) {
        return written == null ? List.of() : json.readValue(written, IDS);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
