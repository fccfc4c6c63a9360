package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who the played Stripe's one merchant is, by its key; nobody when the house speaks to the real one. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeHouse {

    static final String WORD = "stripe";
    /** Under which the merchant's money stands in the played bank's books. */
    static final String MERCHANT = "acct_played_stripe";

    private final String key;

    StripeHouse(Environment environment) {
        this.key = environment.getProperty("afterflow.sandbox.stripe.key", "");
    }

    boolean open() {
        return !key.isEmpty();
    }

    boolean knows(String authorization) {
        return open() && authorization != null && MessageDigest.isEqual(("Bearer " + key).getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** The header of a notice: HMAC-SHA256 over time and body in hex, beside a scheme that nobody reads any more. */
    static String seal(String secret, long time, String body) {
        return "t=" + time + ",v1=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(time + "." + body) + ",v0=" + "0".repeat(64);
    }
}
