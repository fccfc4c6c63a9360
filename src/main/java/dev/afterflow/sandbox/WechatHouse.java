package dev.afterflow.sandbox;

import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who the played WeChat Pay's one merchant is; nobody when the house speaks to the real one. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WechatHouse {

    static final String WORD = "wechat";

    private final String merchant;
    private final WechatSeal seal;

    WechatHouse(Environment environment) {
        this.merchant = environment.getProperty("afterflow.sandbox.wechat.merchant", "");
        this.seal = merchant.isEmpty() ? null : new WechatSeal(merchant, of(environment, "serial"), of(environment, "merchant-public-key"),
            of(environment, "key-id"), of(environment, "private-key"), of(environment, "api-key"));
    }

    private static String of(Environment environment, String name) {
        return environment.getRequiredProperty("afterflow.sandbox.wechat." + name);
    }

    /** WeChat Pay's own name for a new payment. */
    static String tradeName() {
        return "4200" + "%024d".formatted(UUID.randomUUID().getMostSignificantBits() >>> 1);
    }

    boolean open() {
        return seal != null;
    }

    String merchant() {
        return merchant;
    }

    WechatSeal seal() {
        return seal;
    }
}
