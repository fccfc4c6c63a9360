package dev.afterflow.stripe;

import java.util.List;

/**
 * An account with Stripe, the house's or a shop's own; its text tells no key.
 *
 * @param base where its API answers, {@code files} where it takes papers
 * @param hooks the secrets its notices may be signed with, several while one is replaced by the next
 */
record StripeAccount(String base, String files, String key, List<String> hooks) {

    private static final String REAL = "https://api.stripe.com";

    StripeAccount {
        hooks = List.copyOf(hooks);
    }

    static StripeAccount of(String base, String key, List<String> hooks) {
        return new StripeAccount(base, base.equals(REAL) ? "https://files.stripe.com" : base, key, hooks);
    }

    /** Whether real money moves. */
    boolean live() {
        return key.contains("_live_");
    }

    @Override
    public String toString() {
        return "Stripe account at " + base;
    }
}
