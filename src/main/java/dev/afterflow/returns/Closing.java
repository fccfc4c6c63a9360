package dev.afterflow.returns;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a request: its case is closed, and a buyer who took it back, or never answered, is told so. */
@Component
class Closing {

    private final Returns returns;
    private final Telling telling;

    Closing(Returns returns, Telling telling) {
        this.returns = returns;
        this.telling = telling;
    }

    @Transactional
    void close(String caseNumber) {
        Return.State ended = returns.close(caseNumber).state();
        if (ended == Return.State.WITHDRAWN) {
            telling.withdrawn(caseNumber);
        } else if (ended == Return.State.SILENT) {
            telling.silent(caseNumber);
        }
    }
}
