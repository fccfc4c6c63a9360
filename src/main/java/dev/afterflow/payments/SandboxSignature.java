package dev.afterflow.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signs and checks what is exchanged with the sandbox provider: HMAC-SHA256 over its lines and the body, in hex. */
final class SandboxSignature {

    private final byte[] secret;

    SandboxSignature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    String ofRequest(String method, String path, String merchant, String time, String nonce, byte[] body) {
        return sign(body, method, path, merchant, time, nonce);
    }

    boolean isAnswer(String signature, int status, String time, String nonce, byte[] body) {
        return same(signature, sign(body, String.valueOf(status), time, nonce));
    }

    boolean isNotice(String signature, String time, String nonce, byte[] body) {
        return same(signature, sign(body, time, nonce));
    }

    private String sign(byte[] body, String... lines) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret);
        for (String line : lines) {
            mac.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        mac.update(body);
        mac.update((byte) '\n');
        return Hex.encodeHexString(mac.doFinal());
    }

    private static boolean same(String told, String right) {
        return told != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
