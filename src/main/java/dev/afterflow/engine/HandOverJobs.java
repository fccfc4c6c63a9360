package dev.afterflow.engine;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;

/** Gives a new asynchronous job to this node's pool where the engine would only tell acquisition to look. */
class HandOverJobs extends JobManager {

    private final HandOverExecutor executor;

    HandOverJobs(HandOverExecutor executor) {
        this.executor = executor;
    }

    static SessionFactory factory(HandOverExecutor executor) {
        return new Sessions<>(JobManager.class, () -> new HandOverJobs(executor));
    }

    @Override
    public void send(MessageEntity job) {
        if (mayBeHandedOver(job) && executor.handOver(job, engine())) {
            job.insert();
        } else {
            super.send(job);
        }
    }

    private boolean mayBeHandedOver(MessageEntity job) {
        return executor.isActive() && Context.getProcessEngineConfiguration().isHintJobExecutor()
                && !job.isSuspended() && isJobDue(job) && !followsInTheSameThread(job);
    }

    /** The engine itself runs an exclusive follow-up in the thread that made it. */
    private boolean followsInTheSameThread(MessageEntity job) {
        JobExecutorContext running = Context.getJobExecutorContext();
        return job.isExclusive() && running != null && running.isExecutingExclusiveJob()
                && areInSameProcessInstance(job, running.getCurrentJob());
    }

    private static ProcessEngineImpl engine() {
        return Context.getProcessEngineConfiguration().getProcessEngine();
    }
}
