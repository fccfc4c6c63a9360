package dev.afterflow.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One data key an owner, wrapped under the master key; a new master key wraps them anew and leaves what they sealed alone. */
@Component
class DataKeys {

    private final JdbcClient sql;
    private final MasterKeys masters;
    private final TransactionTemplate own;
    private final Map<String, byte[]> open = new ConcurrentHashMap<>();

    DataKeys(JdbcClient sql, MasterKeys masters, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.masters = masters;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record Wrapped(String owner, String master, byte[] wrapped) {
    }

    /** The owner's key; made, in a transaction of its own, when it has none. Throws {@link VaultClosed}. */
    byte[] of(String owner) {
        return known(owner).orElseGet(() -> {
            byte[] key = own.execute(status -> made(owner));
            open.put(owner, key);
            return key;
        });
    }

    /** The owner's key if it was ever made; nothing is made by looking. */
    Optional<byte[]> known(String owner) {
        byte[] held = open.get(owner);
        return held != null ? Optional.of(held) : own.execute(status -> find(owner).map(this::unwrapped)).map(key -> {
            open.put(owner, key);
            return key;
        });
    }

    List<Wrapped> all() {
        return sql.sql("select owner, master, wrapped from vault.data_key order by owner for update").query(Wrapped.class).list();
    }

    byte[] unwrapped(Wrapped key) {
        MasterKey master = masters.find(key.master()).orElseThrow(() ->
                new VaultClosed("Sealed under master key " + key.master() + ", which was not given"));
        return master.unwrap(key.owner(), key.wrapped());
    }

    void wrapAnew(Wrapped key, MasterKey master) {
        sql.sql("update vault.data_key set master = :master, wrapped = :wrapped, wrapped_at = now() where owner = :owner")
                .param("master", master.id()).param("wrapped", master.wrap(key.owner(), unwrapped(key)))
                .param("owner", key.owner()).update();
    }

    private Optional<Wrapped> find(String owner) {
        return sql.sql("select owner, master, wrapped from vault.data_key where owner = :owner").param("owner", owner)
                .query(Wrapped.class).optional();
    }

    private byte[] made(String owner) {
        MasterKey master = masters.current().orElseThrow(() -> new VaultClosed("There is no master key"));
        sql.sql("insert into vault.data_key (owner, master, wrapped) values (:owner, :master, :wrapped) on conflict do nothing")
                .param("owner", owner).param("master", master.id())
                .param("wrapped", master.wrap(owner, Cipherbox.freshKey())).update();
        return unwrapped(find(owner).orElseThrow());
    }
}
