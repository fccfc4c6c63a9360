package dev.afterflow.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The house's account with Stripe; without a key it is not spoken to. Its address ({@code afterflow.payments.stripe.base}) and the address
 * under which Stripe reaches this house ({@code afterflow.payments.stripe.notify-base}, absent means no notices) are read when they are
 * first needed.
 *
 * @param secretKey or a restricted key that may write refunds, disputes, files and webhook endpoints and read balance transactions
 * @param hookSecret of an endpoint made by hand, several apart by commas; absent when the house makes its own
 * @param window how long "not found" proves nothing after a send
 * @param resend how long after the first send Stripe still knows the key; it may forget it after a day
 * @param shop where a statement's line belongs that names nothing of ours; absent means the first shop
 * @param statementHour from which hour UTC yesterday's statement is fetched
 */
@ConfigurationProperties("afterflow.payments.stripe")
record StripeSettings(String secretKey, String hookSecret, @DefaultValue("60s") Duration window, @DefaultValue("20h") Duration resend,
        String shop, @DefaultValue("1") int statementHour) {

    /** Whether the house itself has an account. */
    boolean isSet() {
        return StringUtils.hasText(secretKey);
    }

    @Override
    public String toString() {
        return "the house's Stripe account";
    }
}
