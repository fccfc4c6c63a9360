package dev.afterflow.complaints;

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

    private final JdbcComplaints store;
    private final FoundAfterwards afterwards;
    private final ApplicationEventPublisher events;

    ComplaintScans(JdbcComplaints store, FoundAfterwards afterwards, ApplicationEventPublisher events) {
        this.store = store;
        this.afterwards = afterwards;
        this.events = events;
    }

    @EventListener
    void scanned(ParcelScanned scan) {
        if (TELLING.contains(scan.code())) {
            List<Complaint> about = store.about(scan.shop(), scan.waybill());
            about.stream().filter(each -> each.state() != State.ENDED).forEach(each -> turn(each, scan.code())
                    .ifPresent(turn -> events.publishEvent(new ComplaintMoved(each.caseNumber(), each.shop(), turn))));
            if (scan.code() == Code.DELIVERED && !about.isEmpty() && about.get(0).state() == State.ENDED) {
                afterwards.open(about.get(0));
            }
        }
    }

    private static Optional<ComplaintMoved.Turn> turn(Complaint known, Code code) {
        if (known.state() == State.WAITING) {
            return Optional.of(ComplaintMoved.Turn.NEWS);
        }
        if (code != Code.DELIVERED || FoundAfterwards.hasIt(known)) {
            return Optional.empty();
        }
        boolean madeGood = known.state() == State.AGREED && ("refund".equals(known.remedy()) || "reship".equals(known.remedy()));
        return known.state().isUndecided() ? Optional.of(ComplaintMoved.Turn.SIGNED) : madeGood ? Optional.of(ComplaintMoved.Turn.FOUND) : Optional.empty();
    }
}
