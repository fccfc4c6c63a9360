package dev.afterflow.care;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which marketplace takes a shop's remarks: its own connection, else the house's from the operator's settings, else the demo's played one. */
@Component
class FlagDoors {

    static final String PARTNER = "marketplace";

    private final MarketplaceSettings settings;
    private final Connections connections;
    private final Addresses addresses;
    private final Environment environment;

    FlagDoors(MarketplaceSettings settings, Connections connections, Addresses addresses, Environment environment) {
        this.settings = settings;
        this.connections = connections;
        this.addresses = addresses;
        this.environment = environment;
    }

    /** Where remarks go and what both sides sign with; {@code brought} by an administrator, not by the operator. */
    record Door(String base, FlagSignature signature, boolean brought) {
    }

    /** Whether there is a marketplace behind a shop's door. */
    boolean lead(String shop) {
        return settings.url() != null || "demo".equals(environment.getProperty("afterflow.mode", "demo")) || connections.has(shop, PARTNER);
    }

    Door of(String shop) {
        return connections.of(shop, PARTNER).map(this::own).orElseGet(() -> new Door(base(), new FlagSignature(settings.secret()), false));
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    Door own(Account account) {
        String url = addresses.web("settings.url", account.need("url")).toString();
        return new Door(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, new FlagSignature(account.need("secret")), true);
    }

    private String base() {
        return settings.url() != null ? settings.url() : "http://127.0.0.1:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")) + "/sandbox/marketplace";
    }
}
