package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The played warehouse's signature, as its document says: {@code v1=} and Base64 of HMAC-SHA256 over four lines without a last
 * line feed: method (or status), path (or the request's signature), seconds since 1970, SHA-256 of the body in small hex.
 */
final class WarehouseSeal {

    static final String CLIENT = "Warehouse-Client";
    static final String TIME = "Warehouse-Time";
    static final String SIGNATURE = "Warehouse-Signature";

    private WarehouseSeal() {
    }

    static String of(String secret, byte[] body, String... three) {
        try {
            StringBuilder text = new StringBuilder();
            for (String line : three) {
                text.append(line).append('\n');
            }
            for (byte each : MessageDigest.getInstance("SHA-256").digest(body)) {
                text.append("%02x".formatted(each));
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1=" + Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean holds(String signature, String secret, byte[] body, String... three) {
        return signature != null && MessageDigest.isEqual(of(secret, body, three).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }
}
