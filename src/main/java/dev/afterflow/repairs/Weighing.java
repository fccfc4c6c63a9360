package dev.afterflow.repairs;

import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned.Code;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What our own records say of the parcels of an order: how many pieces of each line were packed, what left and what the carrier's
 * scale said later, and what the goods themselves weigh.
 *
 * @param goodsGrams what all pieces of the order weigh without their parcels, null unless every product's weight is known
 */
record Weighing(Order order, List<Orders.Packing> packings, List<Orders.Scan> scans, Integer goodsGrams) {

    private static final Pattern OPENED = Pattern.compile("重量不符|短少|外包装被?(割|拆|破)|short of contents|opened", Pattern.CASE_INSENSITIVE);

    /** Pieces of a line in all parcels, null where not every parcel has its packing record. */
    Integer packed(String lineId) {
        return recorded() ? packings.stream().mapToInt(parcel -> parcel.pieces().getOrDefault(lineId, 0)).sum() : null;
    }

    private boolean recorded() {
        long parcels = order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).distinct().count();
        return parcels > 0 && packings.stream().filter(parcel -> !parcel.pieces().isEmpty()).map(Orders.Packing::waybill).distinct().count() == parcels;
    }

    /** FULL, SHORT, OTHER or UNKNOWN. */
    String packed() {
        if (packings.stream().flatMap(parcel -> parcel.pieces().keySet().stream()).anyMatch(line -> order.item(line).isEmpty())) {
            return "OTHER";
        }
        if (!recorded()) {
            return "UNKNOWN";
        }
        return order.items().stream().allMatch(item -> packed(item.lineId()) >= item.quantity()) ? "FULL" : "SHORT";
    }

    /** What left in all, null unless every parcel was weighed. */
    Integer outGrams() {
        List<Integer> weights = packings.stream().map(Orders.Packing::weightGrams).filter(Objects::nonNull).toList();
        return weights.isEmpty() || weights.size() < order.shipments().size() ? null : weights.stream().mapToInt(Integer::intValue).sum();
    }

    /** COMPLETE, MISSING or UNKNOWN: a parcel weighs at least what lies in it. */
    String outWeight() {
        Integer out = outGrams();
        return out == null || goodsGrams == null ? "UNKNOWN" : Orders.clearlyLess(out, goodsGrams) ? "MISSING" : "COMPLETE";
    }

    /** What the carrier's scale said last of each parcel it weighed. */
    Map<String, Integer> carrierGrams() {
        Map<String, Integer> last = new HashMap<>();
        scans.stream().sorted(Comparator.comparing(Orders.Scan::at)).forEach(scan -> scan.grams().ifPresent(grams -> last.put(scan.waybill(), grams)));
        return last;
    }

    /** SAME, LIGHTER, OPENED or UNKNOWN. */
    String onTheWay() {
        if (scans.stream().anyMatch(scan -> scan.code() == Code.EXCEPTION && scan.words() != null && OPENED.matcher(scan.words()).find())) {
            return "OPENED";
        }
        Map<String, Integer> carrier = carrierGrams();
        List<Orders.Packing> both = packings.stream().filter(parcel -> parcel.weightGrams() != null && carrier.containsKey(parcel.waybill())).toList();
        if (both.stream().anyMatch(parcel -> Orders.clearlyLess(carrier.get(parcel.waybill()), parcel.weightGrams()))) {
            return "LIGHTER";
        }
        return both.isEmpty() || both.size() < packings.size() ? "UNKNOWN" : "SAME";
    }

    /** Whether this parcel grew lighter on its way. */
    boolean isLighter(String waybill) {
        Integer carrier = carrierGrams().get(waybill);
        return carrier != null && packings.stream().filter(parcel -> parcel.waybill().equals(waybill) && parcel.weightGrams() != null)
                .anyMatch(parcel -> Orders.clearlyLess(carrier, parcel.weightGrams()));
    }

    /** One line a parcel, for a person. */
    String packingWords(boolean chinese) {
        return packings.stream().map(parcel -> {
            int pieces = parcel.pieces().values().stream().mapToInt(Integer::intValue).sum();
            return chinese ? "%s：%d 件，照片 %d 张".formatted(parcel.waybill(), pieces, parcel.pictures())
                    : "%s: pieces %d, pictures %d".formatted(parcel.waybill(), pieces, parcel.pictures());
        }).reduce((one, other) -> one + "\n" + other).orElse(chinese ? "没有装箱记录" : "No packing record");
    }

    String weightWords(boolean chinese) {
        Optional<Integer> carrier = carrierGrams().values().stream().reduce(Integer::sum);
        return (chinese ? "商品自重 %s；出库 %s；承运商 %s" : "Goods %s; left with %s; carrier %s")
                .formatted(grams(goodsGrams, chinese), grams(outGrams(), chinese), grams(carrier.orElse(null), chinese));
    }

    private static String grams(Integer grams, boolean chinese) {
        return grams == null ? chinese ? "未知" : "unknown" : grams + (chinese ? " 克" : " g");
    }
}
