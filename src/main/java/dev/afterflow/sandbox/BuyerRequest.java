package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.Map;

/** A buyer's request as the played marketplace knows it, and what the house answered to its latest delivery. */
record BuyerRequest(String requestId, String shop, String orderId, int version, String status, Map<String, Object> body,
                    Map<String, Object> answer, Instant pushedAt) {
}
