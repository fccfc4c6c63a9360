package dev.afterflow.security;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of second factors and recovery codes. */
@Component
class JdbcFactors {

    private final JdbcClient sql;

    JdbcFactors(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(String sealed, boolean confirmed, long lastStep) {
    }

    Optional<Row> find(long person) {
        return sql.sql("select sealed, confirmed_at is not null as confirmed, last_step from security.second_factor where person_id = :person")
                .param("person", person).query(Row.class).optional();
    }

    /** Puts a fresh secret in place of one that was never confirmed. */
    boolean begin(long person, String sealed, Instant now) {
        return sql.sql("""
                insert into security.second_factor (person_id, sealed, made_at) values (:person, :sealed, :now)
                on conflict (person_id) do update set sealed = excluded.sealed, made_at = excluded.made_at, last_step = 0
                 where second_factor.confirmed_at is null
                """).param("person", person).param("sealed", sealed).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** True when this step of time was not used before; of two at once, one. */
    boolean use(long person, long step) {
        return sql.sql("update security.second_factor set last_step = :step where person_id = :person and last_step < :step")
                .param("person", person).param("step", step).update() == 1;
    }

    void confirm(long person, Instant now, List<byte[]> recovery) {
        sql.sql("update security.second_factor set confirmed_at = :now where person_id = :person")
                .param("person", person).param("now", now.atOffset(ZoneOffset.UTC)).update();
        sql.sql("delete from security.recovery_code where person_id = :person").param("person", person).update();
        recovery.forEach(hash -> sql.sql("insert into security.recovery_code (person_id, hash) values (:person, :hash)")
                .param("person", person).param("hash", hash).update());
    }

    boolean useRecovery(long person, byte[] hash) {
        return sql.sql("update security.recovery_code set used_at = now() where person_id = :person and hash = :hash and used_at is null")
                .param("person", person).param("hash", hash).update() == 1;
    }

    int recoveryLeft(long person) {
        return sql.sql("select count(*) from security.recovery_code where person_id = :person and used_at is null")
                .param("person", person).query(Integer.class).single();
    }

    boolean remove(long person) {
        sql.sql("delete from security.recovery_code where person_id = :person").param("person", person).update();
        return sql.sql("delete from security.second_factor where person_id = :person").param("person", person).update() == 1;
    }
}
