package dev.afterflow.vault;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Joins the test's transaction where the product opens one of its own, so that a story can be taken back whole. */
record Joining(PlatformTransactionManager real) implements PlatformTransactionManager {

    @Override
    public TransactionStatus getTransaction(TransactionDefinition wanted) {
        return real.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRED));
    }

    @Override
    public void commit(TransactionStatus status) {
        real.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        // a refusal inside leaves the test's transaction to the test
    }
}
