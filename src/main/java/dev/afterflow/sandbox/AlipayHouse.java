package dev.afterflow.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who the played Alipay's one merchant is; nobody when the house speaks to the real one. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class AlipayHouse {

    private final String app;
    private final String seller;
    private final AlipaySeal seal;

    AlipayHouse(Environment environment) {
        this.app = environment.getProperty("afterflow.sandbox.alipay.app-id", "");
        this.seller = environment.getProperty("afterflow.sandbox.alipay.seller-id", "");
        this.seal = app.isEmpty() ? null : new AlipaySeal(
            environment.getRequiredProperty("afterflow.sandbox.alipay.private-key"),
            environment.getRequiredProperty("afterflow.sandbox.alipay.app-public-key"));
    }

    boolean open() {
        return seal != null;
    }

    String app() {
        return app;
    }

    String seller() {
        return seller;
    }

    AlipaySeal seal() {
        return seal;
    }
}
