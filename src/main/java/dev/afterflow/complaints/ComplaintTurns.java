package dev.afterflow.complaints;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.RequestChanged;
import dev.afterflow.cases.Timeline;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.remedies.Remedies;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What buyer and carrier do meanwhile, and whether the process has to turn for it. */
@Component
@Transactional
class ComplaintTurns {

    private static final Pattern LOST = Pattern.compile("丢失|遗失|丢件|已丢|lost");
    private static final Pattern SEIZED = Pattern.compile("没收(?!到)|查扣|销毁|航空禁运|安检退|seized|confiscated|destroyed");
    private static final Set<State> DECIDED = Set.of(State.AGREED, State.ENDED);

    private final JdbcComplaints store;
    private final FoundAfterwards afterwards;
    private final Remedies remedies;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    ComplaintTurns(JdbcComplaints store, FoundAfterwards afterwards, Remedies remedies, Timeline timeline, ApplicationEventPublisher events) {
        this.store = store;
        this.afterwards = afterwards;
        this.remedies = remedies;
        this.timeline = timeline;
        this.events = events;
    }

    /** What was true when it was told may be over by now: then nobody has to hear it. */
    boolean stillHolds(ComplaintMoved event) {
        return store.lock(event.caseNumber()).filter(known -> switch (event.turn()) {
            case NEWS -> known.state() == State.WAITING;
            case SIGNED -> known.state().isUndecided();
            case FOUND -> turnsUp(known);
            case DENIED -> known.state() == State.SHOWN || known.state() == State.ARRIVED;
        }).isPresent();
    }

    /** Settled once, however often it is scanned; where the case closed meanwhile the next one settles it. */
    private boolean turnsUp(Complaint known) {
        if (known.state() == State.ENDED) {
            afterwards.open(known);
        }
        boolean first = known.state() == State.AGREED && store.turnsUp(known.caseNumber());
        if (first) {
            timeline.add(known.caseNumber(), "PARCEL", "补救后包裹又出现了", "The parcel turned up after it was made good", Map.of());
        }
        return first;
    }

    /** True if the buyer takes the complaint back in time; what is already agreed goes on. */
    boolean changed(RequestChanged event) {
        boolean over = event.change() == RequestChanged.Change.WITHDRAWN || event.change() == RequestChanged.Change.PLATFORM_CLOSED;
        Complaint known = store.lock(event.number()).orElse(null);
        if (!over || known == null || known.state() == State.ENDED) {
            return false;
        }
        if (DECIDED.contains(known.state()) || known.state() == State.ARRIVED) {
            timeline.add(event.number(), "REQUEST", "补救已定，撤回不再影响", "The remedy is already agreed; taking it back changes nothing", Map.of());
            return false;
        }
        remedies.withdraw(event.number());
        store.ended(event.number(), "WITHDRAWN");
        return true;
    }

    /** Words that deny a signature; words of their own where an offer is open stay with whoever reads the chat. */
    void wrote(Cases.BuyerWrote event) {
        store.lock(event.caseNumber()).filter(known -> known.state() == State.SHOWN || known.state() == State.ARRIVED)
                .filter(known -> Statement.denies(event.text()))
                .ifPresent(known -> events.publishEvent(new ComplaintMoved(known.caseNumber(), known.shop(), ComplaintMoved.Turn.DENIED)));
    }

    /** What a carrier says about a parcel it was asked to look for; a claim's answer is the claim's matter. */
    void answered(CarrierAnswered event) {
        if (event.kind() != CarrierRequest.Kind.CHASE || event.verdict() == CarrierAnswered.Verdict.RECEIVED) {
            return;
        }
        store.lock(event.caseNumber()).filter(known -> known.state() != State.ENDED).ifPresent(known -> {
            String words = event.words() == null ? "" : event.words();
            String says = SEIZED.matcher(words).find() ? "SEIZED" : LOST.matcher(words).find() ? "LOST" : known.found().carrierSays();
            Complaint.Found seen = known.found();
            store.found(known.caseNumber(), new Complaint.Found(seen.traceState(), seen.traceCode(), seen.lastScanAt(), says, seen.type(), seen.ground(), seen.by()));
            timeline.add(known.caseNumber(), "PARCEL", "承运商答复：" + words, "The carrier answers: " + words, Map.of("number", event.number()));
            if (known.state() == State.WAITING) {
                events.publishEvent(new ComplaintMoved(known.caseNumber(), known.shop(), ComplaintMoved.Turn.NEWS));
            }
        });
    }
}
