package dev.afterflow.studio;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Durations as people say them: {@code PT24H} is 24 小时, 24 hours. */
final class Spans {

    private static final Pattern DURATION = Pattern.compile("P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final List<Said> UNITS = List.of(new Said("年", "year"), new Said("个月", "month"), new Said("周", "week"), new Said("天", "day"),
            new Said("小时", "hour"), new Said("分钟", "minute"), new Said("秒", "second"));

    private Spans() {
    }

    /** The duration in words with its sign behind, or the text itself when it is none. */
    static Said of(String text) {
        Matcher parts = DURATION.matcher(text);
        if (text.length() < 3 || !parts.matches()) {
            return new Said(text, text);
        }
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int unit = 1; unit <= UNITS.size(); unit++) {
            if (parts.group(unit) != null) {
                Said name = UNITS.get(unit - 1);
                zh.append(parts.group(unit)).append(' ').append(name.zh()).append(' ');
                en.append(parts.group(unit)).append(' ').append(name.en()).append(parts.group(unit).equals("1") ? " " : "s ");
            }
        }
        return new Said(Stream.of(zh.toString().strip(), "(" + text + ")").reduce((one, other) -> one + " " + other).orElseThrow(),
                en.toString().strip() + " (" + text + ")");
    }
}
