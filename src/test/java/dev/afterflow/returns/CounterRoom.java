package dev.afterflow.returns;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One counter for all stories of a test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CounterRoom {

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
    Returns returns;
    @LocalServerPort
    int port;
    Counter counter;

    @BeforeAll
    void open() {
        counter = new Counter(shops, intake, json, sql, transaction, port);
    }
}
