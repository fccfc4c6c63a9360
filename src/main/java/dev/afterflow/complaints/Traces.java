package dev.afterflow.complaints;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.carriers.Trace;
import dev.afterflow.carriers.Trace.Step;
import dev.afterflow.orders.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The newest that anybody told of a parcel: the carrier's own trace, or the scans that came with the orders where they are newer. */
@Component
class Traces {

    private static final Map<Step, Pattern> TROUBLE = Map.of(
            Step.SEIZED, Pattern.compile("安检|没收(?!到)|查扣|航空禁运|seized|confiscated|security"),
            Step.DAMAGED, Pattern.compile("破损|损坏|damaged|broken"), Step.REFUSED, Pattern.compile("拒收|refused"),
            Step.AT_POINT, Pattern.compile("驿站|代收|快递柜|自提|locker|pick-?up point"), Step.CUSTOMS_HELD, Pattern.compile("海关|清关|customs"),
            Step.LOST, Pattern.compile("丢失|遗失|60天无变化|lost"));
    private static final List<Step> WORSE_FIRST = List.of(Step.SEIZED, Step.LOST, Step.DAMAGED, Step.REFUSED, Step.CUSTOMS_HELD, Step.AT_POINT);

    private final Carriers carriers;
    private final Orders orders;

    Traces(Carriers carriers, Orders orders) {
        this.carriers = carriers;
        this.orders = orders;
    }

    /** Unknown for a parcel without a number; a number nobody scanned was never picked up if it was shipped. */
    Trace of(String shop, String carrier, String waybill, Instant shippedAt) {
        if (waybill == null) {
            return new Trace("", "", Trace.State.UNKNOWN, null, List.of());
        }
        Trace traced = carrier == null ? new Trace("", waybill, Trace.State.UNKNOWN, null, List.of()) : carriers.trace(shop, carrier, waybill);
        Trace told = told(carrier, waybill, orders.scans(shop, List.of(waybill)));
        boolean newer = told.lastScanAt() != null && (traced.lastScanAt() == null || told.lastScanAt().isAfter(traced.lastScanAt()));
        Trace newest = newer ? told : traced;
        boolean neverSeen = newest.state() == Trace.State.UNKNOWN && newest.scans().isEmpty() && shippedAt != null && carrier != null;
        return neverSeen ? new Trace(carrier, waybill, Trace.State.NOT_PICKED, null, List.of()) : newest;
    }

    private static Trace told(String carrier, String waybill, List<Orders.Scan> scans) {
        List<Trace.Scan> newestFirst = new ArrayList<>();
        scans.forEach(scan -> newestFirst.add(new Trace.Scan(scan.at(), scan.place(), scan.words(), step(scan).name())));
        Collections.reverse(newestFirst);
        Trace.State state = newestFirst.isEmpty() ? Trace.State.UNKNOWN : Step.valueOf(newestFirst.get(0).code()).state();
        return new Trace(carrier == null ? "" : carrier, waybill, state, newestFirst.isEmpty() ? null : newestFirst.get(0).at(), newestFirst);
    }

    private static Step step(Orders.Scan scan) {
        return switch (scan.code()) {
            case PICKED_UP -> Step.PICKED_UP;
            case IN_TRANSIT -> Step.MOVING;
            case OUT_FOR_DELIVERY -> Step.DELIVERING;
            case DELIVERED -> reads(Step.AT_POINT, scan) ? Step.SIGNED_AT_POINT : Step.SIGNED;
            case RETURNING -> Step.RETURNING;
            case RETURNED -> Step.RETURNED;
            case EXCEPTION -> WORSE_FIRST.stream().filter(step -> reads(step, scan)).findFirst().orElse(Step.TROUBLE);
        };
    }

    private static boolean reads(Step step, Orders.Scan scan) {
        return scan.words() != null && TROUBLE.get(step).matcher(scan.words()).find();
    }
}
