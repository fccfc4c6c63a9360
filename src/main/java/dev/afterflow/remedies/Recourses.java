package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Product;
import dev.afterflow.remedies.Liability.Party;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the seller may claim back from a supplier, a carrier or its own warehouse; kept for the flows that claim it. */
@Component
class Recourses {

    private final JdbcRecourses store;

    Recourses(JdbcRecourses store) {
        this.store = store;
    }

    /**
     * What may be claimed from whom.
     *
     * @param name the supplier, the carrier, or {@code warehouse}
     * @param amount at most: what was paid for the goods in question
     */
    record Recourse(Party party, String name, String waybill, Money amount, String reasonZh, String reasonEn, String state) {
    }

    List<Recourse> of(String caseNumber) {
        return store.of(caseNumber);
    }

    /** Is there somebody to claim from? */
    static boolean isOfOthers(Party party) {
        return party == Party.SUPPLIER || party == Party.CARRIER || party == Party.WAREHOUSE;
    }

    /** What an earlier finding allowed to claim is claimed no more. */
    void drop(String caseNumber) {
        store.dropAll(caseNumber);
    }

    void open(Liability settled, Circumstances known) {
        claims(settled, known).filter(claim -> claim.amount().isPositive()).forEach(claim -> store.open(settled, claim));
    }

    private static Stream<Recourse> claims(Liability settled, Circumstances known) {
        return switch (settled.party()) {
            case SUPPLIER -> known.products().stream().map(Product::supplier).filter(Objects::nonNull).distinct()
                    .map(supplier -> claim(settled, supplier, null, suppliedBy(supplier, known)));
            case CARRIER -> known.order().shipments().stream().filter(parcel -> parcel.carrier() != null).limit(1)
                    .map(parcel -> claim(settled, parcel.carrier(), parcel.waybill(), known.value()));
            case WAREHOUSE -> Stream.of(claim(settled, "warehouse", null, known.value()));
            default -> Stream.empty();
        };
    }

    private static Recourse claim(Liability settled, String name, String waybill, Money amount) {
        return new Recourse(settled.party(), name, waybill, amount, settled.basisZh(), settled.basisEn(), "OPEN");
    }

    private static Money suppliedBy(String supplier, Circumstances known) {
        List<String> theirs = known.products().stream().filter(product -> supplier.equals(product.supplier())).map(Product::productId).toList();
        long sum = known.lines().stream().filter(line -> isOf(theirs, line, known.order())).mapToLong(line -> known.share(line, false)).sum();
        return new Money(sum, known.order().currency());
    }

    private static boolean isOf(List<String> products, Case.Line line, Order order) {
        return order.item(line.lineId()).filter(item -> products.contains(item.productId())).isPresent();
    }
}
