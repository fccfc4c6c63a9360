package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import dev.afterflow.security.Audit;
import dev.afterflow.vault.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Renews a shop's permission at TOP when it ran out: one node at a time, the new one kept in the vault before it is used. */
@Component
class TopPermissions {

    /** The one call that needs no permission. */
    static final String RENEW = "taobao.top.auth.token.refresh";
    private static final Duration LEASE = Duration.ofSeconds(40);

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Audit audit;
    private final JsonMapper json;
    private final TransactionTemplate tx;

    TopPermissions(JdbcClient sql, Secrets secrets, Audit audit, JsonMapper json, TransactionTemplate tx) {
        this.sql = sql;
        this.secrets = secrets;
        this.audit = audit;
        this.json = json;
        this.tx = tx;
    }

    /** How TOP is asked. */
    interface Asking {

        JsonNode ask(String method, Map<String, String> words) throws Away, TopFault;
    }

    /** True when there is a new one, or somebody else is getting it: the call may be made again. */
    boolean renew(Taobao account, Asking asking) throws Away {
        if (!Boolean.TRUE.equals(tx.execute(status -> lease(account.shop())))) {
            return true;
        }
        try {
            JsonNode token = json.readTree(asking.ask(RENEW, Map.of("refresh_token", account.renewal())).path("token_result").asString("{}"));
            String session = token.path("access_token").asString("");
            if (session.isEmpty()) {
                trouble(account.shop(), "no token in the answer");
                return false;
            }
            tx.executeWithoutResult(status -> keep(account, session, token.path("refresh_token").asString(account.renewal()), token.path("expire_time").asLong(0)));
            return true;
        } catch (TopFault | JacksonException refused) {
            trouble(account.shop(), refused.getMessage());
            return false;
        }
    }

    /** Why the permission cannot be renewed; empty while it can. */
    Optional<String> trouble(String shop) {
        return tx.execute(status -> sql.sql("select trouble from platforms.permission where shop_id = :shop and platform = :word and trouble is not null")
            .param("shop", shop).param("word", TaobaoAccounts.WORD).query(String.class).optional());
    }

    /** It works: whatever was wrong with it is over. */
    void fine(String shop) {
        tx.executeWithoutResult(status -> sql.sql("update platforms.permission set trouble = null where shop_id = :shop and platform = :word").param("shop", shop)
            .param("word", TaobaoAccounts.WORD).update());
    }

    /** False when another node got a new one within the lease, or is getting it. */
    private boolean lease(String shop) {
        return sql.sql("""
                insert into platforms.permission as p (shop_id, platform, lease_until) values (:shop, :word, now() + :lease * interval '1 second')
                on conflict (shop_id, platform) do update set lease_until = excluded.lease_until where p.lease_until is null or p.lease_until < now()""")
            .param("shop", shop).param("word", TaobaoAccounts.WORD).param("lease", LEASE.toSeconds()).update() == 1;
    }

    private void keep(Taobao account, String session, String renewal, long expires) {
        secrets.keep(account.shop(), TaobaoAccounts.WORD, "session", session, "afterflow");
        secrets.keep(account.shop(), TaobaoAccounts.WORD, "refreshToken", renewal, "afterflow");
        sql.sql("""
                update platforms.permission set renewed_at = now(), expires_at = :expires, trouble = null
                where shop_id = :shop and platform = :word""").param("expires", expires == 0 ? null : Instant.ofEpochMilli(expires).atOffset(ZoneOffset.UTC))
            .param("shop", account.shop()).param("word", TaobaoAccounts.WORD).update();
        audit.record(account.shop(), "PLATFORM_PERMISSION_RENEWED", "connection", TaobaoAccounts.WORD, Map.of());
    }

    private void trouble(String shop, String why) {
        tx.executeWithoutResult(status -> sql.sql("update platforms.permission set trouble = :why where shop_id = :shop and platform = :word")
            .param("why", why).param("shop", shop).param("word", TaobaoAccounts.WORD).update());
    }
}
