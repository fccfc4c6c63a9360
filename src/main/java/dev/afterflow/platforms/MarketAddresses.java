package dev.afterflow.platforms;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whose account speaks for a shop, and where both sides find each other: the shop's own, else the demo's played marketplace, else nobody's. */
@Component
class MarketAddresses {

    private final Connections connections;
    private final Addresses addresses;
    private final PlatformSettings settings;
    private final Environment environment;

    MarketAddresses(Connections connections, Addresses addresses, PlatformSettings settings, Environment environment) {
        this.connections = connections;
        this.addresses = addresses;
        this.settings = settings;
        this.environment = environment;
    }

    Optional<Account> own(String shop, String market) {
        return connections.of(shop, market);
    }

    /** Asked without opening a secret. */
    boolean serves(String shop, String market) {
        return connections.has(shop, market) || isPlayed(shop, market);
    }

    /** Whether the sandbox plays this marketplace for this shop of the demo. */
    boolean isPlayed(String shop, String market) {
        return market.equals(settings.played().get(shop)) && demo().isPresent();
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    String checked(Account own, String field) {
        String url = addresses.web("settings." + field, own.need(field)).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Where marketplaces reach this house; empty when they cannot. */
    Optional<String> notifyBase() {
        return Optional.ofNullable(settings.notifyBase()).or(() -> Optional.ofNullable(environment.getProperty("afterflow.address")))
            .filter(base -> !base.isBlank()).or(this::demo);
    }

    /** This very machine, in the demo. */
    Optional<String> demo() {
        return "demo".equals(environment.getProperty("afterflow.mode", "demo")) ? Optional.of("http://127.0.0.1:"
            + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))) : Optional.empty();
    }
}
