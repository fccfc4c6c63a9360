package dev.afterflow.carriers;

import dev.afterflow.Afterflow;
import java.util.List;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.json.JsonMapper;

/** The product with one rule of filing broken, each a main class of its own: what the carriers' fault harness must catch. */
public final class CarrierMutants {

    private CarrierMutants() {
    }

    private static void run(Class<?> broken, String... arguments) {
        SpringApplication house = new SpringApplication(Afterflow.class);
        house.addInitializers(context -> context.addBeanFactoryPostProcessor(beans ->
                ((AbstractBeanDefinition) beans.getBeanDefinition("workOrders")).setBeanClass(broken)));
        house.run(arguments);
    }

    /** "At most once, then ask" broken: what had no clear answer is sent again. */
    public static final class SendsAgain {

        public static void main(String[] arguments) {
            run(Impatient.class, arguments);
        }
    }

    /** What could not be sent counts as taken. */
    public static final class BelievesItself {

        public static void main(String[] arguments) {
            run(Credulous.class, arguments);
        }
    }

    /** Takes silence for a no. */
    static class Impatient extends WorkOrders {

        Impatient(CarrierAccounts accounts, KuaidiCalls calls, CarrierHooks hooks, WorkOrderPictures pictures, JsonMapper json) {
            super(accounts, calls, hooks, pictures, json);
        }

        @Override
        public Outcome send(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
            Outcome outcome = super.send(request, papers);
            return outcome.result() == Result.UNKNOWN ? Outcome.of(Result.UNSENT, outcome.code(), outcome.status()) : outcome;
        }
    }

    /** Takes a closed door for a yes. */
    static class Credulous extends WorkOrders {

        Credulous(CarrierAccounts accounts, KuaidiCalls calls, CarrierHooks hooks, WorkOrderPictures pictures, JsonMapper json) {
            super(accounts, calls, hooks, pictures, json);
        }

        @Override
        public Outcome send(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
            Outcome outcome = super.send(request, papers);
            return outcome.result() == Result.UNSENT ? Outcome.taken("0", outcome.status()) : outcome;
        }
    }
}
