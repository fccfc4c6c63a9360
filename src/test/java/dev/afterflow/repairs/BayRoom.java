package dev.afterflow.repairs;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One bay for all stories of a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BayRoom {

    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    JsonMapper json;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @LocalServerPort
    int port;
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
