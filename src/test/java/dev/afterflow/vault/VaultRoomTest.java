package dev.afterflow.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.database.Fence;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets on a real database: sealed under their shop's key, behind its fence, and carried over to a new master key. */
@RoomTest
class VaultRoomTest {

    @Autowired
    Secrets secrets;
    @Autowired
    MasterKeys masters;
    @Autowired
    JdbcClient sql;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    Clock clock;

    private final String shop = "vault-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aSecretIsKeptSealedAndToldByItsLastSignsOnly() {
        secrets.keep(shop, "warehouse", "secret", "canary-secret-4711", "安然");

        assertThat(secrets.open(shop, "warehouse")).containsEntry("secret", "canary-secret-4711");
        Secrets.Kept kept = secrets.of(shop, "warehouse").get(0);
        assertThat(kept.hint()).isEqualTo("4711");
        assertThat(kept.setBy()).isEqualTo("安然");
        assertThat(row()).startsWith("v1.").doesNotContain("canary");
    }

    @Test
    void ofAShortSecretNothingIsTold() {
        secrets.keep(shop, "mail", "password", "short-one", "a");

        assertThat(secrets.of(shop, "mail").get(0).hint()).isEmpty();
    }

    @Test
    void aSealMovedToAnotherPlaceOpensNothing() {
        secrets.keep(shop, "warehouse", "secret", "canary-secret-4711", "a");
        tx.executeWithoutResult(status -> sql.sql("""
                insert into vault.secret select shop_id, 'mail', 'password', sealed, hint, set_by, set_at from vault.secret where shop_id = :shop
                """).param("shop", shop).update());

        assertThatThrownBy(() -> secrets.open(shop, "mail")).isInstanceOf(VaultClosed.class);
    }

    @Test
    void anotherShopsFenceShowsNoSecret() {
        secrets.keep(shop, "warehouse", "secret", "canary-secret-4711", "a");

        assertThat(Fence.within(Set.of("verde"), () -> secrets.open(shop, "warehouse"))).isEmpty();
        assertThat(Fence.within(Set.of("verde"), () -> secrets.of(shop, "warehouse"))).isEmpty();
    }

    @Test
    void aNewMasterKeyTakesOverWhatTheOldOneSealed() {
        inAWorldOfItsOwn(() -> {
            MasterKey old = MasterKey.of(Cipherbox.freshKey());
            MasterKey next = MasterKey.of(Cipherbox.freshKey());
            secrets(keys(old, null)).keep(shop, "warehouse", "secret", "canary-secret-4711", "a");
            String sealed = row();

            start(keys(next, old));

            assertThat(secrets(keys(next, null)).open(shop, "warehouse")).containsEntry("secret", "canary-secret-4711");
            assertThat(row()).isEqualTo(sealed);
            assertThatThrownBy(() -> secrets(keys(old, null)).open(shop, "warehouse")).isInstanceOf(VaultClosed.class);
        });
    }

    @Test
    void productionDoesNotStartOnSecretsItCannotOpen() {
        inAWorldOfItsOwn(() -> {
            secrets(keys(MasterKey.of(Cipherbox.freshKey()), null)).keep(shop, "warehouse", "secret", "canary-secret-4711", "a");

            assertThatThrownBy(() -> start(production())).isInstanceOf(VaultRefused.class).hasMessageContaining("master key");
            assertThatThrownBy(() -> start(keys(MasterKey.of(Cipherbox.freshKey()), null))).isInstanceOf(VaultRefused.class);
        });
    }

    @Test
    void productionStartsWithoutAMasterKeyWhileThereIsNothingToOpen() {
        inAWorldOfItsOwn(() -> {
            assertThatCode(() -> start(production())).doesNotThrowAnyException();
            assertThatThrownBy(() -> secrets(production()).keep(shop, "mail", "password", "x", "a")).isInstanceOf(VaultClosed.class);
        });
    }

    /** Without the data keys of other tests, and taken back; one connection, since what is not committed is seen by nobody else. */
    private void inAWorldOfItsOwn(Runnable story) {
        tx.executeWithoutResult(status -> {
            sql.sql("delete from vault.data_key").update();
            story.run();
            status.setRollbackOnly();
        });
    }

    private DataKeys dataKeys(MasterKeys keys) {
        return new DataKeys(sql, keys, new Joining(transactions));
    }

    private Secrets secrets(MasterKeys keys) {
        return new Secrets(sql, new Vault(dataKeys(keys), keys), clock);
    }

    private void start(MasterKeys keys) {
        new Rotation(dataKeys(keys), keys, tx).afterSingletonsInstantiated();
    }

    private static MasterKeys production() {
        return new MasterKeys(new MockEnvironment().withProperty("afterflow.mode", "production"));
    }

    private static MasterKeys keys(MasterKey current, MasterKey before) {
        MockEnvironment environment = new MockEnvironment().withProperty("afterflow.mode", "production");
        environment.setProperty("AFTERFLOW_MASTER_KEY", Base64.getEncoder().encodeToString(current.bits()));
        if (before != null) {
            environment.setProperty("AFTERFLOW_MASTER_KEY_OLD", Base64.getEncoder().encodeToString(before.bits()));
        }
        return new MasterKeys(environment);
    }

    private String row() {
        List<String> rows = tx.execute(status -> sql.sql("select sealed from vault.secret where shop_id = :shop").param("shop", shop)
                .query(String.class).list());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
