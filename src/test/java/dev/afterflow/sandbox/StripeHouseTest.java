package dev.afterflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Known answers of the played Stripe's signature, one from the tests of Stripe's own library and one computed elsewhere; and its key. */
class StripeHouseTest {

    private static final String STRIPES_BODY =
        """
        {
          "id": "evt_123",
          "object": "event",
          "account": "acct_123",
          "api_version": "2017-05-25",
          "created": 1533204620,
          "data": {
            "object": {
              "id": "cus_123",
              "object": "customer",
              "created": 123456789,
              "email": "test@stripe.com",
              "livemode": false,
              "metadata": {}
            }
          },
          "livemode": false,
          "pending_webhooks": 1,
          "request": {
            "id": "req_123",
            "idempotency_key": "idempotency-key-123"
          },
          "type": "customer.created"
        }
        """;

    @Test
    void theNoticeOfStripesOwnTestsIsSignedAsTheyHaveIt() {
        assertThat(StripeHouse.seal("webhook_secret", 1_533_204_620L, STRIPES_BODY))
            .startsWith("t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,");
    }

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
