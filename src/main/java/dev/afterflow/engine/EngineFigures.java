package dev.afterflow.engine;

import dev.afterflow.database.Figures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the engine does, in figures: jobs that failed for good, jobs that are late, decisions this node took. */
@Component
class EngineFigures {

    private final Figures figures;
    private final MeterRegistry meters;
    private final ProcessEngine engine;
    private final HandOverExecutor jobs;

    EngineFigures(Figures figures, MeterRegistry meters, ProcessEngine engine, HandOverExecutor jobs) {
        this.figures = figures;
        this.meters = meters;
        this.engine = engine;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        figures.show("afterflow.jobs.failed", "Jobs that used up their tries and wait for a person",
                "select count(*) from public.act_ru_job where retries_ <= 0");
        figures.show("afterflow.jobs.late.seconds", "How long the oldest due job has waited", """
                select coalesce(extract(epoch from now() - min(coalesce(duedate_, create_time_) at time zone '%1$s')), 0) from public.act_ru_job
                 where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, create_time_) <= (now() at time zone '%1$s')
                   and (lock_exp_time_ is null or lock_exp_time_ < (now() at time zone '%1$s'))""".formatted(ZoneId.systemDefault().getId()));
        Gauge.builder("afterflow.jobs.running", jobs, each -> each.isActive() ? 1 : 0)
                .description("1 while this node runs jobs").register(meters);
        counted("afterflow.decisions", "Decisions this node took", Metrics.EXECUTED_DECISION_INSTANCES);
        counted("afterflow.jobs.done", "Jobs this node ran to their end", Metrics.JOB_SUCCESSFUL);
        counted("afterflow.jobs.broken", "Tries of jobs that failed on this node", Metrics.JOB_FAILED);
    }

    private void counted(String name, String what, String engineName) {
        Meter meter = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getMetricsRegistry().getDiagnosticsMeters().get(engineName);
        if (meter != null) {
            FunctionCounter.builder(name, meter, Meter::get).description(what).register(meters);
        }
    }
}
