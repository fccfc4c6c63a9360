package dev.afterflow.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rules that all fields share, each with its remedy in both languages. */
class Faults {

    private static final int SHOWN = 60;

    private final List<Fault> all = new ArrayList<>();

    List<Fault> all() {
        return all;
    }

    void add(String field, String rule, String remedyZh, String remedyEn) {
        all.add(new Fault(field, rule, remedyZh, remedyEn));
    }

    void required(String field) {
        add(field, "required", "请填写此字段", "Give this field a value");
    }

    void type(String field, String zh, String en) {
        add(field, "type", "此处应为" + zh, "This must be " + en);
    }

    void tooLong(String field, int max) {
        add(field, "tooLong", "最多 " + max + " 个字符", "At most " + max + " characters");
    }

    void tooMany(String field, int max) {
        add(field, "tooMany", "最多 " + max + " 项", "At most " + max + " entries");
    }

    void characters(String field) {
        add(field, "characters", "含有无法保存的字符(空字符或残缺的表情符号),请删除",
                "Remove the characters that cannot be stored: NUL or half of a surrogate pair");
    }

    void range(String field, long min, long max) {
        add(field, "range", "应在 " + min + " 到 " + max + " 之间", "This must be from " + min + " to " + max);
    }

    void instant(String field) {
        add(field, "instant", "应为带时区偏移的时间,如 2026-11-21T10:00:00+08:00,年份在 1990 到 2099 之间",
                "Give a time with its offset, such as 2026-11-21T10:00:00+08:00, in the years 1990 to 2099");
    }

    void currency(String field) {
        add(field, "currency", "应为 ISO 4217 货币代码,如 CNY", "Give a currency code of ISO 4217, such as CNY");
    }

    void word(String field, Collection<String> words) {
        String list = String.join(", ", words);
        add(field, "value", "可用的值:" + list, "Use one of: " + list);
    }

    static Fault unknown(String field, Collection<String> known) {
        String list = String.join(", ", known.stream().sorted().toList());
        return new Fault(field, "unknown", "没有这个字段,请删除;可用字段:" + list,
                "There is no such field, remove it; the fields are: " + list);
    }

    /** A foreign key cut to a length that fits an answer. */
    static String shown(String foreign) {
        String clean = foreign.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair. */
    static boolean unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                return true;
            }
            i += pair ? 1 : 0;
        }
        return false;
    }
}
