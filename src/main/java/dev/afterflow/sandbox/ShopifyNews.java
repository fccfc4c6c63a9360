package dev.afterflow.sandbox;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The played Shopify's webhooks: signed over the raw body, each delivery under its own id; twice, forged or not at all. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ShopifyNews {

    static final String SECRET = "shopify-demo-secret";

    private final CarrierNews http;
    private final JsonMapper json;
    private final Map<String, String> consoles = new ConcurrentHashMap<>();

    ShopifyNews(CarrierNews http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /** Where a shop's webhooks go, as set in its app. */
    void console(String shop, String url) {
        consoles.put(shop, url);
    }

    /** {@code how}: once, twice, forged or silent; told after what it tells of was kept. */
    void tell(MarketBooks.Thing thing, String topic, String how) {
        String url = consoles.get(thing.shop());
        if (url == null || how.equals("silent")) {
            return;
        }
        String number = thing.name().substring(thing.name().lastIndexOf('/') + 1);
        String body = json.writeValueAsString(Map.of("id", Long.parseLong(number), "admin_graphql_api_id", thing.name()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                send(url, thing.shop(), topic, body, how);
            }
        });
    }

    private void send(String url, String shop, String topic, String body, String how) {
        String delivery = UUID.randomUUID().toString();
        String seal = CarrierSeal.hmac(how.equals("forged") ? "not-the-secret" : SECRET, body);
        for (int i = 0; i < (how.equals("twice") ? 2 : 1); i++) {
            http.post(url, "application/json", body, "X-Shopify-Topic", topic, "X-Shopify-Webhook-Id", delivery, "X-Shopify-Shop-Domain", shop + ".myshopify.com",
                "X-Shopify-Hmac-SHA256", seal);
        }
    }
}
