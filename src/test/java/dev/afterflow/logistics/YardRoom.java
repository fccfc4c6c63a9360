package dev.afterflow.logistics;

import dev.afterflow.Household;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** One yard for all stories of a test class. */
abstract class YardRoom extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    Yard yard;

    @BeforeAll
    void open() {
        yard = new Yard(shops, intake, json, sql, transaction, runtime, jobs, port);
    }
}
