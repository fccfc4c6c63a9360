package dev.afterflow.stripe;

import com.stripe.Stripe;
import com.stripe.net.ApiResource.RequestMethod;
import dev.afterflow.providers.Accounts;
import dev.afterflow.vault.Secrets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The addresses Stripe tells us things at. Stripe must be told where, tells the secret once when it is told, and turns an address off that
 * failed for days; so each is looked at every hour, made anew where its secret is not ours, and its secret goes into the vault.
 */
@Component
class StripeHooks {

    private static final String PLACE = "stripe-hook";
    private static final String NOW = "now";
    private static final String BEFORE = "before";
    private static final List<String> EVENTS = List.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated");

    private final Accounts<StripeAccount> accounts;
    private final StripeGateway gateway;
    private final Secrets secrets;
    private final Environment environment;

    StripeHooks(Accounts<StripeAccount> accounts, StripeGateway gateway, Secrets secrets, Environment environment) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.secrets = secrets;
        this.environment = environment;
    }

    /** The secrets of the addresses made for this shop: the one in force and the one before it. */
    Collection<String> secrets(String shop) {
        return secrets.open(shop, PLACE).values();
    }

    void listen(String shop, String path) {
        String base = environment.getProperty("afterflow.payments.stripe.notify-base", "");
        Optional<StripeAccount> account = accounts.of(shop);
        if (!base.isBlank() && account.isPresent()) {
            listen(account.get(), shop, base + path);
        }
    }

    private void listen(StripeAccount account, String shop, String url) {
        List<JsonNode> ours = gateway.all(account, "/v1/webhook_endpoints").stream().filter(each -> url.equals(each.path("url").asString(""))).toList();
        boolean readable = !account.hooks().isEmpty() || secrets.open(shop, PLACE).containsKey(NOW);
        if (ours.isEmpty() || !readable) {
            make(account, shop, url);
            ours.forEach(stale -> demand(gateway.call(account, RequestMethod.DELETE, path(stale), null, null)));
        } else {
            ours.stream().filter(each -> !each.path("status").asString("").equals("enabled"))
                .forEach(off -> demand(gateway.call(account, RequestMethod.POST, path(off), "disabled=false", null)));
        }
    }

    private void make(StripeAccount account, String shop, String url) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("url", url);
        words.put("api_version", Stripe.API_VERSION);
        for (int each = 0; each < EVENTS.size(); each++) {
            words.put("enabled_events[" + each + "]", EVENTS.get(each));
        }
        JsonNode made = demand(gateway.call(account, RequestMethod.POST, "/v1/webhook_endpoints", StripeGateway.form(words), null));
        String before = secrets.open(shop, PLACE).get(NOW);
        if (before != null) {
            secrets.keep(shop, PLACE, BEFORE, before, "system");
        }
        secrets.keep(shop, PLACE, NOW, made.required("secret").asString(), "system");
    }

    private static JsonNode demand(StripeGateway.Heard heard) {
        if (!heard.isGood()) {
            throw new IllegalStateException("Stripe does not listen: " + heard.why());
        }
        return heard.words();
    }

    private static String path(JsonNode endpoint) {
        return "/v1/webhook_endpoints/" + StripeGateway.encoded(endpoint.path("id").asString());
    }
}
