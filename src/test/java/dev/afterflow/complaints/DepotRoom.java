package dev.afterflow.complaints;

import dev.afterflow.Household;
import dev.afterflow.carriers.Carriers;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** One depot for all stories of a test class. */
abstract class DepotRoom extends Household {

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
    Depot depot;

    @BeforeAll
    void open() {
        depot = new Depot(shops, intake, json, sql, transaction, runtime, jobs, port);
    }
}
