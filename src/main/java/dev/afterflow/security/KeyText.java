package dev.afterflow.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of an API key: {@code afk_} and 256 random bits; only its SHA-256 is kept. */
final class KeyText {

    static final String PREFIX = "afk_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {
    }

    static String fresh() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** The first signs, to recognise a key in a list. */
    static String hint(String key) {
        return key.substring(0, Math.min(key.length(), PREFIX.length() + 6)) + "…";
    }

    static byte[] hash(String key) {
        return DigestUtils.sha256(key);
    }
}
