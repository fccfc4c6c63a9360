package dev.afterflow.returns;

import dev.afterflow.Household;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** One counter for all stories of a test class. */
abstract class CounterRoom extends Household {

    @Autowired
    Returns returns;
    Counter counter;

    @BeforeAll
    void open() {
        counter = new Counter(shops, intake, json, sql, transaction, port);
    }
}
