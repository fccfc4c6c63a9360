package dev.afterflow.payments;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whose account with Alipay serves a shop: its own connection, else the house's from the operator's settings, else nobody's. */
@Component
class AlipayAccounts {

    private final AlipaySettings settings;
    private final Environment environment;
    private final Connections connections;
    private final Addresses addresses;

    AlipayAccounts(AlipaySettings settings, Environment environment, Connections connections, Addresses addresses) {
        if (settings.isSet()) {
            settings.demandWhole();
        }
        this.settings = settings;
        this.environment = environment;
        this.connections = connections;
        this.addresses = addresses;
    }

    boolean serve(String shop) {
        return settings.isSet() || connections.has(shop, AlipayProvider.CODE);
    }

    Optional<AlipayAccount> of(String shop) {
        return connections.of(shop, AlipayProvider.CODE).map(this::account).or(this::house);
    }

    /** The shops behind the fence that have an account of their own. */
    List<String> shopsWithOwn() {
        return connections.shopsUsing(AlipayProvider.CODE);
    }

    Optional<AlipayAccount> house() {
        return settings.isSet() ? Optional.of(new AlipayAccount(environment.getRequiredProperty("afterflow.payments.alipay.gateway"),
            settings.appId(), settings.privateKey(), settings.alipayPublicKey(), settings.sellerId())) : Optional.empty();
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    AlipayAccount account(Account own) {
        return new AlipayAccount(addresses.web("settings.gateway", own.need("gateway")).toString(), own.need("appId"),
            own.need("privateKey"), own.need("alipayPublicKey"), own.need("sellerId"));
    }
}
