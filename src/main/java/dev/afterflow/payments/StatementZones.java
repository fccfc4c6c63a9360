package dev.afterflow.payments;

import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose midnight parts two statements: the provider's; of a provider nobody here fetches from, the shop's. */
@Component
class StatementZones {

    private final Map<String, ZoneId> byProvider;
    private final Shops shops;

    StatementZones(List<StatementSource> sources, Shops shops) {
        this.byProvider = sources.stream().collect(Collectors.toMap(StatementSource::provider, StatementSource::zone));
        this.shops = shops;
    }

    ZoneId of(String shop, String provider) {
        ZoneId known = byProvider.get(provider);
        return known != null ? known : shops.find(shop).map(Shop::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }
}
