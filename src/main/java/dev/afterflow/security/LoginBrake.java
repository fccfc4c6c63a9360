package dev.afterflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after five failures in fifteen minutes an account answers only after a growing wait (5 s, 10 s, …,
 * at most 15 min). An address the person has logged in from counts its own failures, so outsiders lock nobody out.
 */
@Component
class LoginBrake {

    static final int FREE = 5;
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Clock clock;

    LoginBrake(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Failures(int count, Instant last) {
    }

    /** Throws 429 while this account must wait for this address. */
    void demandPatience(String login, String address, boolean known) {
        Instant now = clock.instant();
        Failures failures = failures(login, address, known, now.minus(MEMORY));
        long wait = failures.count() < FREE ? 0
                : Duration.between(now, failures.last().plus(pause(failures.count()))).toSeconds() + 1;
        if (wait > 0) {
            throw Problem.tooMany(wait);
        }
    }

    /** The wait after this many failures. */
    static Duration pause(int failures) {
        Duration grown = Duration.ofSeconds(5L << Math.min(failures - FREE, 10));
        return grown.compareTo(MEMORY) > 0 ? MEMORY : grown;
    }

    void failed(String login, String address, boolean known) {
        sql.sql("insert into security.login_failure (login, address, known, at) values (:login, :address, :known, :at)")
                .param("login", masked(login)).param("address", address).param("known", known).param("at", time(clock.instant()))
                .update();
    }

    void succeeded(long person, String login, String address) {
        sql.sql("delete from security.login_failure where login = :login and (address = :address or at < :old)")
                .param("login", masked(login)).param("address", address).param("old", time(clock.instant().minus(MEMORY))).update();
        sql.sql("""
                insert into security.login_address (person_id, address) values (:person, :address)
                on conflict (person_id, address) do update set last_login = now()
                """).param("person", person).param("address", address).update();
    }

    boolean known(long person, String address) {
        return sql.sql("""
                select exists (select 1 from security.login_address where person_id = :person and address = :address
                                  and last_login > now() - interval '30 days')
                """).param("person", person).param("address", address).query(Boolean.class).single();
    }

    /** The masked names that have to wait now, or will after one more failure. */
    Set<String> slowed() {
        return Set.copyOf(sql.sql("""
                select login from security.login_failure where at > :since group by login having count(*) >= :free
                """).param("since", time(clock.instant().minus(MEMORY))).param("free", FREE).query(String.class).list());
    }

    /** Forgets an account's failures. */
    void forgive(String login) {
        sql.sql("delete from security.login_failure where login = :login").param("login", masked(login)).update();
    }

    private Failures failures(String login, String address, boolean known, Instant since) {
        return sql.sql("""
                select count(*) as count, max(at) as last from security.login_failure
                 where login = :login and at > :since and known = :known and (not :known or address = :address)
                """).param("login", masked(login)).param("since", time(since)).param("known", known).param("address", address)
                .query((row, n) -> new Failures(row.getInt("count"), instant(row.getObject("last", OffsetDateTime.class))))
                .single();
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        sql.sql("delete from security.login_failure where at < :old").param("old", time(clock.instant().minus(MEMORY))).update();
    }

    /** People type passwords into the wrong field: the name is kept as a digest only. */
    static String masked(String login) {
        return HexFormat.of().formatHex(KeyText.hash(login));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
