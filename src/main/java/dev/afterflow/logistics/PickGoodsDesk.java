package dev.afterflow.logistics;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.logistics.Replacement.Line;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of pickGoods: each piece is scanned, and so is the label it leaves under. */
@Component
class PickGoodsDesk implements DeskWork {

    private final Replacing replacing;
    private final Cases cases;

    PickGoodsDesk(Replacing replacing, Cases cases) {
        this.replacing = replacing;
        this.cases = cases;
    }

    @Override
    public String task() {
        return "pickGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Replacement reserved = replacing.find(caseNumber);
        Case of = cases.find(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("orderNo", reserved.orderNo());
        form.put("purpose", Words.of(reserved.purpose()));
        form.put("buyerWords", of.reasonText());
        form.put("lines", reserved.lines().stream().map(PickGoodsDesk::row).toList());
        return form;
    }

    private static Map<String, Object> row(Line line) {
        Map<String, Object> row = new HashMap<>();
        row.put("sku", line.sku());
        row.put("title", line.title());
        row.put("bin", line.bin());
        row.put("quantity", line.quantity());
        return row;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String picked = Rows.text(input, "picked");
        switch (picked == null ? "" : picked) {
            case "shipped" -> {
                scanned(replacing.find(caseNumber), input);
                replacing.shipped(caseNumber, Rows.text(input, "carrier"), Rows.text(input, "waybill"), Rows.text(input, "serial"), who);
            }
            case "outOfStock" -> replacing.notOnTheShelf(caseNumber, Rows.text(input, "note"), who);
            default -> throw Problem.invalid("picked", "values", "请选择拣货结果", "Choose how picking went");
        }
        return Map.of("picked", picked);
    }

    /** What was scanned is what was ordered, piece by piece; a wrong sku leaves nothing behind. */
    private static void scanned(Replacement reserved, Map<String, Object> input) {
        List<Map<?, ?>> rows = Rows.of(input, "lines", reserved.lines().size());
        for (int i = 0; i < rows.size(); i++) {
            Line line = reserved.lines().get(i);
            String sku = Rows.text(rows.get(i), "scannedSku");
            if (sku == null || !SentParcel.waybill(sku).equals(SentParcel.waybill(line.sku()))) {
                throw Problem.invalid("lines[" + i + "].scannedSku", "wrongSku", "扫到的不是 " + line.sku() + "，请换成清单上的商品",
                        "This is not " + line.sku() + "; take what the list names");
            }
            Integer counted = Rows.number(rows.get(i), "counted");
            if (counted == null || counted != line.quantity()) {
                throw Problem.invalid("lines[" + i + "].counted", "quantity", "应拣 " + line.quantity() + " 件", "Pick " + line.quantity() + " pieces");
            }
        }
    }
}
