package dev.afterflow.notes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words begun in a case but not sent, at most 20 KB; who takes the case over finds them with the name of who began them. */
@Service
@Transactional
class Drafts {

    private static final int MOST_BYTES = 20_000;

    private final Cases cases;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(Cases cases, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** To whom the words go: the buyer, or colleagues. */
    enum Kind {
        MESSAGE, NOTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst()
                    .orElseThrow(() -> Problem.malformed("kind", "values", "请使用 message 或 note", "Use message or note"));
        }
    }

    /** A draft as kept, by whom and when; all null when nothing was begun. */
    record Draft(JsonNode data, Long byId, String byName, Instant savedAt) {

        static final Draft NONE = new Draft(null, null, null, null);
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(String caseNumber, Kind kind) {
        return jdbc.sql("select data, by_id, by_name, saved_at from notes.draft where case_number = :case and kind = :kind")
                .param("case", cases.find(caseNumber).number()).param("kind", kind.word())
                .query((row, n) -> new Draft(json.readTree(row.getString("data")), row.getLong("by_id"), row.getString("by_name"),
                        row.getTimestamp("saved_at").toInstant())).optional();
    }

    void keep(String caseNumber, Kind kind, JsonNode data, Who who) {
        Case of = cases.find(caseNumber);
        String written = json.writeValueAsString(data);
        if (written.length() > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        if (written.contains("\\u0000")) {
            throw Problem.invalid("data", "characters", "不能含空字符", "No NUL characters");
        }
        jdbc.sql("""
                insert into notes.draft (case_number, kind, shop_id, data, by_id, by_name, saved_at)
                values (:case, :kind, :shop, cast(:data as jsonb), :by, :name, :now)
                on conflict (case_number, kind) do update
                   set data = excluded.data, by_id = excluded.by_id, by_name = excluded.by_name, saved_at = excluded.saved_at""")
                .param("case", of.number()).param("kind", kind.word()).param("shop", of.shop()).param("data", written)
                .param("by", who.id()).param("name", who.name()).param("now", Timestamp.from(clock.instant())).update();
    }

    void drop(String caseNumber, Kind kind) {
        jdbc.sql("delete from notes.draft where case_number = :case and kind = :kind")
                .param("case", cases.find(caseNumber).number()).param("kind", kind.word()).update();
    }
}
