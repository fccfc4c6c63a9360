package dev.afterflow.notifications;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Alibaba Cloud's third signature, ACS3-HMAC-SHA256: over method, path, sorted question, sorted headers and the hash of the body. */
final class SmsSeal {

    static final String SCHEME = "ACS3-HMAC-SHA256";

    private SmsSeal() {
    }

    /** The header {@code Authorization}; {@code headers} are all that are signed, names in small letters. */
    static String of(String keyId, String secret, String method, Map<String, String> question, Map<String, String> headers, String bodyHash) {
        TreeMap<String, String> sorted = new TreeMap<>(headers);
        String names = String.join(";", sorted.keySet());
        String lines = sorted.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue().strip() + "\n").collect(Collectors.joining());
        String asked = method + "\n/\n" + question(question) + "\n" + lines + "\n" + names + "\n" + bodyHash;
        return SCHEME + " Credential=" + keyId + ",SignedHeaders=" + names + ",Signature="
            + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(SCHEME + "\n" + DigestUtils.sha256Hex(asked));
    }

    /** Sorted, in the strict writing of addresses. */
    static String question(Map<String, String> question) {
        return new TreeMap<>(question).entrySet().stream().map(each -> written(each.getKey()) + "=" + written(each.getValue())).collect(Collectors.joining("&"));
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
