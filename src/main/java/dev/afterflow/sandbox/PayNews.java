package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** How one of the played providers tells a merchant of a refund. */
interface PayNews {

    /** Its word, kept with what it has to tell. */
    String word();

    /** Whether the refund is one of its own merchant's. */
    boolean serves(PayBooks.Kept kept);

    /** Where it is told; the address the merchant gave with the refund unless it has others. */
    default List<String> addresses(PayBooks.Kept kept) {
        return kept.wanted().notifyUrl().isBlank() ? List.of() : List.of(kept.wanted().notifyUrl());
    }

    /** The words of the notice as they stay however often it is told; null when it says nothing of this. */
    String body(PayBooks.Kept kept);

    /** A state it tells of that may come before the end. */
    default String before() {
        return "PROCESSING";
    }

    /** Tells it once, its seal made at this moment over {@code sealed}: the body itself, unless somebody forges it. */
    Told told(RestClient http, String url, String body, String sealed);

    /** Whether the merchant need not be told again. */
    default boolean taken(Told told) {
        return told.status() / 100 == 2;
    }

    /** What the merchant answered; status 0 when nobody did. */
    record Told(int status, String answer) {

        static Told of(RestClient.RequestHeadersSpec<?> notice) {
            try {
                return notice.exchange((sent, heard) -> new Told(heard.getStatusCode().value(), new String(heard.getBody().readAllBytes(), StandardCharsets.UTF_8)));
            } catch (RestClientException away) {
                return new Told(0, "");
            }
        }
    }
}
