package dev.afterflow.dispatch;

/** One claimed outbox row on its way out; {@code attempt} counts from 1, {@code lease} names the claim that holds it. */
public record Parcel(String kind, String ref, String shop, int attempt, String lease) {
}
