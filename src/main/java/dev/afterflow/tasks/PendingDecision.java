package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.Map;

/** A submission that waits until it can no longer be undone. */
record PendingDecision(long id, String shop, String taskId, String caseNumber, Who who, Map<String, Object> input,
                       State state, Instant commitsAt, int attempts) {

    /** REFUSED could not be committed: the task came back with the input as its draft, or is gone. */
    enum State { PENDING, DONE, UNDONE, REFUSED }
}
