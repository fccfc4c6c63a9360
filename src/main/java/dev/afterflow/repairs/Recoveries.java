package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Product;
import dev.afterflow.repairs.Shortage.Party;
import dev.afterflow.security.Problem;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supplier, a carrier or our own warehouse owes us for a shortage (Product Quality Law, article 40); the buyer never waits for it. */
@Component
@Transactional
class Recoveries {

    private final JdbcClient jdbc;
    private final JdbcShortages store;
    private final Matters matters;
    private final Timeline timeline;

    Recoveries(JdbcClient jdbc, JdbcShortages store, Matters matters, Timeline timeline) {
        this.jdbc = jdbc;
        this.store = store;
        this.matters = matters;
        this.timeline = timeline;
    }

    /** What may be asked back of whom; reason is Chinese / English. */
    record Recovery(Party party, String name, String waybill, Money amount, String reason, String state) {
    }

    List<Recovery> of(String caseNumber) {
        return jdbc.sql("select * from repairs.recovery where case_number = :case order by party, name").param("case", caseNumber)
                .query((row, number) -> new Recovery(Party.valueOf(row.getString("party")), row.getString("name"), row.getString("waybill"),
                        new Money(row.getLong("amount"), row.getString("currency")), row.getString("reason"), row.getString("state"))).list();
    }

    /** Keeps what is owed to us by whoever a person found liable. */
    void record(String caseNumber) {
        Shortage known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
        Matter matter = matters.of(caseNumber);
        Money worth = matter.price(known.pieces());
        if (!worth.isPositive()) {
            return;
        }
        String waybill = known.party() == Party.CARRIER ? carrier(matter).map(Order.Shipment::waybill).orElse(null) : null;
        open(known, new Recovery(known.party(), name(known.party(), matter), waybill, worth, known.found().basis(), "OPEN"), matter);
        timeline.add(caseNumber, "DECISION", "已记下向" + Words.of(known.party().name(), true) + "追偿 " + Words.inChinese(worth),
                "Recovery recorded, from " + Words.of(known.party().name(), false) + ": " + Words.inEnglish(worth), Map.of("party", known.party().name()));
    }

    private static String name(Party party, Matter matter) {
        return switch (party) {
            case SUPPLIER -> matter.products().stream().map(Product::supplier).filter(Objects::nonNull).findFirst().orElse("supplier");
            case CARRIER -> carrier(matter).map(Order.Shipment::carrier).orElse("carrier");
            default -> "warehouse";
        };
    }

    private static Optional<Order.Shipment> carrier(Matter matter) {
        return matter.order().shipments().stream().filter(parcel -> parcel.carrier() != null).findFirst();
    }

    private void open(Shortage of, Recovery claim, Matter matter) {
        jdbc.sql("""
                insert into repairs.recovery (case_number, shop_id, party, name, waybill, amount, currency, reason, at)
                values (:case, :shop, :party, :name, :waybill, :amount, :currency, :reason, :at)
                on conflict (case_number, party, name) do update set amount = excluded.amount, reason = excluded.reason
                """).param("case", of.caseNumber()).param("shop", of.shop()).param("party", claim.party().name()).param("name", claim.name())
                .param("waybill", claim.waybill()).param("amount", claim.amount().minor()).param("currency", claim.amount().currency())
                .param("reason", claim.reason()).param("at", Timestamp.from(matter.now())).update();
    }
}
