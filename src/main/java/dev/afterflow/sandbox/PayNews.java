package dev.afterflow.sandbox;

import java.util.List;
import org.springframework.web.client.RestClient;

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

    /** Tells it once, signed at this moment; false when the merchant must be told again. */
    boolean told(RestClient http, String url, String body);
}
