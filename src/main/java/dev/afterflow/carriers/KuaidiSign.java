package dev.afterflow.carriers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/** Kuaidi100's signatures: MD5 in capital hex over the parts as they stand, one after the other. */
final class KuaidiSign {

    private KuaidiSign() {
    }

    /** A query: {@code param + key + customer}; a work order: {@code param + t + key + secret}; a push: {@code param + salt}. */
    static String of(String... parts) {
        return DigestUtils.md5Hex(String.join("", parts)).toUpperCase(Locale.ROOT);
    }

    /** Some of its pushes are signed in small hex. */
    static boolean holds(String sign, String... parts) {
        return sign != null && MessageDigest.isEqual(sign.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII), of(parts).getBytes(StandardCharsets.US_ASCII));
    }
}
