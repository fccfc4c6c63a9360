package dev.afterflow.care;

import dev.afterflow.security.Shop;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways a buyer may choose among, as they read them and as their answer names one. */
final class Ways {

    private static final Map<String, Integer> NUMERALS = Map.of("1", 1, "2", 2, "3", 3, "一", 1, "二", 2, "三", 3);
    private static final Map<String, List<String>> NAMES = Map.of("refund", List.of("退款", "refund"), "wait", List.of("等待", "等到货", "等", "wait"),
            "other", List.of("换", "换成其他商品", "other goods"));

    private Ways() {
    }

    /** One line each, numbered from 1. */
    static String lines(Matter asked, Shop shop, boolean chinese) {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String way : offered(asked)) {
            lines.append(number == 0 ? "" : "\n").append(++number).append(chinese ? "、" : ". ").append(line(way, asked, shop, chinese));
        }
        return lines.toString();
    }

    private static String line(String way, Matter asked, Shop shop, boolean chinese) {
        return switch (way) {
            case "wait" -> {
                String until = Words.time(Instant.parse(asked.fact("restock")), shop, chinese);
                yield chinese ? "等到货，预计 " + until + " 前发出" : "Wait for the goods; we expect to ship them by " + until;
            }
            case "other" -> (chinese ? "换成：" : "Take other goods: ") + asked.fact("otherGoods");
            default -> chinese ? "全额退款，由我们办理，退回原付款账户" : "A full refund, which we do for you, to the account you paid from";
        };
    }

    /** Exactly the number of a way or its word, and nothing besides; anything else is for a person to read. */
    static Optional<String> read(String text, Matter asked) {
        String said = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}.。!！,，、;；~]+$", "");
        List<String> ways = offered(asked);
        int number = NUMERALS.getOrDefault(said, 0);
        return number > 0 && number <= ways.size() ? Optional.of(ways.get(number - 1))
                : ways.stream().filter(way -> NAMES.get(way).contains(said)).findFirst();
    }

    private static List<String> offered(Matter asked) {
        return asked.fact("ways").isEmpty() ? List.of() : List.of(asked.fact("ways").split(","));
    }
}
