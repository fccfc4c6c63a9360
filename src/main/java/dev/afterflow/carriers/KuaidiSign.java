package dev.afterflow.carriers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Kuaidi100's signatures: MD5 in capital hex over the parts as they stand, one after the other. */
final class KuaidiSign {

    private KuaidiSign() {
    }

    /** A query: {@code param + key + customer}; a work order: {@code param + t + key + secret}; a push: {@code param + salt}. */
    static String of(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Some of its pushes are signed in small hex. */
    static boolean holds(String sign, String... parts) {
        return sign != null && MessageDigest.isEqual(sign.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII), of(parts).getBytes(StandardCharsets.US_ASCII));
    }
}
