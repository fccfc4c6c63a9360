package dev.afterflow.carriers;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whose account with a tracking service serves a shop: its own connection, else the house's, else the demo's sandbox, else nobody's. */
@Component
class CarrierAccounts {

    static final String KUAIDI = "kuaidi";
    static final String AFTERSHIP = "aftership";

    private final CarrierSettings settings;
    private final Connections connections;
    private final Addresses addresses;
    private final Environment environment;

    CarrierAccounts(CarrierSettings settings, Connections connections, Addresses addresses, Environment environment) {
        this.settings = settings;
        this.connections = connections;
        this.addresses = addresses;
        this.environment = environment;
    }

    /** {@code secret} signs work orders, {@code types} are their numbers in the account's console; without both there are none. */
    record Kuaidi(String url, String workUrl, String customer, String key, String secret, Map<CarrierRequest.Kind, Integer> types) {

        boolean takesWorkOrders() {
            return workUrl != null && secret != null && !types.isEmpty();
        }

        @Override
        public String toString() {
            return "Kuaidi100 at " + url;
        }
    }

    record AfterShip(String url, String apiKey, String webhookSecret) {

        @Override
        public String toString() {
            return "AfterShip at " + url;
        }
    }

    Optional<Kuaidi> kuaidi(String shop) {
        return connections.of(shop, KUAIDI).map(this::kuaidi).or(this::houseKuaidi);
    }

    Optional<AfterShip> afterShip(String shop) {
        return connections.of(shop, AFTERSHIP).map(this::afterShip).or(this::houseAfterShip);
    }

    /** Asked without opening a secret. */
    boolean serve(String shop, String source) {
        return connections.has(shop, source) || (source.equals(KUAIDI) ? houseKuaidi().isPresent() : houseAfterShip().isPresent());
    }

    /** Whether work orders can be made in this shop's name. */
    boolean workOrders(String shop) {
        return kuaidi(shop).filter(Kuaidi::takesWorkOrders).isPresent();
    }

    /** The addresses are looked at again each time: a name may lead elsewhere than it did when it was saved. */
    Kuaidi kuaidi(Account own) {
        String url = base(own, "url");
        return new Kuaidi(url, own.get("workUrl").map(work -> base(own, "workUrl")).orElse(null), own.need("customer"), own.need("key"),
            own.get("secret").orElse(null), own.get("types").map(WorkOrders::types).orElse(Map.of()));
    }

    AfterShip afterShip(Account own) {
        return new AfterShip(base(own, "url"), own.need("apiKey"), own.need("webhookSecret"));
    }

    private Optional<Kuaidi> houseKuaidi() {
        CarrierSettings.Kuaidi house = settings.kuaidi();
        if (house != null && house.url() != null) {
            return Optional.of(new Kuaidi(house.url(), house.workUrl(), house.customer(), house.key(), house.secret(),
                house.types() == null ? Map.of() : WorkOrders.types(house.types())));
        }
        return demo().map(here -> new Kuaidi(here + "/sandbox/kuaidi", here + "/sandbox/kuaidi", "DEMOCUSTOMER", "kuaidi-demo-key",
            "kuaidi-demo-secret", WorkOrders.types("CHASE=1,INTERCEPT=2,CLAIM=3,APPEAL=4")));
    }

    private Optional<AfterShip> houseAfterShip() {
        CarrierSettings.AfterShip house = settings.aftership();
        if (house != null && house.url() != null) {
            return Optional.of(new AfterShip(house.url(), house.apiKey(), house.webhookSecret()));
        }
        return demo().map(here -> new AfterShip(here + "/sandbox/aftership", "asat_demo", "aftership-demo-secret"));
    }

    /** Where services reach this house; empty when they cannot. */
    Optional<String> notifyBase() {
        return Optional.ofNullable(settings.notifyBase()).or(() -> Optional.ofNullable(environment.getProperty("afterflow.address")))
            .filter(base -> !base.isBlank()).or(this::demo);
    }

    private Optional<String> demo() {
        return "demo".equals(environment.getProperty("afterflow.mode", "demo")) ? Optional.of("http://127.0.0.1:"
            + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))) : Optional.empty();
    }

    private String base(Account own, String field) {
        String url = addresses.web("settings." + field, own.need(field)).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
