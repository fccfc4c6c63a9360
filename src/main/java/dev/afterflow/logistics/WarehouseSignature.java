package dev.afterflow.logistics;

import dev.afterflow.connections.SignedLine;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Signs what is exchanged with the warehouse: {@code v1=} and HMAC-SHA256 in Base64 over method or status, path or our
 * signature, time, and the SHA-256 of the body in hex, each on a line.
 */
final class WarehouseSignature implements SignedLine.Seal {

    private final HmacUtils hmac;

    WarehouseSignature(String secret) {
        hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret);
    }

    @Override
    public String over(String method, String path, String time, byte[] body) {
        return "v1=" + Base64.getEncoder().encodeToString(hmac.hmac(String.join("\n", method, path, time, DigestUtils.sha256Hex(body))));
    }
}
