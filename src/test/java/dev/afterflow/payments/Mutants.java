package dev.afterflow.payments;

import dev.afterflow.Afterflow;
import java.time.Clock;
import java.util.Random;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The product with one rule of money broken, each a main class of its own: what the fault harness must catch. */
public final class Mutants {

    private Mutants() {
    }

    private static void run(String bean, Class<?> broken, String... arguments) {
        SpringApplication house = new SpringApplication(Afterflow.class);
        house.addInitializers(context -> context.addBeanFactoryPostProcessor(beans ->
                ((AbstractBeanDefinition) beans.getBeanDefinition(bean)).setBeanClass(broken)));
        house.run(arguments);
    }

    /** K1 broken: each send carries a new number, as with a random key made when it is needed. */
    public static final class RandomKey {

        public static void main(String[] arguments) {
            run("sandboxProvider", ForgetfulProvider.class, arguments);
        }
    }

    /** T5 broken: the refund's state is committed by itself, ledger and process follow in a second transaction. */
    public static final class TwoTransactions {

        public static void main(String[] arguments) {
            run("jdbcRefunds", HastyRefunds.class, arguments);
        }
    }

    /** Makes up a number for each send and has forgotten it afterwards. */
    static class ForgetfulProvider extends SandboxProvider {

        private final Random chance = new Random();

        ForgetfulProvider(SandboxSettings settings, Environment environment, JsonMapper json, Clock clock) {
            super(settings, environment, json, clock);
        }

        @Override
        public Answer refund(Ask ask) {
            String number = ask.refundNo() + "x" + Integer.toHexString(chance.nextInt());
            return super.refund(new Ask(ask.shop(), number, ask.request().replace(ask.refundNo(), number)));
        }
    }

    /** Commits a move before what belongs to it; told to, it dies between the two when the first refund is paid. */
    static class HastyRefunds extends JdbcRefunds {

        private static final boolean DIES = Boolean.getBoolean("mutant.dies");
        private static final int KILLED = 137;
        private final TransactionTemplate alone;

        HastyRefunds(JdbcClient jdbc, PlatformTransactionManager transactions) {
            super(jdbc);
            alone = new TransactionTemplate(transactions);
            alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        @Override
        boolean move(String refundNo, RefundState to, String providerRefundId, String source) {
            boolean moved = Boolean.TRUE.equals(alone.execute(status -> super.move(refundNo, to, providerRefundId, source)));
            if (DIES && moved && to == RefundState.SUCCEEDED) {
                Runtime.getRuntime().halt(KILLED);
            }
            return moved;
        }
    }
}
