package dev.afterflow.repairs;

import dev.afterflow.claims.Claims;
import dev.afterflow.claims.Fault;
import dev.afterflow.claims.NewClaim;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.repairs.Shortage.Party;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the claim against the carrier that lost pieces on the way; it runs beside the buyer's remedy and asks nothing of the buyer. */
@Component
@Transactional
class CarrierCounts {

    private final Claims claims;
    private final Matters matters;

    CarrierCounts(Claims claims, Matters matters) {
        this.claims = claims;
        this.matters = matters;
    }

    /** The number of the claim; empty where another side is liable, no carrier is known, or nothing was lost. */
    Optional<String> open(Shortage decided) {
        Matter matter = matters.of(decided.caseNumber());
        Money loss = matter.price(decided.pieces());
        if (decided.party() != Party.CARRIER || !loss.isPositive()) {
            return Optional.empty();
        }
        return parcel(matter).map(parcel -> claims.open(new NewClaim(decided.caseNumber(), decided.shop(), parcel.carrier(), parcel.waybill(), Fault.SHORT,
                loss, null, null, parcel.shippedAt() == null ? matter.order().createdAt() : parcel.shippedAt(), matter.asked().openedAt())));
    }

    /** The parcel that grew lighter, or the first that travelled. */
    private Optional<Order.Shipment> parcel(Matter matter) {
        Weighing weighing = matters.weighing(matter.order());
        return matter.order().shipments().stream().filter(parcel -> parcel.carrier() != null && parcel.waybill() != null)
                .min((one, other) -> Boolean.compare(weighing.isLighter(other.waybill()), weighing.isLighter(one.waybill())));
    }
}
