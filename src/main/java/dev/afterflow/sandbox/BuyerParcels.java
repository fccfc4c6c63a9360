package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Plays buyers who send goods back, honestly or not, the carrier between, and the warehouse's door. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class BuyerParcels {

    private static final int GRAMS_A_PIECE = 900;
    private static final int EMPTY_BOX = 120;

    private final WarehouseBooks books;
    private final HouseDoor house;
    private final Clock clock;

    BuyerParcels(WarehouseBooks books, HouseDoor house, Clock clock) {
        this.books = books;
        this.house = house;
        this.clock = clock;
    }

    /** The buyer sends back what the warehouse expects: whole, in part, the wrong thing, an empty box, or it is lost on the way. */
    WarehouseBooks.Sent send(String caseNumber, String orderId, String how, boolean shown) {
        WarehouseBooks.Told expected = expected(caseNumber, orderId);
        return tell(expected, packed(expected, how), shown);
    }

    /** The same, but a parcel that was sent in this way is only told of again. */
    WarehouseBooks.Sent sendOnce(String caseNumber, String orderId, String how) {
        WarehouseBooks.Told expected = expected(caseNumber, orderId);
        return tell(expected, books.sent(expected.number(), how).orElseGet(() -> packed(expected, how)), false);
    }

    private WarehouseBooks.Told expected(String caseNumber, String orderId) {
        return books.latest("returns", caseNumber, orderId).orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "no return is expected for this case or order yet"));
    }

    private WarehouseBooks.Sent packed(WarehouseBooks.Told expected, String how) {
        String waybill = "SFB%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
        WarehouseBooks.Sent sent = new WarehouseBooks.Sent(waybill, expected.number(), expected.caseNumber(), expected.orderId(), how,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        books.sent(sent);
        return sent;
    }

    private WarehouseBooks.Sent tell(WarehouseBooks.Told expected, WarehouseBooks.Sent sent, boolean shown) {
        String waybill = sent.waybill();
        String how = sent.how();
        tell(shown, expected.client(), "parcels", Map.of("parcelId", "PB-" + waybill, "orderId", expected.orderId(),
                "caseNumber", expected.caseNumber(), "carrier", "sf", "waybill", waybill, "sentAt", sent.at().toString()));
        if (how.equals("lost")) {
            tell(shown, expected.client(), "tracking", scan(waybill, "EXCEPTION", "快件遗失，正在查找"));
        } else if (!how.equals("underway")) {
            tell(shown, expected.client(), "receipts", receipt(expected, waybill, how, sent.at()));
        }
        return sent;
    }

    private Map<String, Object> tell(boolean shown, String shop, String kind, Map<String, Object> row) {
        return shown ? house.act(kind, shop, kind, row) : house.deliver(shop, kind, List.of(row));
    }

    List<WarehouseBooks.Sent> sent() {
        return books.parcels();
    }

    List<WarehouseBooks.Told> told() {
        return books.recent();
    }

    /** The carrier hands the replacement to the buyer. */
    Map<String, Object> deliver(String caseNumber, boolean shown) {
        WarehouseBooks.Told shipped = books.latest("events", caseNumber, null).filter(told -> "REPLACEMENT_SHIPPED".equals(told.body().get("type")))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing was shipped for this case yet"));
        return tell(shown, shipped.client(), "tracking", scan((String) shipped.body().get("waybill"), "DELIVERED", "已签收"));
    }

    /** The carrier sends a parcel back that did not reach its buyer. */
    void turnBack(String shop, String waybill) {
        tell(false, shop, "tracking", scan(waybill, "RETURNED", "无人签收，已退回寄件人"));
    }

    private Map<String, Object> scan(String waybill, String code, String text) {
        return Map.of("eventId", waybill + "-" + code, "carrier", "sf", "waybill", waybill, "code", code, "at", clock.instant().toString(),
                "place", "杭州转运中心", "text", text);
    }

    private static Map<String, Object> receipt(WarehouseBooks.Told expected, String waybill, String how, Instant now) {
        List<Map<String, Object>> lines = lines(expected, how);
        int pieces = lines.stream().mapToInt(line -> (Integer) line.get("quantity")).sum();
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("receiptId", "RK-" + waybill);
        receipt.put("waybill", waybill);
        receipt.put("receivedAt", now.toString());
        receipt.put("weightGrams", EMPTY_BOX + GRAMS_A_PIECE * pieces);
        receipt.put("lines", lines);
        return receipt;
    }

    private static List<Map<String, Object>> lines(WarehouseBooks.Told expected, String how) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (how.equals("wrong")) {
            lines.add(Map.of("sku", "X-UNKNOWN", "quantity", 1, "grade", "D"));
        }
        List<?> all = (List<?>) expected.body().get("lines");
        for (Object each : how.equals("whole") || how.equals("part") ? all : List.of()) {
            Map<?, ?> line = (Map<?, ?>) each;
            int quantity = ((Number) line.get("quantity")).intValue() - (how.equals("part") && lines.isEmpty() ? 1 : 0);
            lines.add(Map.of("lineId", line.get("lineId"), "sku", String.valueOf(line.get("sku")), "quantity", quantity, "grade", "A"));
        }
        return lines;
    }
}
