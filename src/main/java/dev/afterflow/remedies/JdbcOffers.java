package dev.afterflow.remedies;

import dev.afterflow.remedies.Remedies.Chooser;
import dev.afterflow.remedies.Remedies.Line;
import dev.afterflow.remedies.Remedies.Offer;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Offers, the latest of a case being the one that counts. */
@Repository
class JdbcOffers {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcOffers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Offer> latest(String caseNumber) {
        return jdbc.sql("select * from remedies.offer where case_number = :case order by id desc limit 1").param("case", caseNumber)
                .query(this::read).optional();
    }

    /** The latest offer, held until the transaction ends. */
    Optional<Offer> lockLatest(String caseNumber) {
        return jdbc.sql("""
                select * from remedies.offer where id = (select max(id) from remedies.offer where case_number = :case) for update
                """).param("case", caseNumber).query(this::read).optional();
    }

    void insert(String caseNumber, String shop, List<Line> lines, String by, Instant at) {
        jdbc.sql("""
                insert into remedies.offer (case_number, shop_id, state, lines, offered_by, offered_at)
                values (:case, :shop, 'OPEN', cast(:lines as jsonb), :by, :at)
                """).param("case", caseNumber).param("shop", shop).param("lines", json.writeValueAsString(lines)).param("by", by)
                .param("at", Timestamp.from(at)).update();
    }

    void expect(long id, Instant answerBy) {
        jdbc.sql("update remedies.offer set answer_by = :by where id = :id").param("by", Timestamp.from(answerBy)).param("id", id).update();
    }

    int reminded(long id) {
        return jdbc.sql("update remedies.offer set reminders = reminders + 1 where id = :id returning reminders").param("id", id)
                .query(Integer.class).single();
    }

    void choose(long id, String code, Chooser by, Who recorder, String note, Instant at) {
        jdbc.sql("""
                update remedies.offer set state = 'CHOSEN', chosen = :code, chosen_by = :by, chosen_at = :at, recorder = :recorder, note = :note,
                       recorder_roles = :roles
                 where id = :id
                """).param("code", code).param("by", by.name()).param("at", Timestamp.from(at)).param("recorder", recorder.login())
                .param("roles", recorder.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param("note", note).param("id", id).update();
    }

    /** Who of the house recorded the choice of the latest offer; empty unless it was told to a person. */
    Optional<Remedies.Recorder> recorder(String caseNumber) {
        return jdbc.sql("""
                select recorder, recorder_roles from remedies.offer
                 where id = (select max(id) from remedies.offer where case_number = :case) and state = 'CHOSEN' and chosen_by = 'AGENT'
                """).param("case", caseNumber).query((row, number) -> new Remedies.Recorder(row.getString("recorder"),
                Arrays.stream(row.getString("recorder_roles").split(",")).filter(role -> !role.isEmpty()).map(Role::valueOf)
                        .collect(Collectors.toSet()))).optional();
    }

    void end(long id, Offer.State how) {
        jdbc.sql("update remedies.offer set state = :state where id = :id").param("state", how.name()).param("id", id).update();
    }

    private Offer read(ResultSet row, int number) throws SQLException {
        String chooser = row.getString("chosen_by");
        return new Offer(row.getLong("id"), row.getString("case_number"), row.getString("shop_id"), Offer.State.valueOf(row.getString("state")),
                json.readValue(row.getString("lines"), LINES), instant(row, "offered_at"), instant(row, "answer_by"), row.getInt("reminders"),
                row.getString("chosen"), chooser == null ? null : Chooser.valueOf(chooser), instant(row, "chosen_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
