package dev.afterflow.claims;

import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.orders.ParcelScanned.Code;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears in the transaction of a scan that a parcel claimed as lost is there; its claim is turned afterwards. A parcel that only moves is not there yet. */
@Component
class FoundParcels {

    private static final Set<Code> THERE = Set.of(Code.DELIVERED, Code.RETURNED);

    private final JdbcClaims store;
    private final Withdrawing withdrawing;
    private final ApplicationEventPublisher events;

    FoundParcels(JdbcClaims store, Withdrawing withdrawing, ApplicationEventPublisher events) {
        this.store = store;
        this.withdrawing = withdrawing;
        this.events = events;
    }

    @EventListener
    void scanned(ParcelScanned scan) {
        if (THERE.contains(scan.code())) {
            store.lost(scan.shop(), scan.waybill()).forEach(claimNo -> events.publishEvent(new ParcelFound(claimNo, scan.code())));
        }
    }

    @ApplicationModuleListener
    void found(ParcelFound event) {
        boolean delivered = event.code() == Code.DELIVERED;
        withdrawing.found(event.claimNo(), new Withdrawing.Sighting(null, delivered ? "承运商扫描：已签收" : "承运商扫描：已退回",
                delivered ? "the carrier scanned it as delivered" : "the carrier scanned it as returned"));
    }
}
