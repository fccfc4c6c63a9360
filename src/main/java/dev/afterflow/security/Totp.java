package dev.afterflow.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes of six digits that change every 30 seconds (RFC 6238 with SHA-1, as authenticator apps expect); one step early or late is taken. */
final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final int DRIFT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {
    }

    /** A fresh secret, in hex. */
    static String secret() {
        byte[] bits = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** As people type it into an app. */
    static String spelled(String secret) {
        return Base32.toBase32String(HexFormat.of().parseHex(secret)).replace("=", "");
    }

    /** As a picture tells it to an app. */
    static String uri(String secret, String login) {
        return "otpauth://totp/Afterflow:" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "?secret=" + spelled(secret)
                + "&issuer=Afterflow&algorithm=SHA1&digits=6&period=30";
    }

    /** The step of time this code belongs to, later than {@code after}; empty for a wrong, an old or a used one. */
    static OptionalLong step(String secret, String code, Instant now, long after) {
        long period = CODES.getTimeStep().toSeconds();
        long current = now.getEpochSecond() / period;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            boolean same = MessageDigest.isEqual(bytes(code), bytes(code(secret, Instant.ofEpochSecond(step * period))));
            if (same && step > after && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(String secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(HexFormat.of().parseHex(secret), CODES.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
