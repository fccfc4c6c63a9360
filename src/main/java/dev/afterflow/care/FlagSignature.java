package dev.afterflow.care;

import dev.afterflow.connections.SignedLine;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signs what is exchanged with the marketplace: HMAC-SHA256 in hex over method or status, path or our signature, time, body. */
final class FlagSignature implements SignedLine.Seal {

    private final byte[] secret;

    FlagSignature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String over(String method, String path, String time, byte[] body) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret);
        mac.update((method + "\n" + path + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8));
        return Hex.encodeHexString(mac.doFinal(body));
    }
}
