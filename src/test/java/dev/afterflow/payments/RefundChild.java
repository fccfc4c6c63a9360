package dev.afterflow.payments;

import static org.awaitility.Awaitility.await;

import dev.afterflow.Afterflow;
import dev.afterflow.dispatch.Outbox;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as a process of its own: begins one refund and ends when none is under way, or dies on the way. */
final class RefundChild {

    private RefundChild() {
    }

    public static void main(String[] arguments) {
        ConfigurableApplicationContext house = SpringApplication.run(Afterflow.class, arguments);
        Payouts payouts = new Payouts(house.getEnvironment().getRequiredProperty("refund.shop"), house.getBean(Payments.class),
            house.getBean(ProcessEngine.class), house.getBean(Outbox.class), house.getBean(JdbcClient.class),
            house.getBean(TransactionTemplate.class));
        String caseNumber = house.getEnvironment().getRequiredProperty("refund.case");
        payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("sandbox", caseNumber)));
        payouts.start(caseNumber, 1, 0);
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).until(() -> allDone(house));
        house.close();
        Runtime.getRuntime().halt(0);
    }

    private static boolean allDone(ConfigurableApplicationContext house) {
        return house.getBean(ProcessEngine.class).getRuntimeService().createProcessInstanceQuery()
            .processDefinitionKey(RefundPayoutProcess.KEY).count() == 0;
    }
}
