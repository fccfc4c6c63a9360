package dev.afterflow;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What stories of a room need that are told at the house's own doors, one shop for all of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Household {

    @Autowired
    protected Shops shops;
    @Autowired
    protected Intake intake;
    @Autowired
    protected JsonMapper json;
    @Autowired
    protected JdbcClient sql;
    @Autowired
    protected TransactionTemplate transaction;
    @LocalServerPort
    protected int port;
    private final Map<String, Visitor> people = new HashMap<>();

    /** One of the demo's people, logged in once. */
    protected final Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }
}
