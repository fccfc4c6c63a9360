package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The known answer of the played Stripe's signature, computed elsewhere; and its key. */
class StripeHouseTest {

    @Test
    void aNoticeIsSignedOverTimeAndBody() {
        String body = "{\"id\":\"evt_1\",\"object\":\"event\",\"livemode\":false,\"type\":\"refund.updated\",\"data\":{\"object\":{\"id\":\"re_1\",\"object\":\"refund\"}}}";
        assertThat(StripeHouse.seal("whsec_knownAnswer", 1_492_774_577L, body))
            .startsWith("t=1492774577,v1=555b2699fa6b8f1fad613f265dfb2082183dccd1371c63e82525786447b95391,");
    }

    @Test
    void onlyItsOwnKeyOpensAndNoneWhereTheRealOneIsSpokenTo() {
        StripeHouse house = new StripeHouse(new MockEnvironment().withProperty("afterflow.sandbox.stripe.key", "sk_test_1"));
        assertThat(house.knows("Bearer sk_test_1")).isTrue();
        assertThat(house.knows("Bearer sk_test_2")).isFalse();
        assertThat(house.knows(null)).isFalse();
        assertThat(new StripeHouse(new MockEnvironment()).knows("Bearer ")).isFalse();
    }
}
