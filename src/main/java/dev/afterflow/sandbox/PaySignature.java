package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The played provider's signature: HMAC-SHA256 in hex over lines, each ended by a line feed, the body last. */
final class PaySignature {

    static final String MERCHANT = "Sandbox-Merchant";
    static final String TIMESTAMP = "Sandbox-Timestamp";
    static final String NONCE = "Sandbox-Nonce";
    static final String SIGNATURE = "Sandbox-Signature";

    private PaySignature() {
    }

    static String of(String secret, byte[] body, String... lines) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (String line : lines) {
                mac.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            mac.update(body);
            mac.update((byte) '\n');
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean holds(String signature, String secret, byte[] body, String... lines) {
        return signature != null && MessageDigest.isEqual(of(secret, body, lines).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.US_ASCII));
    }
}
