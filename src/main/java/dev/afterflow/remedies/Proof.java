package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned.Code;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What our own records and the buyer's pictures prove; the words are those of the table {@code liability}. What a buyer says of
 * the parcel counts only with a picture; what needs a report, only a person can find.
 */
enum Proof {

    SHOWN("买家有照片或视频", "the buyer has pictures or a video") {
        @Override
        boolean stands(Circumstances known) {
            return known.shown();
        }
    },
    OTHER_SKU("装箱记录里是别的货", "other goods were packed") {
        @Override
        boolean stands(Circumstances known) {
            return known.packed().stream().flatMap(parcel -> parcel.pieces().keySet().stream())
                    .anyMatch(line -> known.order().item(line).isEmpty());
        }
    },
    LEFT_SHORT("出库就少件", "it left short") {
        @Override
        boolean stands(Circumstances known) {
            return allPacked(known) && known.lines().stream().anyMatch(line -> pieces(known, line) < sold(known, line));
        }
    },
    LEFT_FULL("出库足量", "it left complete") {
        @Override
        boolean stands(Circumstances known) {
            return allPacked(known) && known.lines().stream().allMatch(line -> pieces(known, line) >= sold(known, line));
        }
    },
    ARRIVED_LIGHT("快递途中变轻或被拆开", "lighter or opened on the way") {
        @Override
        boolean stands(Circumstances known) {
            return Records.grewLighter(known) || scanned(known, "重量不符|重量异常|短少|外包装被?(割|拆|破)|lighter|short of contents|opened")
                    || shownAndSaid(known, "被?(割开|拆开过|打开过)|封(条|口)(破|开|断)|cut open|had been opened");
        }
    },
    SEALED_BOX_SHORT("原厂封箱内少件", "short inside the maker's sealed box") {
        @Override
        boolean stands(Circumstances known) {
            return shownAndSaid(known, "(原厂|原装|未拆封?|封箱|密封).{0,12}(少|缺|没有)|sealed.{0,30}(missing|short)");
        }
    },
    BOX_CRUSHED("外箱压坏", "outer box crushed") {
        @Override
        boolean stands(Circumstances known) {
            return scanned(known, "破损|压坏|损坏|damaged|crushed")
                    || shownAndSaid(known, "(外箱|纸箱|箱子|包装盒?).{0,6}(压|扁|破|烂|湿|变形)|(box|carton).{0,20}(crushed|torn|wet)");
        }
    },
    PADDING_MISSING("缺内衬", "no padding") {
        @Override
        boolean stands(Circumstances known) {
            return shownAndSaid(known, "(没有?|无|缺).{0,6}(泡沫|内衬|填充|缓冲|气泡|保护)|no (padding|bubble|protection)");
        }
    },
    ADDRESS_WRONG("订单地址错", "the address of the order is wrong") {
        @Override
        boolean stands(Circumstances known) {
            return scanned(known, "地址(错|不详|有误)|查无此(人|址)|(wrong|bad|incomplete) address")
                    || said(known, "地址(我)?(写|填|留)错|(wrote|gave) (a|the) wrong address");
        }
    },
    DELIVERED_PROVED("快递显示已签收", "the carrier says delivered") {
        @Override
        boolean stands(Circumstances known) {
            return known.scans().stream().anyMatch(scan -> scan.code() == Code.DELIVERED) || known.order().deliveredAt().isPresent()
                    && !known.order().shipments().isEmpty();
        }
    },
    LATE_LEAVING("揽收前误期", "it left late") {
        @Override
        boolean stands(Circumstances known) {
            Instant promised = known.order().promisedShipAt();
            return promised != null && promised.isBefore(known.order().shipments().stream().map(Order.Shipment::shippedAt)
                    .filter(at -> at != null).min(Instant::compareTo).orElse(known.asked().openedAt()));
        }
    },
    LATE_CARRIER("揽收后误期", "late on the way") {
        @Override
        boolean stands(Circumstances known) {
            Instant promised = known.order().promisedDeliveryAt();
            return known.order().isShipped() && promised != null
                    && promised.isBefore(known.order().deliveredAt().orElse(known.asked().openedAt()));
        }
    };

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String zh;
    private final String en;

    Proof(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    abstract boolean stands(Circumstances known);

    /** Everything that is proved. */
    static List<Proof> all(Circumstances known) {
        return Arrays.stream(values()).filter(proof -> proof.stands(known)).toList();
    }

    /** As the table takes them. */
    static String joined(List<Proof> proofs) {
        return proofs.stream().map(Proof::name).collect(Collectors.joining(","));
    }

    /** As people read them. */
    static String words(List<Proof> proofs, boolean chinese) {
        return proofs.stream().map(proof -> chinese ? proof.zh : proof.en).collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static boolean allPacked(Circumstances known) {
        return !known.packed().isEmpty() && known.packed().stream().map(Orders.Packing::waybill).distinct().count()
                == known.order().shipments().stream().map(Order.Shipment::waybill).distinct().count();
    }

    private static int pieces(Circumstances known, Case.Line line) {
        return known.packed().stream().mapToInt(parcel -> parcel.pieces().getOrDefault(line.lineId(), 0)).sum();
    }

    private static int sold(Circumstances known, Case.Line line) {
        return known.order().item(line.lineId()).map(Order.Item::quantity).orElse(0);
    }

    private static boolean scanned(Circumstances known, String pattern) {
        return known.scans().stream().filter(scan -> scan.code() == Code.EXCEPTION && scan.words() != null)
                .anyMatch(scan -> found(pattern, scan.words()));
    }

    private static boolean shownAndSaid(Circumstances known, String pattern) {
        return known.shown() && said(known, pattern);
    }

    private static boolean said(Circumstances known, String pattern) {
        return found(pattern, known.words());
    }

    private static boolean found(String pattern, String words) {
        return PATTERNS.computeIfAbsent(pattern, each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE)).matcher(words).find();
    }
}
