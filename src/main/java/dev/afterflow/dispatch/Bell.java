package dev.afterflow.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the dispatcher of this node; other nodes see a new row at their next look. */
@Component
class Bell {

    private final Semaphore rung = new Semaphore(0);
    private final CrashPoint crash;

    Bell(CrashPoint crash) {
        this.crash = crash;
    }

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                crash.reached("parked");
                ring();
            }
        });
    }

    void await(Duration longest) throws InterruptedException {
        rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
    }
}
