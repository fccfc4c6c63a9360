package dev.afterflow.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How the played Alibaba Cloud checks its third signature. */
final class SmsSeal {

    private static final Pattern HEADER = Pattern.compile("ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})");

    private SmsSeal() {
    }

    /** Whether this key signed the question; {@code header} reads a header by its small name. */
    static boolean holds(String authorization, String keyId, String secret, String method, String path, Map<String, String> question,
            Function<String, String> header, String bodyHash) {
        Matcher told = HEADER.matcher(authorization == null ? "" : authorization);
        if (!told.matches() || !told.group(1).equals(keyId)) {
            return false;
        }
        String lines = Arrays.stream(told.group(2).split(";")).map(name -> name + ":" + String.valueOf(header.apply(name)).strip() + "\n").collect(Collectors.joining());
        String asked = String.join("\n", method, path, sorted(question), lines, told.group(2), bodyHash);
        byte[] right = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac("ACS3-HMAC-SHA256\n" + DigestUtils.sha256Hex(asked));
        return MessageDigest.isEqual(right, HexFormat.of().parseHex(told.group(3)));
    }

    private static String sorted(Map<String, String> question) {
        return new TreeMap<>(question).entrySet().stream().map(each -> strict(each.getKey()) + "=" + strict(each.getValue())).collect(Collectors.joining("&"));
    }

    private static String strict(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
