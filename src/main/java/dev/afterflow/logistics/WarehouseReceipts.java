package dev.afterflow.logistics;

import dev.afterflow.logistics.JdbcGoodsReturns.ToldLine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a warehouse system's count onto the lines of a return; what belongs to no line is left to who counts. */
@Component
class WarehouseReceipts {

    private final JdbcGoodsReturns store;
    private final JsonMapper json;

    WarehouseReceipts(JdbcGoodsReturns store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    void take(GoodsReturn known, JdbcArrivals.Receipt receipt) {
        Map<String, ToldLine> lines = new HashMap<>();
        boolean other = false;
        for (JsonNode told : json.readTree(receipt.lines())) {
            other |= told.path("quantity").asInt() > 0 && known.lines().stream().noneMatch(line -> isAbout(told, line));
            known.lines().stream().filter(line -> isAbout(told, line)).findFirst().ifPresent(line ->
                    lines.put(line.lineId(), new ToldLine(told.path("quantity").asInt(), told.path("grade").asString(null))));
        }
        known.lines().forEach(line -> lines.putIfAbsent(line.lineId(), new ToldLine(0, null)));
        if (known.state() != GoodsReturn.State.RECEIVED && known.state() != GoodsReturn.State.INSPECTED) {
            store.told(known.returnNo(), receipt.weightGrams(), other, lines);
        }
    }

    private static boolean isAbout(JsonNode told, GoodsReturn.Line line) {
        return told.hasNonNull("lineId") ? told.path("lineId").asString().equals(line.lineId())
                : told.path("sku").asString("").equals(line.sku());
    }
}
