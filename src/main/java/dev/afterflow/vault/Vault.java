package dev.afterflow.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Seals short texts for an owner (a shop's id, or {@link #HOUSE}) and a purpose, and opens them for the same two only:
 * AES-256-GCM under the owner's data key, which is itself wrapped under the master key of {@code AFTERFLOW_MASTER_KEY}.
 * Throws {@link VaultClosed} without the right master key.
 */
@Component
public class Vault {

    /** What belongs to no shop. */
    public static final String HOUSE = "*";
    private static final String FORM = "v1.";

    private final DataKeys keys;
    private final MasterKeys masters;

    Vault(DataKeys keys, MasterKeys masters) {
        this.keys = keys;
        this.masters = masters;
    }

    /** Whether anything can be sealed here. */
    public boolean isOpen() {
        return masters.current().isPresent();
    }

    /** The sealed text; sealing the same twice gives two texts. */
    public String seal(String owner, String purpose, String plain) {
        byte[] sealed = Cipherbox.seal(keys.of(owner), plain.getBytes(StandardCharsets.UTF_8), owner + "/" + purpose);
        return FORM + Base64.getEncoder().encodeToString(sealed);
    }

    /** What was sealed for this owner and purpose. */
    public String open(String owner, String purpose, String sealed) {
        if (!sealed.startsWith(FORM)) {
            throw new VaultClosed("What is kept for " + owner + "/" + purpose + " is of another form");
        }
        byte[] key = keys.known(owner).orElseThrow(() -> new VaultClosed("There is no data key of " + owner));
        byte[] bits = Base64.getDecoder().decode(sealed.substring(FORM.length()));
        return new String(Cipherbox.open(key, bits, owner + "/" + purpose), StandardCharsets.UTF_8);
    }
}
