package dev.afterflow.stripe;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.providers.Accounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {

    @Bean
    static Accounts<StripeAccount> stripeAccounts(StripeSettings settings, Environment environment, Connections connections, Addresses addresses) {
        return new Accounts<>(connections, StripeProvider.CODE, () -> house(settings, environment), own -> account(own, addresses));
    }

    private static Optional<StripeAccount> house(StripeSettings settings, Environment environment) {
        return settings.isSet() ? Optional.of(StripeAccount.of(environment.getProperty("afterflow.payments.stripe.base", "https://api.stripe.com"),
            settings.secretKey(), secrets(settings.hookSecret()))) : Optional.empty();
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    private static StripeAccount account(Account own, Addresses addresses) {
        return StripeAccount.of(addresses.web("settings.base", own.need("base")).toString().replaceAll("/+$", ""), own.need("secretKey"),
            secrets(own.get("hookSecret").orElse("")));
    }

    private static List<String> secrets(String written) {
        return written == null ? List.of() : Arrays.stream(written.split("[,\\s]+")).filter(secret -> !secret.isBlank()).toList();
    }
}
