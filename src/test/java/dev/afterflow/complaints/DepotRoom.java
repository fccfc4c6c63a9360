package dev.afterflow.complaints;

import dev.afterflow.carriers.Carriers;
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

/** One depot for all stories of a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DepotRoom {

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
    @Autowired
    StallSweep sweep;
    @Autowired
    Carriers carriers;
    @Autowired
    Complaints complaints;
    @LocalServerPort
    int port;
    Depot depot;

    @BeforeAll
    void open() {
        depot = new Depot(shops, intake, json, sql, transaction, runtime, jobs, port);
    }
}
