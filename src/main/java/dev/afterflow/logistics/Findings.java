package dev.afterflow.logistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an inspector may find, by group of goods: the words the table goods-intact knows, in both languages. */
final class Findings {

    static final String NOTHING = "NONE";
    static final String WRONG = "WRONG_GOODS";
    static final String MISSING = "ACCESSORY_MISSING";
    private static final Map<String, String[]> WORDS = new LinkedHashMap<>();

    static {
        word(NOTHING, "完好，没有异常", "Intact, nothing unusual");
        word("OPENED", "拆开查看过，商品完整", "Opened to look, complete");
        word("TRIED", "合理调试过", "Tried reasonably");
        word("SEAL_BROKEN", "一次性封口已破坏", "One-time seal broken");
        word("ACTIVATED", "已激活、绑定账号或留有个人资料", "Activated, bound to an account, or personal data left");
        word("ALTERED", "序列号或 3C 标识被改，或私自维修", "Serial or CCC mark altered, or repaired without authority");
        word("TAG_CUT", "吊牌摘除或剪掉", "Tag removed or cut");
        word("SOILED", "污损", "Soiled or damaged");
        word("WORN", "超出试穿试用的痕迹", "Marks of use beyond trying");
        word(MISSING, "缺配件或赠品", "Accessory or gift missing");
        word("BOX_DAMAGED", "商品包装盒损坏", "The goods' own box damaged");
        word(WRONG, "不是本单的商品", "Not the goods of this order");
        word("OTHER", "其他（请写明）", "Something else (say what)");
    }

    private static final Map<String, List<String>> SPECIAL = Map.of("SEALED", List.of("SEAL_BROKEN"),
            "ELECTRONICS", List.of("ACTIVATED", "ALTERED"), "WORN", List.of("TAG_CUT", "SOILED"));

    private Findings() {
    }

    private static void word(String code, String chinese, String english) {
        WORDS.put(code, new String[] {chinese, english});
    }

    /** What to look for in goods of this group, as a form offers it; what belongs to other groups is left out. */
    static List<Map<String, Object>> offered(String group) {
        List<String> others = new ArrayList<>();
        SPECIAL.forEach((other, codes) -> {
            if (!other.equals(group) && !group.equals("OTHER")) {
                others.addAll(codes);
            }
        });
        return WORDS.entrySet().stream().filter(word -> !others.contains(word.getKey())).map(word -> Map.<String, Object>of(
                "value", word.getKey(), "label", word.getValue()[0], "labelEn", word.getValue()[1])).toList();
    }

    /** The findings in one language, joined. */
    static String told(List<String> codes, boolean chinese) {
        return codes.stream().map(code -> WORDS.containsKey(code) ? WORDS.get(code)[chinese ? 0 : 1] : code)
                .reduce((one, other) -> one + (chinese ? "；" : "; ") + other).orElse("");
    }

    /** As the table reads them: joined by commas in one order, nothing when all is well. */
    static String forTable(List<String> codes) {
        return WORDS.keySet().stream().filter(code -> codes.contains(code) && !code.equals(NOTHING) && !code.equals(WRONG))
                .reduce((one, other) -> one + "," + other).orElse("");
    }
}
