package dev.afterflow.remedies;

import java.time.Instant;
import java.util.Map;

/**
 * What a weighing found out.
 *
 * @param facts as the table {@code liability} asks for them
 * @param evidenceNeeded whether the buyer has to show something first
 * @param evidenceUntil until when it is waited for
 * @param settleBy until when a person has to settle what stays unclear
 */
record Weighed(Map<String, Object> facts, boolean evidenceNeeded, Instant evidenceUntil, Instant settleBy) {
}
