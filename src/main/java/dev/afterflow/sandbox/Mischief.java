package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** The outside world as it really behaves: twice, too late, in the wrong order, with somebody else's key. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Mischief {

    private static final List<String> SCANS = List.of("PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "EXCEPTION");

    private final World world;
    private final Stockroom stockroom;
    private final HouseDoor house;
    private final PayFaults faults;
    private final PayNotices notices;
    private final Acts acts;
    private final Clock clock;

    Mischief(World world, Stockroom stockroom, HouseDoor house, PayFaults faults, PayNotices notices, Acts acts, Clock clock) {
        this.world = world;
        this.stockroom = stockroom;
        this.house = house;
        this.faults = faults;
        this.notices = notices;
        this.acts = acts;
        this.clock = clock;
    }

    /** The order that it happened to, or null. */
    record Done(String orderId) {
    }

    /** The same request by two connections in the same moment. */
    Done twice(String shop) {
        Storefront front = Storefront.of(shop);
        Map<String, Object> body = fresh(front);
        CompletableFuture<BuyerRequest> other = CompletableFuture.supplyAsync(() -> world.push("twice", front, body));
        world.push("twice", front, body);
        other.join();
        return about(body);
    }

    /** A sender that does not wait for the answer, and asks again. */
    Done impatient(String shop) {
        Storefront front = Storefront.of(shop);
        Map<String, Object> body = fresh(front);
        house.hurry("timeout", front.shop, "requests", body);
        world.push("timeout", front, body);
        return about(body);
    }

    /** The newer word first: the older one must change nothing. */
    Done outOfOrder(String shop) {
        Storefront front = Storefront.of(shop);
        Map<String, Object> older = fresh(front);
        Map<String, Object> newer = new LinkedHashMap<>(older);
        newer.put("version", Instant.parse((String) older.get("version")).plus(Duration.ofMinutes(1)).toString());
        newer.put("reasonText", front.chinese() ? "补充：门口监控看过了，没有快递员来过" : "PS: I checked the door camera, nobody came.");
        world.push("outOfOrder", front, newer);
        house.act("outOfOrder", front.shop, "requests", older);
        return about(newer);
    }

    /** A request with a key that is not ours. */
    Done wrongKey(String shop) {
        Storefront front = Storefront.of(shop);
        house.act("wrongKey", front.shop, "requests", fresh(front), "afk_not-a-key-of-this-house");
        return new Done(null);
    }

    /** A notice of the payment provider whose seal is not the provider's. */
    Done wrongSeal() {
        acts.keep(notices.forged().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "nothing was refunded yet")));
        return new Done(null);
    }

    /** The carrier scans an order's parcel on its way out. */
    Done scan(String shop, String orderId, String code) {
        if (code == null || !SCANS.contains(code)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "code is one of " + SCANS);
        }
        Map<String, Object> order = stockroom.order(Storefront.of(shop), orderId);
        Map<?, ?> parcel = ((List<?>) order.get("shipments")).stream().findFirst().map(each -> (Map<?, ?>) each)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "the order has no parcel yet"));
        house.act("scan", shop, "tracking", Map.of("eventId", parcel.get("waybill") + "-" + code + "-" + clock.millis(), "carrier", parcel.get("carrier"),
                "waybill", parcel.get("waybill"), "code", code, "at", clock.instant().toString(), "place", "杭州转运中心"));
        return new Done(orderId);
    }

    /** The provider meets the order's next refund with this fault. */
    Done plan(String shop, String orderId, PayFault fault) {
        if (fault == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "fault is one of " + List.of(PayFault.values()));
        }
        Map<String, Object> order = stockroom.order(Storefront.of(shop), orderId);
        for (Object payment : (List<?>) order.get("payments")) {
            faults.plan((String) ((Map<?, ?>) payment).get("paymentId"), List.of(fault));
        }
        return new Done(orderId);
    }

    private Map<String, Object> fresh(Storefront front) {
        Map<String, Object> order = world.anyUntouched(front);
        return world.body(front, World.Asking.fresh(order, Wish.REFUND_ONLY, Reason.of(order)));
    }

    private static Done about(Map<String, Object> body) {
        return new Done((String) body.get("orderId"));
    }
}
