package dev.afterflow.studio;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What owners want changed, until a second person has decided, and afterwards as its record. */
@Repository
class JdbcProposals {

    private static final String COLUMNS = "id, kind, state, source, note, by_login, by_name, at, decided_login, decided_name, decided_at, reason";

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcProposals(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    enum Wish { CHANGE, ROLL_BACK, TAKE_SOFTWARE, KEEP_OURS }

    enum State { OPEN, RELEASED, REJECTED, WITHDRAWN }

    /** A proposal without its files. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(long id, Wish kind, State state, String source, String note, String byLogin, String byName, Instant at,
                    String decidedLogin, String decidedName, Instant decidedAt, String reason) {
    }

    /** One file of a proposal. */
    record File(String name, String base, String hash, List<Change> changes) {
    }

    long add(Wish kind, String source, String note, Who who, List<File> files) {
        long id = sql.sql("insert into studio.proposal (kind, source, note, by_login, by_name) values (:kind, :source, :note, :login, :name) returning id")
                .param("kind", kind.name()).param("source", source).param("note", note).param("login", who.login()).param("name", who.name())
                .query(Long.class).single();
        files.forEach(file -> sql.sql("""
                insert into studio.proposal_file (proposal, name, base, hash, changes) values (:id, :name, :base, :hash, :changes::jsonb)
                """).param("id", id).param("name", file.name()).param("base", file.base()).param("hash", file.hash())
                .param("changes", json.writeValueAsString(file.changes())).update());
        return id;
    }

    Optional<Proposal> find(long id) {
        return sql.sql("select " + COLUMNS + " from studio.proposal where id = :id").param("id", id).query(Proposal.class).optional();
    }

    /** Holds the row until the transaction ends. */
    Optional<Proposal> lock(long id) {
        return sql.sql("select " + COLUMNS + " from studio.proposal where id = :id for update").param("id", id).query(Proposal.class).optional();
    }

    List<File> files(long id) {
        return sql.sql("select name, base, hash, changes::text as changes from studio.proposal_file where proposal = :id order by name").param("id", id)
                .query((row, n) -> new File(row.getString("name"), row.getString("base"), row.getString("hash"),
                        json.readValue(row.getString("changes"), new TypeReference<List<Change>>() { }))).list();
    }

    List<Proposal> page(boolean openOnly, long before, int limit) {
        return sql.sql("select " + COLUMNS + " from studio.proposal where id < :before and (not :open or state = 'OPEN') order by id desc limit :limit")
                .param("before", before).param("open", openOnly).param("limit", limit).query(Proposal.class).list();
    }

    /** Open proposals of this person. */
    List<Proposal> openOf(String login) {
        return sql.sql("select " + COLUMNS + " from studio.proposal where state = 'OPEN' and by_login = :login order by id desc")
                .param("login", login).query(Proposal.class).list();
    }

    /** The file this text was proposed for. */
    Optional<String> named(String hash) {
        return sql.sql("select name from studio.proposal_file where hash = :hash limit 1").param("hash", hash).query(String.class).optional();
    }

    void decide(long id, State state, Who who, String reason) {
        sql.sql("""
                update studio.proposal set state = :state, decided_login = :login, decided_name = :name, decided_at = now(), reason = :reason
                 where id = :id and state = 'OPEN'
                """).param("id", id).param("state", state.name()).param("login", who.login()).param("name", who.name()).param("reason", reason).update();
    }

    /** Notes that this person's files were refused; answers how often that was in the last ten minutes. */
    int refused(String login) {
        sql.sql("insert into studio.refused_attempt (by_login) values (:login)").param("login", login).update();
        return sql.sql("select count(*) from studio.refused_attempt where by_login = :login and at > now() - interval '10 minutes'")
                .param("login", login).query(Integer.class).single();
    }
}
