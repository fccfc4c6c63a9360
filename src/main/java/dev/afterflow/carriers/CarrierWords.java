package dev.afterflow.carriers;

import static dev.afterflow.words.Vocabulary.text;

import dev.afterflow.words.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One word a carrier: what orders and people write, and what each tracking service calls it. */
final class CarrierWords {

    private static final Map<String, String> KUAIDI = Map.ofEntries(Map.entry("sf", "shunfeng"), Map.entry("yto", "yuantong"), Map.entry("zto", "zhongtong"),
        Map.entry("sto", "shentong"), Map.entry("yunda", "yunda"), Map.entry("jt", "jtexpress"), Map.entry("ems", "ems"), Map.entry("jd", "jd"),
        Map.entry("deppon", "debangkuaidi"), Map.entry("post", "youzhengguonei"));
    private static final Map<String, String> AFTERSHIP = Map.ofEntries(Map.entry("sf", "sf-express"), Map.entry("yto", "yto"), Map.entry("zto", "zto-express"),
        Map.entry("sto", "sto"), Map.entry("ems", "china-ems"), Map.entry("post", "china-post"), Map.entry("jt", "jtexpress"),
        Map.entry("dhl", "dhl"), Map.entry("ups", "ups"), Map.entry("fedex", "fedex"), Map.entry("usps", "usps"), Map.entry("correios", "brazil-correios"));
    private static final Map<String, String> OTHERS = Map.ofEntries(Map.entry("顺丰", "sf"), Map.entry("shunfeng", "sf"), Map.entry("sf-express", "sf"),
        Map.entry("圆通", "yto"), Map.entry("yuantong", "yto"), Map.entry("中通", "zto"), Map.entry("zhongtong", "zto"), Map.entry("申通", "sto"),
        Map.entry("shentong", "sto"), Map.entry("韵达", "yunda"), Map.entry("极兔", "jt"), Map.entry("jtexpress", "jt"), Map.entry("京东", "jd"),
        Map.entry("德邦", "deppon"), Map.entry("debang", "deppon"), Map.entry("debangkuaidi", "deppon"), Map.entry("邮政", "post"), Map.entry("youzhengguonei", "post"));
    /** Kuaidi100's work orders reach these (its document of the work order). */
    private static final Set<String> WORK_ORDERS = Set.of("yto", "yunda", "jt", "sto", "deppon");
    /** These tell nothing without the last four digits of a phone of the parcel (Kuaidi100's document of the query). */
    private static final Set<String> PHONE = Set.of("sf", "zto");

    private static final Vocabulary NAMES = new Vocabulary(text("sf", "顺丰速运", "SF Express"), text("yto", "圆通速递", "YTO Express"),
        text("zto", "中通快递", "ZTO Express"), text("sto", "申通快递", "STO Express"), text("yunda", "韵达快递", "Yunda"), text("jt", "极兔速递", "J&T Express"),
        text("jd", "京东物流", "JD Logistics"), text("deppon", "德邦快递", "Deppon"), text("post", "中国邮政", "China Post"), text("ems", "EMS", "EMS"),
        text("dhl", "DHL", "DHL"), text("ups", "UPS", "UPS"), text("fedex", "FedEx", "FedEx"), text("usps", "美国邮政", "USPS"),
        text("correios", "巴西邮政", "Correios"));

    private CarrierWords() {
    }

    /** What people call it; a carrier nobody here knows keeps the word it came with. */
    static String named(String carrier, boolean chinese) {
        String word = of(carrier);
        return NAMES.knows(word) ? NAMES.of(word, chinese) : carrier;
    }

    /** The house's word for what somebody wrote. */
    static String of(String written) {
        String small = written.strip().toLowerCase(Locale.ROOT);
        return OTHERS.getOrDefault(small.replaceAll("(速运|快递|速递|快运|express)$", "").strip(), OTHERS.getOrDefault(small, small));
    }

    static Optional<String> kuaidi(String carrier) {
        return Optional.ofNullable(KUAIDI.get(carrier));
    }

    static Optional<String> afterShip(String carrier) {
        return Optional.ofNullable(AFTERSHIP.get(carrier));
    }

    /** The house's words that a service may mean by its own. */
    static List<String> by(Map<String, String> book, String theirs) {
        return book.entrySet().stream().filter(each -> each.getValue().equals(theirs)).map(Map.Entry::getKey).sorted().toList();
    }

    static String fromKuaidi(String com) {
        return by(KUAIDI, com).stream().findFirst().orElse(com);
    }

    static String fromAfterShip(String slug) {
        return by(AFTERSHIP, slug).stream().findFirst().orElse(slug);
    }

    static boolean takesWorkOrders(String carrier) {
        return WORK_ORDERS.contains(carrier);
    }

    static boolean wantsPhone(String carrier) {
        return PHONE.contains(carrier);
    }
}
