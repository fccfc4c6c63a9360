package dev.afterflow.alipay;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The house's account with Alipay; without an app id Alipay is not spoken to. The gateway's address
 * ({@code afterflow.payments.alipay.gateway}) and the address under which Alipay reaches this house
 * ({@code afterflow.payments.alipay.notify-base}, absent means no notices) are read when they are first needed.
 *
 * @param privateKey ours, PKCS#8 in base64
 * @param alipayPublicKey theirs, X.509 in base64
 * @param askAfter how soon after a send Alipay can be asked about it
 * @param window how long "not found" proves nothing after a send
 * @param read how long one answer may take
 * @param shop where a bill's line belongs that names nothing of ours; absent means the first shop
 * @param billHour from which hour in Shanghai yesterday's bill is fetched
 */
@ConfigurationProperties("afterflow.payments.alipay")
record AlipaySettings(String appId, String privateKey, String alipayPublicKey, String sellerId,
        @DefaultValue("10s") Duration askAfter, @DefaultValue("60s") Duration window, @DefaultValue("10s") Duration read,
        String shop, @DefaultValue("10") int billHour) {

    /** Half an account is a mistake that must be seen at the start. */
    void demandWhole() {
        if (!Stream.of(appId, privateKey, alipayPublicKey, sellerId).allMatch(StringUtils::hasText)) {
            throw new IllegalStateException("Alipay needs all of afterflow.payments.alipay."
                + "{gateway,app-id,private-key,alipay-public-key,seller-id}; one is missing");
        }
    }

    /** Whether the house itself has an account. */
    boolean isSet() {
        return StringUtils.hasText(appId);
    }

    @Override
    public String toString() {
        return "Alipay account " + appId;
    }
}
