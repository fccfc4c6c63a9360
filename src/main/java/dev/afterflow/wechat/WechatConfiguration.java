package dev.afterflow.wechat;

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
@EnableConfigurationProperties(WechatSettings.class)
class WechatConfiguration {

    @Bean
    static Accounts<WechatAccount> wechatAccounts(WechatSettings settings, Environment environment, Connections connections, Addresses addresses) {
        if (settings.isSet()) {
            settings.demandWhole();
        }
        return new Accounts<>(connections, WechatProvider.CODE, () -> house(settings, environment), own -> account(own, addresses));
    }

    private static Optional<WechatAccount> house(WechatSettings settings, Environment environment) {
        return settings.isSet() ? Optional.of(new WechatAccount(environment.getRequiredProperty("afterflow.payments.wechat.gateway"),
            settings.merchant(), settings.serial(), settings.privateKey(), settings.platformKeyId(), settings.platformKey(), settings.apiKey()))
            : Optional.empty();
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    private static WechatAccount account(Account own, Addresses addresses) {
        String gateway = addresses.web("settings.gateway", own.need("gateway")).toString().replaceAll("/+$", "");
        return new WechatAccount(gateway, own.need("merchant"), own.need("serial"), own.need("privateKey"), own.need("platformKeyId"),
            own.need("platformKey"), own.need("apiKey"));
    }
}
