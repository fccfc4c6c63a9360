package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Commits the submissions whose time to undo is over, in the name of who made them; what a crash left is found here too. */
@Component
class Committer {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int BATCH = 100;
    private static final int TRIES = 5;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Submissions submissions;

    Committer(Submissions submissions) {
        this.submissions = submissions;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void commitDue() {
        submissions.due(BATCH).forEach(this::commit);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void sweep() {
        submissions.sweep(KEPT);
    }

    private void commit(PendingDecision pending) {
        try {
            pending.who().acting(() -> {
                submissions.commit(pending.id());
                return null;
            });
        } catch (Problem refused) {
            submissions.failed(pending.id(), refused.getMessage(), null);
        } catch (RuntimeException accident) {
            LOG.error("Submission {} of task {} could not be committed", pending.id(), pending.taskId(), accident);
            boolean enough = pending.attempts() + 1 >= TRIES;
            submissions.failed(pending.id(), accident.getClass().getSimpleName(),
                    enough ? null : Duration.ofSeconds(2L << pending.attempts()));
        }
    }
}
