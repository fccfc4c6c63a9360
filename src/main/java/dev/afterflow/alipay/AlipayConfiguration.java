package dev.afterflow.alipay;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.providers.Accounts;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
@EnableConfigurationProperties(AlipaySettings.class)
class AlipayConfiguration {

    @Bean
    static Accounts<AlipayAccount> alipayAccounts(AlipaySettings settings, Environment environment, Connections connections, Addresses addresses) {
        if (settings.isSet()) {
            settings.demandWhole();
        }
        return new Accounts<>(connections, AlipayProvider.CODE, () -> house(settings, environment), own -> account(own, addresses));
    }

    private static Optional<AlipayAccount> house(AlipaySettings settings, Environment environment) {
        return settings.isSet() ? Optional.of(new AlipayAccount(environment.getRequiredProperty("afterflow.payments.alipay.gateway"),
            settings.appId(), settings.privateKey(), settings.alipayPublicKey(), settings.sellerId())) : Optional.empty();
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    private static AlipayAccount account(Account own, Addresses addresses) {
        return new AlipayAccount(addresses.web("settings.gateway", own.need("gateway")).toString(), own.need("appId"),
            own.need("privateKey"), own.need("alipayPublicKey"), own.need("sellerId"));
    }
}
