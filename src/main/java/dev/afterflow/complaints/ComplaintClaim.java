package dev.afterflow.complaints;

import dev.afterflow.claims.Claims;
import dev.afterflow.claims.Fault;
import dev.afterflow.claims.NewClaim;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the carrier answers for: claimed as soon as it is known, whatever the buyer gets and whenever. */
@Component
@Transactional
class ComplaintClaim {

    private static final Map<String, Fault> FAULTS = Map.of("LOST", Fault.LOST, "DELAY_TOTAL", Fault.LOST, "DAMAGED", Fault.DAMAGED, "SHORT", Fault.SHORT,
            "FALSE_SIGNATURE", Fault.FALSE_SIGNATURE, "UNAUTHORISED_DROP", Fault.UNAUTHORISED_DROP, "SECURITY_SEIZED", Fault.SECURITY_SEIZED, "DELAY", Fault.DELAY);
    private static final Set<String> NOT_YET = Set.of("wait", "proof", "none", "goodwill");

    private final JdbcComplaints store;
    private final ComplaintScene scene;
    private final Claims claims;

    ComplaintClaim(JdbcComplaints store, ComplaintScene scene, Claims claims) {
        this.store = store;
        this.scene = scene;
        this.claims = claims;
    }

    /** Opens the claim, once; empty while the carrier answers for nothing, and for a parcel without a number. */
    Optional<String> open(Complaint known) {
        Fault fault = FAULTS.get(known.found().type());
        boolean proved = fault == Fault.FALSE_SIGNATURE && !known.proof().equals("NONE");
        if (fault == null || proved || NOT_YET.contains(known.way().way()) || known.carrier() == null || known.waybill() == null) {
            return Optional.empty();
        }
        ComplaintScene.Now now = scene.of(known.caseNumber());
        Money loss = loss(now);
        if (!loss.isPositive()) {
            return Optional.empty();
        }
        Money freight = now.order().freight() == null || now.order().freight().isZero() ? null : now.order().freight();
        String claimNo = claims.open(new NewClaim(known.caseNumber(), known.shop(), known.carrier(), known.waybill(), fault, loss, null, freight,
                now.parcel(known.waybill()).map(Order.Shipment::shippedAt).orElse(null), now.at()));
        store.claim(known.caseNumber(), claimNo);
        return Optional.of(claimNo);
    }

    /** What was paid for the pieces in question, all of them where none are named. */
    private static Money loss(ComplaintScene.Now now) {
        Map<String, Integer> pieces = now.asked().pieces();
        long minor = now.order().items().stream().filter(item -> pieces.isEmpty() || pieces.containsKey(item.lineId()))
                .mapToLong(item -> item.paid().minor() * Math.min(pieces.getOrDefault(item.lineId(), item.quantity()), item.quantity()) / item.quantity()).sum();
        return new Money(minor, now.order().currency());
    }
}
