package dev.afterflow.remedies;

import dev.afterflow.orders.Orders;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What warehouse and carrier wrote down about the parcels of a request: weights to compare, and lines for a person to read. */
final class Records {

    private static final Map<String, String> CODES = Map.of("PICKED_UP", "已揽收", "IN_TRANSIT", "运输中", "OUT_FOR_DELIVERY", "派送中",
            "DELIVERED", "已签收", "EXCEPTION", "异常", "RETURNING", "退回中", "RETURNED", "已退回");

    private Records() {
    }

    /** Did a parcel weigh clearly less at the carrier's last scale than when it was packed? */
    static boolean grewLighter(Circumstances known) {
        return known.packed().stream().filter(parcel -> parcel.weightGrams() != null).anyMatch(parcel -> lastWeight(known.scans(), parcel.waybill())
                .filter(grams -> Orders.clearlyLess(grams, parcel.weightGrams())).isPresent());
    }

    private static Optional<Integer> lastWeight(List<Orders.Scan> scans, String waybill) {
        return scans.stream().filter(scan -> scan.waybill().equals(waybill)).sorted(Comparator.comparing(Orders.Scan::at))
                .flatMap(scan -> scan.grams().stream()).reduce((earlier, later) -> later);
    }

    /** One line a parcel and its latest scan. */
    static String lines(Circumstances known, boolean chinese) {
        Stream<String> packed = known.packed().stream().map(parcel -> packed(parcel, chinese));
        Stream<String> scanned = known.scans().stream().max(Comparator.comparing(Orders.Scan::at)).stream().map(scan -> scanned(scan, known, chinese));
        return Stream.concat(packed, scanned).collect(Collectors.joining("\n"));
    }

    private static String packed(Orders.Packing parcel, boolean chinese) {
        String weight = parcel.weightGrams() == null ? "" : chinese ? "，" + parcel.weightGrams() + " 克" : ", " + parcel.weightGrams() + " g";
        int pieces = parcel.pieces().values().stream().mapToInt(Integer::intValue).sum();
        return chinese ? "装箱 " + parcel.waybill() + "：" + pieces + " 件" + weight + "，照片 " + parcel.pictures() + " 张"
                : "Packed " + parcel.waybill() + ": pieces " + pieces + weight + ", pictures " + parcel.pictures();
    }

    private static String scanned(Orders.Scan scan, Circumstances known, boolean chinese) {
        String at = DateTimeFormatter.ofPattern("MM-dd HH:mm").format(scan.at().atZone(ZoneId.of(known.shop().timeZone())));
        String code = chinese ? CODES.get(scan.code().name()) : scan.code().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String rest = Stream.of(scan.place(), scan.words()).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(" "));
        return (chinese ? "最新物流 " + scan.waybill() + "：" : "Latest scan " + scan.waybill() + ": ") + at + " " + code + (rest.isEmpty() ? "" : " " + rest);
    }
}
