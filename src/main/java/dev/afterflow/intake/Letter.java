package dev.afterflow.intake;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One message from outside, checked and stored for the first time in the transaction that hands it over.
 *
 * @param id our number of the stored message
 * @param source who sent it: {@code api}, {@code import} or a marketplace
 * @param externalId the sender's name of the thing the message is about
 * @param version the sender's version of that thing, or a hash of the content when the sender has none
 */
public record Letter(long id, String shop, String source, String kind, String externalId, String version,
                     JsonNode body, Instant receivedAt) {

    /** Sorts versions of one thing as text, later ones behind; null when its versions have no order. */
    public String rank() {
        return Version.rankOf(version);
    }
}
