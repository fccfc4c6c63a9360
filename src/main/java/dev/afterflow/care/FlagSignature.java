package dev.afterflow.care;

import dev.afterflow.connections.SignedLine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what the marketplace is told and checks what it answers: HMAC-SHA256 in hex over method or status, path or our signature, time, body. */
final class FlagSignature implements SignedLine.Seal {

    private final SecretKeySpec key;

    FlagSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Override
    public String ofRequest(String method, String path, String time, byte[] body) {
        return sign(method, path, time, body);
    }

    @Override
    public boolean isAnswer(String told, int status, String ours, String time, byte[] body) {
        return told != null && time != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.US_ASCII),
                sign(String.valueOf(status), ours, time, body).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String first, String second, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((first + "\n" + second + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
