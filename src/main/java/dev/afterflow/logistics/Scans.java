package dev.afterflow.logistics;

import dev.afterflow.cases.CaseClosed;
import dev.afterflow.orders.ParcelScanned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears carriers, and the end of cases, in the transaction that tells of them. */
@Component
class Scans {

    private final Underway underway;
    private final Replacing replacing;
    private final SendingBack sendingBack;

    Scans(Underway underway, Replacing replacing, SendingBack sendingBack) {
        this.underway = underway;
        this.replacing = replacing;
        this.sendingBack = sendingBack;
    }

    @EventListener
    void scanned(ParcelScanned scan) {
        underway.scanned(scan);
        replacing.scanned(scan);
    }

    @EventListener
    void closed(CaseClosed event) {
        sendingBack.withdrawn(event.number());
        replacing.withdrawn(event.number());
    }
}
