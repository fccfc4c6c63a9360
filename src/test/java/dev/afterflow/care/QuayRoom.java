package dev.afterflow.care;

import dev.afterflow.Household;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** One quay for all stories of a test class. */
abstract class QuayRoom extends Household {

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    Quay quay;

    @BeforeAll
    void open() {
        quay = quay("taobao");
    }

    Quay quay(String platform) {
        return new Quay(shops, intake, json, sql, transaction, runtime, jobs, port, platform);
    }
}
