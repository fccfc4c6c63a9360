package dev.afterflow.care;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.carriers.Carriers;
import dev.afterflow.cases.Timeline;
import dev.afterflow.orders.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A change that comes after the parcel left: its carrier is asked to stop or redirect it, and a person decides once it has answered. */
@Component
@Transactional
class Interceptions {

    /** How long a carrier has for its answer before a person goes on without it. [P] */
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final String STATE = "intercept";
    private static final String ASKED = "ASKED";

    private final Subjects subjects;
    private final JdbcMatters store;
    private final Carriers carriers;
    private final BuyerNews news;
    private final Timeline timeline;
    private final Clock clock;

    Interceptions(Subjects subjects, JdbcMatters store, Carriers carriers, BuyerNews news, Timeline timeline, Clock clock) {
        this.subjects = subjects;
        this.store = store;
        this.carriers = carriers;
        this.news = news;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The parcels a carrier can still stop. */
    static List<Order.Shipment> underWay(Order order) {
        return order.shipments().stream().filter(parcel -> parcel.carrier() != null && parcel.waybill() != null && parcel.deliveredAt() == null).toList();
    }

    /** Asks for every parcel under way, each under its own number, and tells the buyer; answers until when the carrier may think. */
    Instant ask(String caseNumber) {
        Subject of = subjects.locked(caseNumber);
        List<Order.Shipment> parcels = underWay(of.order());
        store.save(of.matter().with(STATE, ASKED).with("interceptAsked", parcels.size()));
        for (int at = 0; at < parcels.size(); at++) {
            Order.Shipment parcel = parcels.get(at);
            String number = caseNumber + "-I" + (at + 1);
            carriers.send(new CarrierRequest(number, caseNumber, of.shop().id(), parcel.carrier(), parcel.waybill(), CarrierRequest.Kind.INTERCEPT, null, words(of.matter())));
            timeline.add(caseNumber, "PARCEL", "已请承运商拦截 " + parcel.waybill() + "，编号 " + number,
                    "The carrier is asked to stop " + parcel.waybill() + ", number " + number, Map.of("number", number));
        }
        news.tell(of, "orderChangeIntercepting", Map.of("what", Words.in(of.matter().fact("what"), of.chinese())), "intercepting");
        return clock.instant().plus(PATIENCE);
    }

    private static String words(Matter matter) {
        return matter.fact("what").equals("CANCEL_ORDER") ? "买家取消订单，请拦截并退回寄件人 / The buyer cancelled, please send it back to the sender"
                : "买家要求更改，请改派，不能改派的请拦截退回：" + matter.fact("change") + " / Please redirect it, or send it back to the sender: " + matter.fact("change");
    }

    /** Keeps an answer, once for each parcel; true when the last one came while the process waits for it. */
    boolean answered(CarrierAnswered event) {
        boolean open = event.verdict() == Verdict.RECEIVED || event.verdict() == Verdict.ASKS_MORE;
        if (open || store.look(event.caseNumber()).filter(matter -> matter.open() && matter.kind() == Matter.Kind.CHANGE).isEmpty()) {
            return false;
        }
        Matter matter = store.lock(event.caseNumber()).with("stop:" + event.number(), event.verdict());
        boolean waited = matter.fact(STATE).equals(ASKED);
        List<String> verdicts = matter.facts().entrySet().stream().filter(fact -> fact.getKey().startsWith("stop:")).map(Map.Entry::getValue).toList();
        boolean all = verdicts.size() == matter.count("interceptAsked");
        String words = event.words() == null ? "" : event.words();
        timeline.add(event.caseNumber(), "PARCEL", "承运商答复拦截：" + (event.verdict() == Verdict.AGREED ? "同意 " : "拦不下 ") + words,
                "The carrier about stopping it: " + (event.verdict() == Verdict.AGREED ? "agreed " : "not possible ") + words, Map.of("number", event.number()));
        store.save(all ? matter.with(STATE, verdicts.stream().allMatch(Verdict.AGREED.name()::equals) ? Verdict.AGREED : Verdict.DENIED) : matter);
        return all && waited;
    }
}
