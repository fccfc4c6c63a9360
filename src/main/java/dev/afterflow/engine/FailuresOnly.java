package dev.afterflow.engine;

import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogManager;
import org.camunda.bpm.engine.runtime.Job;

/** The flow's history says of jobs only that they failed; the engine would read each job's definition to say more. */
class FailuresOnly extends HistoricJobLogManager {

    static SessionFactory factory() {
        return new Sessions<>(HistoricJobLogManager.class, FailuresOnly::new);
    }

    @Override
    public void fireJobCreatedEvent(Job job) {
        // not said
    }

    @Override
    public void fireJobSuccessfulEvent(Job job) {
        // not said
    }

    @Override
    public void fireJobDeletedEvent(Job job) {
        // not said
    }
}
