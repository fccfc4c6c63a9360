package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every answer people gave, as they gave it. */
@Repository
class JdbcAnswers {

    private final JdbcClient jdbc;

    JdbcAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer; consented means a checkbox that stands for somebody's word. */
    record Said(String task, String answer, Money amount, String ground, String words, String note, boolean consented,
                List<String> evidence) {
    }

    void add(Return to, Said said, Who who) {
        jdbc.sql("""
                insert into returns.answer (case_number, shop_id, task, answer, amount, ground, words, note, consented, evidence,
                                            person_id, person)
                values (:case, :shop, :task, :answer, :amount, :ground, :words, :note, :consented, :evidence, :id, :login)
                """).param("case", to.caseNumber()).param("shop", to.shop()).param("task", said.task())
                .param("answer", said.answer()).param("amount", said.amount() == null ? null : said.amount().minor())
                .param("ground", said.ground()).param("words", said.words()).param("note", said.note())
                .param("consented", said.consented()).param("evidence", said.evidence().toArray(String[]::new))
                .param("id", who.id()).param("login", who.login()).update();
    }

    /** The number of the answer that was given last. */
    long latest(String caseNumber) {
        return jdbc.sql("select max(id) from returns.answer where case_number = :case").param("case", caseNumber).query(Long.class).single();
    }

    /** A file that was attached to an answer. */
    record Attached(String caseNumber, UUID id) {
    }

    /** The files of an answer, in the order they were attached. */
    List<Attached> evidence(long answer) {
        return jdbc.sql("select case_number, unnest(evidence) as file from returns.answer where id = :answer").param("answer", answer)
                .query((row, n) -> new Attached(row.getString("case_number"), UUID.fromString(row.getString("file")))).list();
    }

    /** How many answers a case has had. */
    long count(String caseNumber) {
        return jdbc.sql("select count(*) from returns.answer where case_number = :case").param("case", caseNumber)
                .query(Long.class).single();
    }
}
