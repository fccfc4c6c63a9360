package dev.afterflow.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys of machines: made by an administrator, shown once, kept as a digest, taken back at any time. */
@Component
class Keys {

    private final JdbcClient sql;
    private final Audit audit;

    Keys(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What a list shows of a key. */
    record Listed(long id, String name, String hint, List<Grant> grants, Instant createdAt, Instant lastUsedAt, Instant revokedAt) {
    }

    /** The scopes of a key in one shop. */
    record Grant(String shop, List<String> scopes) {
    }

    private record Row(long id, String name, String hint, String scopes, Instant createdAt, Instant lastUsedAt, Instant revokedAt) {
    }

    Optional<ApiKey> find(String text) {
        return sql.sql("""
                select id, name, last_used_at is null or last_used_at < now() - interval '1 minute' as stale,
                  coalesce((select string_agg(shop || ' ' || scope, ',') from security.api_key_scope where key_id = id), '') as scopes
                  from security.api_key where hash = :hash and revoked_at is null
                """).param("hash", KeyText.hash(text))
                .query((row, n) -> new ApiKey(row.getLong("id"), row.getString("name"), row.getBoolean("stale"),
                        ApiKey.scopes(row.getString("scopes")))).optional();
    }

    /** Noted at most once a minute. */
    void used(ApiKey key) {
        if (key.stale()) {
            sql.sql("update security.api_key set last_used_at = now() where id = :id").param("id", key.id()).update();
        }
    }

    @Transactional
    long add(String name, String text, List<Grant> grants, Who creator, boolean demo) {
        long id = sql.sql("""
                insert into security.api_key (name, hint, hash, demo, created_by) values (:name, :hint, :hash, :demo, :creator)
                returning id
                """).param("name", name).param("hint", KeyText.hint(text)).param("hash", KeyText.hash(text))
                .param("demo", demo).param("creator", creator.id() == 0 ? null : creator.id()).query(Long.class).single();
        grants.forEach(grant -> grant.scopes().forEach(scope -> grant(id, grant.shop(), scope)));
        audit.record(Audit.HOUSE, "KEY_CREATED", "key", Long.toString(id), Map.of("name", name, "grants", grants));
        return id;
    }

    /** 404 for a key that opens a shop the asker does not belong to. */
    @Transactional
    void revoke(long id, Who who) {
        int revoked = sql.sql("""
                update security.api_key set revoked_at = now()
                 where id = :id and revoked_at is null
                   and not exists (select 1 from security.api_key_scope where key_id = id and shop <> all (:shops))
                """).param("id", id).param("shops", who.shops().toArray(String[]::new)).update();
        if (revoked == 0) {
            throw Problem.notFound("key");
        }
        audit.record(Audit.HOUSE, "KEY_REVOKED", "key", Long.toString(id), Map.of());
    }

    /** The keys that open a shop of the asker, with the grants in those shops. */
    List<Listed> of(Who who) {
        return sql.sql("""
                select id, name, hint, created_at, last_used_at, revoked_at,
                  string_agg(granted.shop || ' ' || granted.scope, ',') as scopes
                  from security.api_key join security.api_key_scope granted on granted.key_id = id
                 where granted.shop = any (:shops)
                 group by id order by id desc limit 200
                """).param("shops", who.shops().toArray(String[]::new)).query(Row.class).list().stream().map(Keys::listed).toList();
    }

    /** Of the demo's keys this one stays; the others are taken back, and forgotten a day later. */
    @Transactional
    void onlyDemo(String text) {
        sql.sql("update security.api_key set revoked_at = now() where demo and revoked_at is null and hash <> :hash returning id").param("hash", KeyText.hash(text))
                .query(Long.class).list().forEach(id -> audit.record(Audit.HOUSE, "KEY_REVOKED", "key", Long.toString(id), Map.of()));
        sql.sql("delete from security.api_key where demo and revoked_at < now() - interval '1 day'").update();
    }

    private void grant(long key, String shop, String scope) {
        sql.sql("insert into security.api_key_scope (key_id, shop, scope) values (:key, :shop, :scope) on conflict do nothing")
                .param("key", key).param("shop", shop).param("scope", scope).update();
    }

    private static Listed listed(Row row) {
        List<Grant> grants = Person.words(row.scopes()).stream().map(pair -> pair.split(" ")[0]).distinct().sorted()
                .map(shop -> new Grant(shop, scopes(row.scopes(), shop))).toList();
        return new Listed(row.id(), row.name(), row.hint(), grants, row.createdAt(), row.lastUsedAt(), row.revokedAt());
    }

    private static List<String> scopes(String written, String shop) {
        return Person.words(written).stream().filter(pair -> pair.startsWith(shop + " "))
                .map(pair -> pair.split(" ")[1]).sorted().toList();
    }
}
