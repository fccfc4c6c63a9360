package dev.afterflow.logistics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells processes again what they did not hear, because a node died or they were not there yet; each in its own transaction. */
@Component
class HearingSweep {

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(HearingSweep.class);

    private final JdbcHearing hearing;
    private final GoodsReturnProcess process;
    private final TransactionTemplate transaction;

    HearingSweep(JdbcHearing hearing, GoodsReturnProcess process, TransactionTemplate transaction) {
        this.hearing = hearing;
        this.process = process;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 30_000)
    void look() {
        transaction.execute(status -> hearing.behind(AT_ONCE)).forEach(this::tell);
    }

    private void tell(ParcelMoved behind) {
        try {
            transaction.executeWithoutResult(status -> process.tellWaiting(behind.caseNumber()));
        } catch (RuntimeException busy) {
            LOG.warn("Case {} does not hear of its parcel: {}", behind.caseNumber(), busy.toString());
        }
    }
}
