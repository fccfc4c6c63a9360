package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop of its own whose tasks come from the trial process, and an agent who works on them. */
abstract class DeskBench {

    @Autowired
    Trial trial;
    @Autowired
    Hands hands;
    @Autowired
    Desk desk;
    @Autowired
    Submissions submissions;
    @Autowired
    Tasks tasks;

    String shop;
    Who lin;

    @BeforeEach
    void open() {
        trial.deploy();
        shop = trial.shop();
        lin = Trial.agent(71, shop);
    }
}
