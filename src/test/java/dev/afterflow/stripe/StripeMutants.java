package dev.afterflow.stripe;

import dev.afterflow.faults.House;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider.Notice;
import dev.afterflow.providers.Provider.Topic;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product with one rule of Stripe's notices broken: what the fault harness must catch. */
public final class StripeMutants {

    private StripeMutants() {
    }

    /** Nobody looks at the seal. */
    public static final class TakesForged {

        public static void main(String[] arguments) {
            House.broken("stripeNotices", Gullible.class, arguments);
        }
    }

    /** Takes whatever has the form of a notice. */
    static class Gullible extends StripeNotices {

        private final JsonMapper json;

        Gullible(Accounts<StripeAccount> accounts, StripeHooks hooks, JsonMapper json, Clock clock) {
            super(accounts, hooks, json, clock);
            this.json = json;
        }

        @Override
        Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
            JsonNode event = json.readTree(body);
            String number = StripeProvider.number(event.path("data").path("object"));
            return Optional.of(new Notice(event.path("id").asString(), number == null ? Topic.NOTHING_OF_OURS : Topic.REFUND, number == null ? "none" : number, null));
        }
    }
}
