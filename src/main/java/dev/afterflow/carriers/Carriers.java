package dev.afterflow.carriers;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to carriers: follow a parcel, ask where it is, ask a carrier for something, take its answer. */
@Service
@Transactional
public class Carriers {

    /** The outbox kind of what is asked of carriers. */
    static final String OUTBOX = "carrier";

    private final JdbcTraces traces;
    private final Following following;
    private final JdbcCarrierRequests requests;
    private final CarrierChannels channels;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Carriers(JdbcTraces traces, Following following, JdbcCarrierRequests requests, CarrierChannels channels, Outbox outbox, Audit audit,
             ApplicationEventPublisher events) {
        this.traces = traces;
        this.following = following;
        this.requests = requests;
        this.channels = channels;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
    }

    /** What people call a carrier, in Chinese or English. */
    public static String named(String carrier, boolean chinese) {
        return carrier == null ? "" : CarrierWords.named(carrier, chinese);
    }

    /** Follows the parcel until it is signed or back; again changes nothing but a phone tail that was missing. */
    public void follow(String shop, String carrier, String waybill, String phoneTail) {
        following.follow(shop, word(carrier), waybill, phoneTail);
    }

    /** What is known now, newest scan first; a service is asked meanwhile, as often as its limit allows, and what it tells comes as scans (who only reads has nobody asked). */
    public Trace trace(String shop, String carrier, String waybill) {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            following.ask(shop, word(carrier), waybill);
        }
        return traces.find(shop, word(carrier), waybill);
    }

    /** Whether the parcel is one we know of. */
    @Transactional(readOnly = true)
    boolean follows(String shop, String carrier, String waybill) {
        return traces.followed(shop, word(carrier), waybill).isPresent();
    }

    /** Asks the carrier for something, in the caller's transaction; it leaves the house later, and the same number once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(CarrierRequest request) {
        Channel channel = channel(request.shop(), request.carrier());
        if (requests.add(request, word(request.carrier()), channel) && channel != Channel.PORTAL) {
            outbox.put(OUTBOX, CarrierCourier.lane(request.shop(), word(request.carrier())), request.number(), request.shop());
        }
    }

    /** How this shop speaks to this carrier today. */
    @Transactional(readOnly = true)
    public Channel channel(String shop, String carrier) {
        return channels.of(shop, word(carrier));
    }

    /** Takes a carrier's answer, from a person or a machine: once, never backwards; {@link Problem} 404 for a number nobody asked under. */
    public void answered(CarrierAnswered answer) {
        JdbcCarrierRequests.Row row = requests.lock(answer.number()).orElseThrow(() -> Problem.notFound("carrierRequest"));
        if (!requests.keep(answer) || row.state().equals("ANSWERED") && !answer.verdict().ends()) {
            return;
        }
        requests.answered(answer);
        if (answer.verdict().ends()) {
            outbox.done(OUTBOX, answer.number());
        }
        audit.record(row.shop(), "CARRIER_ANSWERED", "carrierRequest", answer.number(), Map.of("verdict", answer.verdict(), "kind", row.kind(),
                "carrier", row.carrier(), "minor", answer.amount() == null ? 0 : answer.amount().minor()));
        events.publishEvent(new CarrierAnswered(answer.number(), row.caseNumber(), row.shop(), row.kind(), answer.verdict(), answer.amount(),
                answer.reference(), answer.words(), answer.at()));
    }

    static String word(String carrier) {
        return CarrierWords.of(carrier);
    }
}
