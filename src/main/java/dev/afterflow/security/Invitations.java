package dev.afterflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links with which a person sets a password themselves: 256 random bits, once, within three days; a new one voids the ones before. */
@Component
@Transactional
class Invitations {

    static final Duration VALID = Duration.ofDays(3);

    private final JdbcClient sql;
    private final JdbcPeople people;
    private final PasswordRule passwords;
    private final Audit audit;
    private final Clock clock;

    Invitations(JdbcClient sql, JdbcPeople people, PasswordRule passwords, Audit audit, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The only time the token is told. */
    record Made(String token, Instant expiresAt) {
    }

    Made invite(Person person, Who who) {
        String token = KeyText.fresh();
        Instant now = clock.instant();
        sql.sql("delete from security.invitation where person_id = :person and used_at is null").param("person", person.id()).update();
        sql.sql("""
                insert into security.invitation (hash, person_id, made_by, made_at, expires_at) values (:hash, :person, :who, :now, :expires)
                """).param("hash", KeyText.hash(token)).param("person", person.id()).param("who", who.login())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("expires", now.plus(VALID).atOffset(ZoneOffset.UTC)).update();
        audit.record(Audit.HOUSE, "PERSON_INVITED", "person", person.login(), Map.of());
        return new Made(token, now.plus(VALID));
    }

    /** Whose link this is, while it is good. */
    @Transactional(readOnly = true)
    Optional<Person> find(String token) {
        return sql.sql("select person_id from security.invitation where hash = :hash and used_at is null and expires_at > :now")
                .param("hash", KeyText.hash(token)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Long.class).optional()
                .flatMap(people::byId).filter(person -> !person.dismissed());
    }

    /** Sets the password and ends every session; {@link Problem} 404 for a link that is used, old or nobody's. */
    Person accept(String token, String password) {
        Person person = find(token).orElseThrow(() -> Problem.notFound("invitation"));
        passwords.demandGood(person.login(), password);
        int used = sql.sql("update security.invitation set used_at = :now where hash = :hash and used_at is null")
                .param("hash", KeyText.hash(token)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (used == 0) {
            throw Problem.notFound("invitation");
        }
        people.password(person.id(), passwords.hash(password));
        audit.record(Audit.HOUSE, "INVITATION_TAKEN", "person", person.login(), Map.of());
        return person;
    }
}
