package dev.afterflow.notifications;

import java.util.Map;

/**
 * Something to tell a buyer. {@code template} is one of refundSettled, requestRefused, requestReceived, withdrawnClosed;
 * {@code key} names the state it speaks of: the same case, template, buyer and key are told at most once.
 */
public record Message(String shop, String caseNumber, String template, String language, Recipient to,
        Map<String, String> words, String key) {

    public Message {
        words = Map.copyOf(words);
    }

    /** Who is told and over which order; {@code email} may be null, then the marketplace's chat is used. */
    public record Recipient(String buyerId, String orderId, String email) {
    }
}
