package dev.afterflow.intake;

import java.time.Instant;

/** A message that the room it is for could not take, and why. */
record Parked(long id, String shop, String source, String kind, String externalId, String version, String error,
              int tries, Instant at) {
}
