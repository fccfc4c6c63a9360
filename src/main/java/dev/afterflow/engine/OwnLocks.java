package dev.afterflow.engine;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frees the jobs this node held when it was killed, before it runs any; a node without a name of its own waits for the locks to run out. */
@Component
class OwnLocks implements SmartLifecycle {

    private final JdbcClient sql;
    private final HandOverExecutor jobs;
    private volatile boolean running;

    OwnLocks(JdbcClient sql, HandOverExecutor jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    @Override
    public void start() {
        running = true;
        free();
    }

    /** Returns how many jobs were freed. */
    int free() {
        return sql.sql("update public.act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = :node")
                .param("node", jobs.getLockOwner()).update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Releases.PHASE;
    }
}
