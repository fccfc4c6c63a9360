package dev.afterflow.platforms;

import dev.afterflow.connections.Account;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.vault.VaultClosed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The app a shop installed at Shopify. */
@Component
class ShopifyAccounts {

    static final String WORD = "shopify";

    private final MarketAddresses addresses;

    ShopifyAccounts(MarketAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * An app's account.
     *
     * @param url of one version of the admin API, such as {@code https://shop.myshopify.com/admin/api/2026-01}
     * @param secret signs its webhooks; {@code oldSecret} signed them before a rotation, null otherwise
     */
    record Shopify(String shop, String url, String token, String secret, String oldSecret) {

        String circuit() {
            return WORD + "/" + shop;
        }

        /** The same, tried beside the work that goes on. */
        Shopify tried() {
            return new Shopify("test/" + shop, url, token, secret, oldSecret);
        }

        @Override
        public String toString() {
            return "Shopify of " + shop + " at " + url;
        }
    }

    boolean serves(String shop) {
        return addresses.serves(shop, WORD);
    }

    Shopify of(String shop) throws Away {
        try {
            return addresses.own(shop, WORD).map(this::own).or(() -> played(shop)).orElseThrow(() -> new Away("NO_ACCOUNT", false));
        } catch (VaultClosed closed) {
            throw new Away("VAULT_CLOSED", false);
        }
    }

    Shopify own(Account own) {
        return new Shopify(own.shop(), addresses.checked(own, "url"), own.need("accessToken"), own.need("appSecret"), own.get("oldAppSecret").orElse(null));
    }

    private Optional<Shopify> played(String shop) {
        return addresses.isPlayed(shop, WORD) ? addresses.demo().map(here -> new Shopify(shop, here + "/sandbox/shopify/" + shop + "/admin/api/2026-01", "shpat_demo_" + shop,
            "shopify-demo-secret", null)) : Optional.empty();
    }
}
