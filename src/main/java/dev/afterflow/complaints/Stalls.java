package dev.afterflow.complaints;

import dev.afterflow.carriers.Trace;
import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.engine.Decisions;
import dev.afterflow.orders.Orders;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels that stand still longer than {@code stall-limit} allows: each stall opens one case, before the buyer asks. */
@Component
class Stalls {

    static final String REASON = "STALLED";
    /** The reason of a case about goods that turned up after the buyer was made whole. */
    static final String FOUND = "FOUND";

    private final JdbcClient sql;
    private final Decisions decisions;
    private final Orders orders;
    private final Cases cases;
    private final Traces traces;
    private final Clock clock;

    Stalls(JdbcClient sql, Decisions decisions, Orders orders, Cases cases, Traces traces, Clock clock) {
        this.sql = sql;
        this.decisions = decisions;
        this.orders = orders;
        this.cases = cases;
        this.traces = traces;
        this.clock = clock;
    }

    /** Hours a parcel may stand still by where it is. */
    record Limits(Duration notPicked, Duration sameCity, Duration elsewhere) {

        Duration least() {
            return List.of(notPicked, sameCity, elsewhere).stream().min(Duration::compareTo).orElseThrow();
        }

        boolean isOver(Orders.Quiet parcel, Instant now) {
            Duration limit = !parcel.pickedUp() ? notPicked : parcel.sameCity() ? sameCity : elsewhere;
            return Duration.between(parcel.since(), now).compareTo(limit) > 0;
        }
    }

    @Transactional
    Limits limits() {
        return new Limits(hours("NOT_PICKED"), hours("SAME_CITY"), hours("OTHER"));
    }

    private Duration hours(String situation) {
        return Duration.ofHours(Long.parseLong(decisions.decide("stall-limit", Map.of("situation", situation)).text("stallHours")));
    }

    /** A page of parcels nobody scanned for the shortest of the limits, not older than {@code reach}. */
    @Transactional(readOnly = true)
    List<Orders.Quiet> page(Limits limits, Duration reach, Orders.Quiet after, int most) {
        Instant now = clock.instant();
        return orders.quiet(now.minus(limits.least()), now.minus(reach), after, most);
    }

    /** Opens the case of a stall, once; nothing while the parcel moved in time or its stall is known. */
    @Transactional
    Optional<Case> open(Orders.Quiet parcel, Limits limits) {
        Instant now = clock.instant();
        if (!limits.isOver(parcel, now) || arrived(parcel) || !remember(parcel, now)) {
            return Optional.empty();
        }
        Case opened = cases.open(new Cases.NewCase(parcel.shop(), "house", "stall:" + parcel.waybill() + ":" + parcel.since().getEpochSecond(), "1",
                Case.Kind.LOGISTICS, parcel.orderId(), null, null, REASON, null, null, List.of(), false, null));
        sql.sql("update complaints.stall set case_number = :case where shop_id = :shop and waybill = :waybill and quiet_since = :since")
                .param("case", opened.number()).param("shop", parcel.shop()).param("waybill", parcel.waybill())
                .param("since", Timestamp.from(parcel.since())).update();
        return Optional.of(opened);
    }

    /** The carrier's own trace may know more than what was told of the order. */
    private boolean arrived(Orders.Quiet parcel) {
        return traces.of(parcel.shop(), parcel.carrier(), parcel.waybill(), null).state() == Trace.State.SIGNED;
    }

    private boolean remember(Orders.Quiet parcel, Instant now) {
        return sql.sql("""
                insert into complaints.stall (shop_id, waybill, quiet_since, found_at) values (:shop, :waybill, :since, :now)
                on conflict do nothing
                """).param("shop", parcel.shop()).param("waybill", parcel.waybill()).param("since", Timestamp.from(parcel.since()))
                .param("now", Timestamp.from(now)).update() == 1;
    }

    /** The parcel a case was opened for; empty if its buyer asked. */
    Optional<String> waybill(String caseNumber) {
        return sql.sql("select waybill from complaints.stall where case_number = :case").param("case", caseNumber).query(String.class).optional();
    }
}
