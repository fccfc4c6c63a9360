package dev.afterflow.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.providers.CardDisputes.Dispute;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Move;
import dev.afterflow.providers.CardDisputes.Paper;
import dev.afterflow.providers.CardDisputes.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Known answers of Stripe's signature, one from the tests of Stripe's own library and one computed elsewhere; every state of a dispute; and what is no evidence. */
class StripeSignatureTest {

    private static final String BODY = "{\"id\":\"evt_1\",\"object\":\"event\",\"livemode\":false,\"type\":\"refund.updated\",\"data\":{\"object\":{\"id\":\"re_1\",\"object\":\"refund\"}}}";
    private static final String SEAL = "t=1492774577,v1=555b2699fa6b8f1fad613f265dfb2082183dccd1371c63e82525786447b95391";

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
    private static final String STRIPES_SEAL = "t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,"
        + "v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";

    @Test
    void theNoticeOfStripesOwnTestsHolds() {
        assertThat(StripeNotices.holds(STRIPES_BODY, STRIPES_SEAL, "webhook_secret")).isTrue();
        assertThat(StripeNotices.holds(STRIPES_BODY.strip(), STRIPES_SEAL, "webhook_secret")).isFalse();
    }

    @Test
    void aKnownNoticeHoldsWithItsSecretAndNoOther() {
        assertThat(StripeNotices.holds(BODY, SEAL, "whsec_knownAnswer")).isTrue();
        assertThat(StripeNotices.holds(BODY, SEAL + ",v1=00", "whsec_knownAnswer")).as("while one secret follows another").isTrue();
        assertThat(StripeNotices.holds(BODY, SEAL, "whsec_another")).isFalse();
        assertThat(StripeNotices.holds(BODY + " ", SEAL, "whsec_knownAnswer")).isFalse();
        assertThat(StripeNotices.holds(BODY, SEAL.replace("v1=", "v0="), "whsec_knownAnswer")).isFalse();
        assertThat(StripeNotices.holds(BODY, SEAL.replace("1492774577", "1492774578"), "whsec_knownAnswer")).isFalse();
        assertThat(StripeNotices.holds(BODY, "", "whsec_knownAnswer")).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"warning_needs_response,INQUIRY,true,false", "warning_under_review,INQUIRY_UNDER_REVIEW,false,false", "warning_closed,INQUIRY_CLOSED,false,true",
        "needs_response,NEEDS_RESPONSE,true,false", "under_review,UNDER_REVIEW,false,false", "won,WON,false,true", "lost,LOST,false,true",
        "prevented,PREVENTED,false,true", "something_new,OTHER,false,false"})
    void everyStateOfADisputeIsKnown(String word, Status status, boolean ours, boolean over) {
        assertThat(StripeDisputes.status(word)).isEqualTo(status);
        assertThat(status.ours()).isEqualTo(ours);
        assertThat(status.over()).isEqualTo(over);
    }

    @Test
    void aDisputeIsReadWithWhatItMoved() {
        Dispute read = StripeDisputes.dispute(JsonMapper.shared().readTree("""
            {"id":"dp_1","object":"dispute","amount":1000,"currency":"usd","charge":"ch_1","payment_intent":"pi_1","reason":"product_not_received",
             "status":"needs_response","created":1764400000,"evidence_details":{"due_by":1765000000,"past_due":false,"submission_count":0,"has_evidence":false},
             "payment_method_details":{"type":"card","card":{"network_reason_code":"13.1"}},
             "balance_transactions":[{"id":"txn_2","amount":1000,"fee":0,"currency":"usd","created":1764500000},
               {"id":"txn_1","amount":-1000,"fee":1500,"currency":"usd","created":1764400000}]}"""));
        assertThat(read).isEqualTo(new Dispute("dp_1", "pi_1", "ch_1", Status.NEEDS_RESPONSE, "needs_response", "product_not_received", "13.1",
            new Money(1000, "USD"), Instant.ofEpochSecond(1_765_000_000), false, 0, Instant.ofEpochSecond(1_764_400_000),
            List.of(new Move("txn_1", new Money(-1000, "USD"), new Money(1500, "USD"), Instant.ofEpochSecond(1_764_400_000)),
                new Move("txn_2", new Money(1000, "USD"), new Money(0, "USD"), Instant.ofEpochSecond(1_764_500_000)))));
    }

    @Test
    void whatStripeWouldNotTakeIsNotSent() {
        assertThat(StripeEvidence.fault(new Evidence(Map.of("shipping_carrier", "SF"), List.of(paper("receipt", "a.pdf", "application/pdf", 9))))).isNull();
        assertThat(StripeEvidence.fault(new Evidence(Map.of("receipt", "a file is no text"), List.of()))).isEqualTo("UNKNOWN_FIELD receipt");
        assertThat(StripeEvidence.fault(new Evidence(Map.of("uncategorized_text", "a".repeat(150_001)), List.of()))).isEqualTo("WORDS_TOO_LONG");
        assertThat(StripeEvidence.fault(new Evidence(Map.of(), List.of(paper("receipt", "a.docx", "application/msword", 9))))).isEqualTo("PAPER_TYPE a.docx");
        assertThat(StripeEvidence.fault(new Evidence(Map.of(), List.of(paper("receipt", "a.pdf", "application/pdf", 5 * 1024 * 1024 + 1))))).isEqualTo("PAPER_TOO_LARGE a.pdf");
        Paper twice = paper("receipt", "a.pdf", "application/pdf", 9);
        assertThat(StripeEvidence.fault(new Evidence(Map.of(), Arrays.asList(twice, twice)))).isEqualTo("TWO_PAPERS receipt");
    }

    private static Paper paper(String field, String name, String media, int bytes) {
        return new Paper(field, name, media, new byte[bytes], "00");
    }
}
