package dev.afterflow.orders;

/** An order was stored for the first time or in a newer version; published in the storing transaction. */
public record OrderRecorded(String shop, String orderId) {
}
