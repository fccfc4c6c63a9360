package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.Replacement.State;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformMatter;
import dev.afterflow.platforms.PlatformMoved;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.platforms.Platforms;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells a marketplace that waits for it what became of an exchange: the goods came back as agreed, and what is sent instead has left, with carrier
 * and waybill. Each once, as soon as we have done it and the marketplace waits for it, whichever comes first.
 */
@Component
class MarketParcels {

    private static final String BACK = "BACK-";
    private static final String SENT = "SENT-";
    private static final Set<State> GOES_ON = Set.of(State.RESERVED, State.SHIPPED, State.DELIVERED);
    private static final Set<State> LEFT = Set.of(State.SHIPPED, State.DELIVERED);

    private final Cases cases;
    private final Platforms platforms;
    private final JdbcReplacements store;
    private final Timeline timeline;

    MarketParcels(Cases cases, Platforms platforms, JdbcReplacements store, Timeline timeline) {
        this.cases = cases;
        this.platforms = platforms;
        this.store = store;
        this.timeline = timeline;
    }

    /** In the transaction in which something was reserved or left for this case; goods are reserved for an exchange once those that came back are found good. */
    void tell(String caseNumber) {
        store.latest(caseNumber).filter(sent -> !sent.purpose().equals(Replacing.OWN_GOODS))
                .ifPresent(sent -> matters(caseNumber).forEach(now -> tell(sent, now)));
    }

    private void tell(Replacement of, PlatformMatter now) {
        if (now.allows().contains(Kind.CONFIRM_GOODS) && of.purpose().equals("exchange") && GOES_ON.contains(of.state())) {
            send(BACK, of, now, Kind.CONFIRM_GOODS, Map.of());
        }
        if (now.allows().contains(Kind.SEND_REPLACEMENT) && LEFT.contains(of.state()) && of.waybill() != null) {
            send(SENT, of, now, Kind.SEND_REPLACEMENT, Map.of(Word.CARRIER.name(), of.carrier() == null ? "" : of.carrier(), Word.WAYBILL.name(), of.waybill()));
        }
    }

    private void send(String deed, Replacement of, PlatformMatter now, Kind kind, Map<String, String> more) {
        String number = deed + DigestUtils.sha256Hex(of.orderNo() + "|" + now.id()).substring(0, 24);
        platforms.send(new PlatformRequest(number, of.caseNumber(), now.shop(), kind, now.id(), null, null, null, null, more));
    }

    private Stream<PlatformMatter> matters(String caseNumber) {
        return cases.asked(caseNumber).stream().flatMap(each -> platforms.matter(each.shop(), each.externalId())
                .filter(now -> now.platform().equals(each.source()) && now.sort() == PlatformMatter.Sort.EXCHANGE).stream());
    }

    /** The marketplace waits for it only now. */
    @ApplicationModuleListener(condition = "#event.now().sort().name() == 'EXCHANGE' and #event.now().ours()")
    void moved(PlatformMoved event) {
        PlatformMatter now = event.now();
        if (now.orderId() != null && (now.allows().contains(Kind.CONFIRM_GOODS) || now.allows().contains(Kind.SEND_REPLACEMENT))) {
            cases.about(now.shop(), now.orderId()).stream().filter(Case::open).map(Case::number).filter(number -> asks(number, now)).forEach(this::tell);
        }
    }

    private boolean asks(String caseNumber, PlatformMatter now) {
        return cases.asked(caseNumber).stream().anyMatch(each -> each.source().equals(now.platform()) && each.externalId().equals(now.id()));
    }

    @EventListener(condition = "#answered.number().startsWith('BACK-') or #answered.number().startsWith('SENT-')")
    void answered(PlatformAnswered answered) {
        boolean back = answered.number().startsWith(BACK);
        String zh = back ? "已收到退货" : "换货已发出";
        String en = back ? "That the goods came back" : "That the exchange has left";
        timeline.add(answered.caseNumber(), "PARCEL", switch (answered.verdict()) {
            case DONE -> "平台已登记：" + zh;
            case NEEDS_CODE, NEEDS_PERSON -> zh + "，但平台还没有登记，请在商家后台处理：" + answered.words().zh();
            case REFUSED, CHANGED -> "平台未接受“" + zh + "”，请在商家后台核对：" + answered.words().zh();
        }, switch (answered.verdict()) {
            case DONE -> en + " is at the marketplace";
            case NEEDS_CODE, NEEDS_PERSON -> en + " is not at the marketplace yet, do it in the seller's centre: " + answered.words().en();
            case REFUSED, CHANGED -> en + " was not taken by the marketplace, check it in the seller's centre: " + answered.words().en();
        }, Map.of("verdict", answered.verdict().name()));
    }
}
