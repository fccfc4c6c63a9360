package dev.afterflow.engine;

import dev.afterflow.database.DatabaseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stops this node's jobs while its clock and the database's are more than five seconds apart, since a job's lock is a time;
 * the node says that it cannot work until they agree again.
 */
@Component
class JobsHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(JobsHealthIndicator.class);

    private final HandOverExecutor jobs;
    private final DatabaseWatch watch;
    private volatile boolean stopped;

    JobsHealthIndicator(HandOverExecutor jobs, DatabaseWatch watch) {
        this.jobs = jobs;
        this.watch = watch;
    }

    @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT10S")
    synchronized void look() {
        if (watch.skewed() && jobs.isActive()) {
            LOG.error("This node runs no jobs: its clock and the database's are {} ms apart. Look at NTP on both.", watch.skew().toMillis());
            stopped = true;
            jobs.shutdown();
        } else if (stopped && !watch.skewed()) {
            LOG.info("The clocks agree again; this node runs jobs");
            stopped = false;
            jobs.start();
        }
    }

    @Override
    public Health health() {
        return (stopped ? Health.down() : Health.up()).withDetail("active", jobs.isActive()).build();
    }
}
