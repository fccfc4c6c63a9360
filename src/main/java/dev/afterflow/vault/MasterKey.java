package dev.afterflow.vault;

import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** A key that wraps data keys; its id is the beginning of its digest, so that a wrapped key says which one it needs. */
record MasterKey(String id, byte[] bits) {

    static MasterKey of(byte[] bits) {
        return new MasterKey(DigestUtils.sha256Hex(bits).substring(0, 8), bits);
    }

    /** Reads 32 bytes of base64; the name says which setting is wrong. */
    static MasterKey read(String name, String written) {
        try {
            byte[] bits = Base64.getDecoder().decode(written.strip());
            if (bits.length == Cipherbox.KEY_BYTES) {
                return of(bits);
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without the key
        }
        throw new VaultRefused(name + " is not a key of 32 bytes in base64.", "Make one with: openssl rand -base64 32");
    }

    byte[] wrap(String owner, byte[] dataKey) {
        return Cipherbox.seal(bits, dataKey, "data-key/" + owner);
    }

    byte[] unwrap(String owner, byte[] wrapped) {
        return Cipherbox.open(bits, wrapped, "data-key/" + owner);
    }

    @Override
    public String toString() {
        return "master key " + id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
