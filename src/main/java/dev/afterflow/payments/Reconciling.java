package dev.afterflow.payments;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every minute whether a difference has gone away by itself, and every hour for what a day's statement left out; then
 * publishes the days' figures. Each piece of work is a transaction of its own, and a second node that looks too changes nothing.
 */
@Component
class Reconciling {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

    private final Reconciliation reconciliation;
    private final JdbcStatements statements;
    private final JdbcMismatches items;
    private final DayFigures figures;
    private final TransactionTemplate tx;

    Reconciling(Reconciliation reconciliation, JdbcStatements statements, JdbcMismatches items, DayFigures figures,
            TransactionTemplate tx) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.items = items;
        this.figures = figures;
        this.tx = tx;
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 60_000)
    void everyMinute() {
        each(statements::settledSince, reconciliation::again);
        each(items::untold, reconciliation::tell);
    }

    @Scheduled(cron = "0 40 * * * *")
    void everyHour() {
        each(statements::unfound, reconciliation::again);
        each(statements::tills, reconciliation::missing);
        figures.publish();
    }

    private <T> void each(Supplier<List<T>> found, Consumer<T> work) {
        for (T one : tx.execute(status -> found.get())) {
            try {
                tx.executeWithoutResult(status -> work.accept(one));
            } catch (RuntimeException failed) {
                LOG.warn("{} is left until the next look", one, failed);
            }
        }
    }
}
