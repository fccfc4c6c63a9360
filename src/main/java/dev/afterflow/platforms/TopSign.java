package dev.afterflow.platforms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TOP's signature of a call: all words but files sorted by name, name and value one after the other, as MD5 with the secret in front and behind
 * ({@code md5}) or as HMAC under the secret ({@code hmac}: MD5, {@code hmac-sha256}), in capital hex. Words without a value are left out.
 */
final class TopSign {

    private TopSign() {
    }

    static String of(String method, Map<String, String> words, String secret) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(words).forEach((name, value) -> {
            if (!name.isEmpty() && value != null && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        try {
            return HexFormat.of().withUpperCase().formatHex(digest(method, text.toString(), secret));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(String method, String text, String secret) throws GeneralSecurityException {
        if (method.equals("md5")) {
            return MessageDigest.getInstance("MD5").digest((secret + text + secret).getBytes(StandardCharsets.UTF_8));
        }
        String name = method.equals("hmac-sha256") ? "HmacSHA256" : "HmacMD5";
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
