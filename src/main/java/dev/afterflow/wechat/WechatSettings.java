package dev.afterflow.wechat;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The house's account with WeChat Pay; without a merchant it is not spoken to. The gateway ({@code afterflow.payments.wechat.gateway}) and
 * the address under which WeChat Pay reaches this house ({@code afterflow.payments.wechat.notify-base}, absent means no notices) are read
 * when they are first needed.
 *
 * @param window how long "not found" proves nothing after a send
 * @param shop where a bill's line belongs that names nothing of ours; absent means the first shop
 * @param billHour from which hour in Shanghai yesterday's bill is fetched
 */
@ConfigurationProperties("afterflow.payments.wechat")
record WechatSettings(String merchant, String serial, String privateKey, String platformKeyId, String platformKey, String apiKey,
        @DefaultValue("60s") Duration window, String shop, @DefaultValue("10") int billHour) {

    /** Half an account is a mistake that must be seen at the start. */
    void demandWhole() {
        if (!Stream.of(merchant, serial, privateKey, platformKeyId, platformKey, apiKey).allMatch(StringUtils::hasText)) {
            throw new IllegalStateException("WeChat Pay needs all of afterflow.payments.wechat."
                + "{gateway,merchant,serial,private-key,platform-key-id,platform-key,api-key}; one is missing");
        }
    }

    /** Whether the house itself has an account. */
    boolean isSet() {
        return StringUtils.hasText(merchant);
    }

    @Override
    public String toString() {
        return "WeChat Pay account " + merchant;
    }
}
