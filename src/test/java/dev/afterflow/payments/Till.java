package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop and a case of its own whose refunds walk the real process; the test brings the provider's evidence itself. */
abstract class Till {

    final String caseNumber = Payouts.aCase();
    @Autowired
    Payments payments;
    @Autowired
    Settling settling;
    @Autowired
    JdbcRefunds refunds;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Outbox outbox;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate tx;
    Payouts payouts;

    @BeforeEach
    void open() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
    }

    /** A refund whose token waits, on a lane nobody serves. */
    String parked() {
        String number = payouts.decide(decision()).get(0);
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        return number;
    }

    RefundDecision decision() {
        return payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("stub", caseNumber));
    }

    boolean settle(String number) {
        sending(number);
        return settling.settle(number, new Answer(Result.SUCCEEDED, null, "P1", 200, "SUCCESS", null), "test");
    }

    void sending(String number) {
        tx.executeWithoutResult(status -> refunds.sending(number));
    }

    long chases() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("chaseRefund").count();
    }

    int lines(String number) {
        return tx.execute(status -> jdbc.sql("select count(*) from payments.ledger_entry where ref = :no").param("no", number).query(Integer.class).single());
    }

    List<String> alarms(String number) {
        return tx.execute(status -> jdbc.sql("select kind from payments.alarm where refund_no = :no").param("no", number).query(String.class).list());
    }
}
