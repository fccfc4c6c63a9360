package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The played marketplace's signature of remarks, as its document says: small hex of HMAC-SHA256 over three lines and the body:
 * method (or status), path (or the request's signature), seconds since 1970, each ended by a line feed, then the bytes as they are.
 */
final class MemoSeal {

    static final String CLIENT = "Marketplace-Client";
    static final String TIME = "Marketplace-Time";
    static final String SIGNATURE = "Marketplace-Signature";

    private MemoSeal() {
    }

    static String of(String secret, byte[] body, String... three) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (String line : three) {
                mac.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            StringBuilder hex = new StringBuilder();
            for (byte each : mac.doFinal(body)) {
                hex.append("%02x".formatted(each));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean holds(String signature, String secret, byte[] body, String... three) {
        return signature != null && MessageDigest.isEqual(of(secret, body, three).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }
}
