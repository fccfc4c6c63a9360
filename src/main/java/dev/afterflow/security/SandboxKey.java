package dev.afterflow.security;

import dev.afterflow.vault.Vault;
import dev.afterflow.vault.VaultClosed;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one key of the demo's played world: kept sealed in the database, the same at every start and on every node. A key that the
 * environment names wins over it; whatever other key an earlier start of the demo made is taken back.
 */
@Component
class SandboxKey {

    private static final String PURPOSE = "sandbox-key";

    private final ConfigurableEnvironment environment;
    private final Keys keys;
    private final Vault vault;
    private final JdbcClient sql;

    SandboxKey(ConfigurableEnvironment environment, Keys keys, Vault vault, JdbcClient sql) {
        this.environment = environment;
        this.keys = keys;
        this.vault = vault;
        this.sql = sql;
    }

    /** Gives the sandbox its key; in the transaction, and under the lock, of the first people. */
    void settle() {
        String key = chosen();
        if (keys.find(key).isEmpty()) {
            List<String> scopes = KeyDesk.KINDS.stream().map(kind -> "intake:" + kind).sorted().toList();
            keys.add("sandbox", key, DemoPeople.shops().stream().map(shop -> new Keys.Grant(shop.id(), scopes)).toList(), Who.SYSTEM, true);
        }
        keys.onlyDemo(key);
    }

    private String chosen() {
        String proposed = environment.getRequiredProperty(StartChecks.SANDBOX_KEY);
        PropertySource<?> made = environment.getPropertySources().get(StartChecks.SOURCE);
        if (made == null || !made.containsProperty(StartChecks.SANDBOX_KEY)) {
            return proposed;
        }
        Optional<String> kept = kept().filter(key -> keys.find(key).isPresent());
        kept.ifPresentOrElse(key -> ((MapPropertySource) made).getSource().put(StartChecks.SANDBOX_KEY, key), () -> keep(proposed));
        return kept.orElse(proposed);
    }

    /** Nothing where the master key is another one now, as after a restore elsewhere. */
    private Optional<String> kept() {
        try {
            return sql.sql("select sandbox_key from security.house where sandbox_key is not null").query(String.class).optional()
                    .map(sealed -> vault.open(Vault.HOUSE, PURPOSE, sealed));
        } catch (VaultClosed elsewhere) {
            return Optional.empty();
        }
    }

    private void keep(String key) {
        sql.sql("update security.house set sandbox_key = :sealed").param("sealed", sealed(key)).update();
    }

    private String sealed(String key) {
        try {
            return vault.seal(Vault.HOUSE, PURPOSE, key);
        } catch (VaultClosed elsewhere) {
            return null;
        }
    }
}
