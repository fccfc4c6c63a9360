package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.orders.ParcelScanned.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears carriers' scans in the transaction that tells of them, and turns the complaints they are about. */
@Component
class ComplaintScans {

    private static final Set<Code> TELLING = Set.of(Code.DELIVERED, Code.EXCEPTION, Code.RETURNING, Code.RETURNED);
    private static final Set<String> HAS_IT = Set.of("DAMAGED", "SHORT", "FALSE_SIGNATURE", "UNAUTHORISED_DROP", "DELIVERED");
    private static final Set<String> MADE_GOOD = Set.of("REFUNDED", "REPLACED");

    private final JdbcComplaints store;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    ComplaintScans(JdbcComplaints store, Cases cases, ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.events = events;
    }

    @EventListener
    void scanned(ParcelScanned scan) {
        if (TELLING.contains(scan.code())) {
            List<Complaint> about = store.about(scan.shop(), scan.waybill());
            about.stream().filter(each -> each.state() != State.ENDED).forEach(each -> turn(each, scan.code())
                    .ifPresent(turn -> events.publishEvent(new ComplaintMoved(each.caseNumber(), each.shop(), turn))));
            if (scan.code() == Code.DELIVERED && !about.isEmpty() && about.get(0).state() == State.ENDED && MADE_GOOD.contains(about.get(0).outcome())
                    && !HAS_IT.contains(about.get(0).found().type())) {
                foundAfterTheEnd(about.get(0));
            }
        }
    }

    private static Optional<ComplaintMoved.Turn> turn(Complaint known, Code code) {
        if (known.state() == State.WAITING) {
            return Optional.of(ComplaintMoved.Turn.NEWS);
        }
        if (code != Code.DELIVERED || HAS_IT.contains(String.valueOf(known.found().type()))) {
            return Optional.empty();
        }
        boolean madeGood = known.state() == State.AGREED && ("refund".equals(known.remedy()) || "reship".equals(known.remedy()));
        return known.state().isUndecided() ? Optional.of(ComplaintMoved.Turn.SIGNED) : madeGood ? Optional.of(ComplaintMoved.Turn.FOUND) : Optional.empty();
    }

    /** The buyer was made whole, the case is closed, and now the parcel is there: the next case settles what becomes of it. */
    private void foundAfterTheEnd(Complaint ended) {
        Case before = cases.find(ended.caseNumber());
        cases.open(new Cases.NewCase(ended.shop(), "house", "found:" + ended.caseNumber(), "1", Case.Kind.LOGISTICS, ended.orderId(), before.buyerId(),
                null, Stalls.FOUND, null, null, before.lines(), false, null));
    }
}
