package dev.afterflow.engine;

import java.util.Date;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a new job on this node as soon as its transaction has committed, while there is room; what finds no room is left
 * for acquisition, which is recovery. Places bound the pool, so its queue refuses nothing.
 */
class HandOverExecutor extends SpringJobExecutor {

    static final int LOCK_MILLIS = 60_000;

    private final JobPlaces places;

    HandOverExecutor(TaskExecutor pool, JobPlaces places, String node, int jobsAtATime) {
        this.places = places;
        setTaskExecutor(pool);
        setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        setLockTimeInMillis(LOCK_MILLIS);
        setMaxJobsPerAcquisition(jobsAtATime);
        setMaxWait(5_000);
        setBackoffTimeInMillis(25);
        setMaxBackoff(500);
        if (!node.isEmpty()) {
            setLockOwner(node);
        }
    }

    /** Jobs that acquisition found. */
    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        JobPlaces.Place place = places.take(null);
        if (place == null || !run(jobIds, engine, place)) {
            logRejectedExecution(engine, jobIds.size());
            getRejectedJobsHandler().jobsRejected(jobIds, engine, this);
        }
    }

    /**
     * Locks a job that is about to be inserted and runs it after the commit, behind an exclusive job of the same instance that
     * is under way; nothing here touches the database then.
     *
     * @return false if there is no room
     */
    boolean handOver(JobEntity job, ProcessEngineImpl engine) {
        JobPlaces.Place place = places.take(job.isExclusive() ? job.getProcessInstanceId() : null);
        if (place == null) {
            return false;
        }
        job.setLockOwner(getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + LOCK_MILLIS));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    place.go(() -> run(List.of(job.getId()), engine, place));
                } else {
                    place.giveBack();
                }
            }
        });
        return true;
    }

    JobPlaces places() {
        return places;
    }

    private boolean run(List<String> jobIds, ProcessEngineImpl engine, JobPlaces.Place place) {
        Runnable jobs = getExecuteJobsRunnable(jobIds, engine);
        try {
            getTaskExecutor().execute(() -> {
                try {
                    jobs.run();
                } finally {
                    place.giveBack();
                }
            });
            return true;
        } catch (RejectedExecutionException closing) {
            // the node is going down: the lock runs out and another node, or this one after its start, takes the job
            place.giveBack();
            return false;
        }
    }
}
