package dev.afterflow.repairs;

import dev.afterflow.Household;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** One bay for all stories of a test class. */
abstract class BayRoom extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    Bay bay;

    @BeforeAll
    void open() {
        bay = new Bay(shops, intake, json, sql, transaction, port);
    }

    /** The time of a timer comes. */
    void passes(String process, String number, String timer) {
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(number).singleResult().getId();
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance).timers().activityId(timer).singleResult().getId());
    }
}
