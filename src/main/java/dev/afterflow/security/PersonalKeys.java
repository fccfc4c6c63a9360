package dev.afterflow.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys a person makes for a tool of their own: shown once, kept as a digest, taken back at any time; they end with the person. */
@Component
class PersonalKeys {

    private final JdbcClient sql;
    private final Audit audit;

    PersonalKeys(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What a list shows of a key. */
    record Listed(long id, String name, String hint, Instant createdAt, Instant lastUsedAt) {
    }

    /** The number of the person whose key this is. */
    Optional<Long> find(String text) {
        Optional<Long> person = sql.sql("select person_id from security.personal_key where hash = :hash and revoked_at is null")
                .param("hash", KeyText.hash(text)).query(Long.class).optional();
        person.ifPresent(found -> sql.sql("""
                update security.personal_key set last_used_at = now()
                 where hash = :hash and coalesce(last_used_at, 'epoch') < now() - interval '1 minute'
                """).param("hash", KeyText.hash(text)).update());
        return person;
    }

    @Transactional
    long add(String name, String text, Who who) {
        long id = sql.sql("insert into security.personal_key (person_id, name, hint, hash) values (:person, :name, :hint, :hash) returning id")
                .param("person", who.id()).param("name", name).param("hint", KeyText.hint(text)).param("hash", KeyText.hash(text)).query(Long.class).single();
        audit.record(Audit.HOUSE, "PERSONAL_KEY_CREATED", "key", Long.toString(id), Map.of("name", name));
        return id;
    }

    List<Listed> of(Who who) {
        return sql.sql("""
                select id, name, hint, created_at, last_used_at from security.personal_key
                 where person_id = :person and revoked_at is null order by id desc limit 100
                """).param("person", who.id()).query(Listed.class).list();
    }

    @Transactional
    void revoke(long id, Who who) {
        int revoked = sql.sql("update security.personal_key set revoked_at = now() where id = :id and person_id = :person and revoked_at is null")
                .param("id", id).param("person", who.id()).update();
        if (revoked == 0) {
            throw Problem.notFound("key");
        }
        audit.record(Audit.HOUSE, "PERSONAL_KEY_REVOKED", "key", Long.toString(id), Map.of());
    }
}
