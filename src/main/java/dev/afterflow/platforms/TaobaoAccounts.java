package dev.afterflow.platforms;

import dev.afterflow.connections.Account;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.vault.VaultClosed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The permission a shop gave us at Taobao. */
@Component
class TaobaoAccounts {

    static final String WORD = "taobao";

    private final MarketAddresses addresses;

    TaobaoAccounts(MarketAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * An account at TOP.
     *
     * @param session the shop's own permission; {@code renewal} renews it, null where it cannot be renewed
     * @param tmall whether the shop stands on Tmall, which asks for more
     * @param group the group of the message queue that holds this shop's messages alone; null where none is kept
     */
    record Taobao(String shop, String url, String appKey, String secret, String session, String renewal, boolean tmall, String signMethod, String group) {

        String circuit() {
            return WORD + "/" + shop;
        }

        /** The same, tried beside the work that goes on. */
        Taobao tried() {
            return new Taobao("test/" + shop, url, appKey, secret, session, null, tmall, signMethod, group);
        }

        @Override
        public String toString() {
            return "Taobao of " + shop + " at " + url;
        }
    }

    boolean serves(String shop) {
        return addresses.serves(shop, WORD);
    }

    Taobao of(String shop) throws Away {
        try {
            return addresses.own(shop, WORD).map(this::own).or(() -> played(shop)).orElseThrow(() -> new Away("NO_ACCOUNT", false));
        } catch (VaultClosed closed) {
            throw new Away("VAULT_CLOSED", false);
        }
    }

    Taobao own(Account own) {
        return new Taobao(own.shop(), addresses.checked(own, "url"), own.need("appKey"), own.need("appSecret"), own.need("session"), own.get("refreshToken").orElse(null),
            own.get("kind").orElse("taobao").equals("tmall"), own.get("signMethod").orElse("hmac"), own.get("group").orElse(null));
    }

    private Optional<Taobao> played(String shop) {
        return addresses.isPlayed(shop, WORD) ? addresses.demo().map(here -> new Taobao(shop, here + "/sandbox/taobao/router/rest", "21000001", "taobao-demo-secret",
            "demo-session-" + shop, null, true, "hmac", "af-" + shop)) : Optional.empty();
    }
}
