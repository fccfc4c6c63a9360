package dev.afterflow.complaints;

import dev.afterflow.carriers.Trace;
import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.orders.Order;
import dev.afterflow.words.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the parcel is by its trace, what the table calls that, and what {@code logistics-remedy} asks about it. */
@Component
@Transactional
class ComplaintTrace {

    /** Where no machine knows the parcel, what somebody found out by asking counts. */
    private static final Set<String> READ_BY_PEOPLE = Set.of("SIGNED", "MOVING", "RETURNED");

    private final JdbcComplaints store;
    private final ComplaintScene scene;
    private final Traces traces;
    private final Cases cases;
    private final Timeline timeline;

    ComplaintTrace(JdbcComplaints store, ComplaintScene scene, Traces traces, Cases cases, Timeline timeline) {
        this.store = store;
        this.scene = scene;
        this.traces = traces;
        this.cases = cases;
        this.timeline = timeline;
    }

    /** Reads the trace anew; answers what {@code classify-logistics} asks. */
    Map<String, Object> pull(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        ComplaintScene.Now now = scene.of(caseNumber);
        store.state(caseNumber, Complaint.State.OPEN);
        cases.state(caseNumber, Case.State.OPEN);
        Trace trace = trace(known, now);
        String code = trace.scans().isEmpty() ? "" : trace.scans().get(0).code();
        Complaint.Found before = known.found();
        String state = trace.state() == Trace.State.UNKNOWN && READ_BY_PEOPLE.contains(before.carrierSays()) ? before.carrierSays() : trace.state().name();
        store.found(caseNumber, new Complaint.Found(state, code, trace.lastScanAt(), before.carrierSays(), before.type(), before.ground(), before.by()));
        Map<String, Object> told = new HashMap<>();
        told.put("traceState", state);
        told.put("traceCode", code == null ? "" : code);
        told.put("said", known.said());
        told.put("carrierSays", before.carrierSays());
        told.put("settled", settledBefore(known));
        told.put("sameCity", sameCity(trace, now));
        told.put("stalledHours", stalledHours(trace, known, now));
        return told;
    }

    /** The order's own word that it was signed counts where no trace says so. */
    private Trace trace(Complaint known, ComplaintScene.Now now) {
        Order.Shipment parcel = now.parcel(known.waybill()).orElse(null);
        Trace trace = traces.of(known.shop(), known.carrier(), known.waybill(), parcel == null ? null : parcel.shippedAt());
        Instant signed = parcel == null ? null : parcel.deliveredAt();
        boolean onlyWeKnow = signed != null && (trace.state() == Trace.State.UNKNOWN || trace.state() == Trace.State.NOT_PICKED);
        return onlyWeKnow ? new Trace(trace.carrier(), trace.waybill(), Trace.State.SIGNED, signed, trace.scans()) : trace;
    }

    private boolean settledBefore(Complaint known) {
        return known.waybill() != null && store.about(known.shop(), known.waybill()).stream()
                .anyMatch(each -> !each.caseNumber().equals(known.caseNumber()) && ("refund".equals(each.remedy()) || "reship".equals(each.remedy())));
    }

    private static boolean sameCity(Trace trace, ComplaintScene.Now now) {
        Order.Address home = now.order().buyer() == null ? null : now.order().buyer().address();
        String first = trace.scans().isEmpty() ? null : trace.scans().get(trace.scans().size() - 1).place();
        return home != null && home.city() != null && !home.city().isBlank() && first != null && first.contains(home.city());
    }

    private static long stalledHours(Trace trace, Complaint known, ComplaintScene.Now now) {
        Instant last = trace.lastScanAt() != null ? trace.lastScanAt()
                : now.parcel(known.waybill()).map(Order.Shipment::shippedAt).orElse(now.asked().openedAt());
        return Math.max(0, Duration.between(last, now.at()).toHours());
    }

    /** Keeps what it is called and why; answers what {@code logistics-remedy} asks. */
    Map<String, Object> note(String caseNumber, String type, String ground) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        Complaint.Found seen = known.found();
        store.found(caseNumber, new Complaint.Found(seen.traceState(), seen.traceCode(), seen.lastScanAt(), seen.carrierSays(), type, ground, "rule"));
        if (!type.equals(seen.type())) {
            timeline.add(caseNumber, "DECISION", "物流问题：" + Words.of(type, true) + "（" + Vocabulary.half(ground, true) + "）",
                    "The parcel: " + Words.of(type, false) + " (" + Vocabulary.half(ground, false) + ")", Map.of("type", type));
        }
        ComplaintScene.Now now = scene.of(caseNumber);
        Map<String, Object> told = new HashMap<>();
        told.put("wrongAddress", known.address().isBuyersFault());
        told.put("proof", known.proof());
        told.put("daysLate", now.daysLate(known.waybill()));
        told.put("tier", now.asked().tier() == null ? "NEW" : now.asked().tier());
        told.put("again", now.asked().continues() != null || store.others(known));
        return told;
    }
}
