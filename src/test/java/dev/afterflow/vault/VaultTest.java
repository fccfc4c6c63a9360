package dev.afterflow.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The box and its keys, without a database. */
class VaultTest {

    private static final byte[] PLAIN = "canary-7f3a".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatWasSealedOpensForItsKeyAndPurposeOnly() {
        byte[] key = Cipherbox.freshKey();
        byte[] sealed = Cipherbox.seal(key, PLAIN, "lanting/alipay/privateKey");

        assertThat(Cipherbox.open(key, sealed, "lanting/alipay/privateKey")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> Cipherbox.open(key, sealed, "verde/alipay/privateKey")).isInstanceOf(VaultClosed.class);
        assertThatThrownBy(() -> Cipherbox.open(key, sealed, "lanting/mail/privateKey")).isInstanceOf(VaultClosed.class);
        assertThatThrownBy(() -> Cipherbox.open(Cipherbox.freshKey(), sealed, "lanting/alipay/privateKey")).isInstanceOf(VaultClosed.class);
    }

    @Test
    void aSingleBitChangedIsFound() {
        byte[] key = Cipherbox.freshKey();
        byte[] sealed = Cipherbox.seal(key, PLAIN, "p");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Cipherbox.open(key, changed, "p")).isInstanceOf(VaultClosed.class);
        }
        assertThatThrownBy(() -> Cipherbox.open(key, new byte[5], "p")).isInstanceOf(VaultClosed.class);
    }

    @Test
    void theSameTwiceIsSealedDifferently() {
        byte[] key = Cipherbox.freshKey();

        assertThat(Cipherbox.seal(key, PLAIN, "p")).isNotEqualTo(Cipherbox.seal(key, PLAIN, "p"));
    }

    @Test
    void productionMakesNoKeyOfItsOwnAndTheDemoKeepsIts() {
        assertThat(new MasterKeys(environment("production")).current()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        MasterKeys first = new MasterKeys(environment("demo"));

        assertThat(new MasterKeys(environment("demo")).current()).isEqualTo(first.current()).isPresent();
        assertThat(Files.exists(folder.resolve("master.key"))).isTrue();
    }

    @Test
    void aMasterKeyThatIsNoneIsRefusedWithoutBeingRepeated() {
        for (String wrong : new String[] {"hunter2-hunter2", Base64.getEncoder().encodeToString(new byte[16]), "§§§"}) {
            MockEnvironment environment = environment("production").withProperty("AFTERFLOW_MASTER_KEY", wrong);
            assertThatThrownBy(() -> new MasterKeys(environment)).isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("AFTERFLOW_MASTER_KEY").hasMessageNotContaining(wrong);
        }
    }

    @Test
    void aKeysTextTellsItsIdOnly() {
        MasterKey key = MasterKey.of(Cipherbox.freshKey());

        assertThat(key.toString()).isEqualTo("master key " + key.id()).doesNotContain(Base64.getEncoder().encodeToString(key.bits()));
    }

    private MockEnvironment environment(String mode) {
        return new MockEnvironment().withProperty("afterflow.mode", mode).withProperty("afterflow.data", folder.toString());
    }
}
