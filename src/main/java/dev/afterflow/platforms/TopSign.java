package dev.afterflow.platforms;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

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
        return (switch (method) {
            case "md5" -> DigestUtils.md5Hex(secret + text + secret);
            case "hmac-sha256" -> new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(text.toString());
            default -> new HmacUtils(HmacAlgorithms.HMAC_MD5, secret).hmacHex(text.toString());
        }).toUpperCase(Locale.ROOT);
    }
}
