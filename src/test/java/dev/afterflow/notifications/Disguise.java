package dev.afterflow.notifications;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Ways to write a message past a reader of words. */
enum Disguise {

    SPACES {
        @Override
        String of(String text) {
            return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
        }
    },
    DOTS {
        @Override
        String of(String text) {
            return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining("·"));
        }
    },
    NOTHING_SEEN {
        @Override
        String of(String text) {
            return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining("\u200B"));
        }
    },
    WIDE {
        @Override
        String of(String text) {
            return text.codePoints().map(point -> point > 32 && point < 127 ? point + 0xFEE0 : point).mapToObj(Character::toString)
                .collect(Collectors.joining());
        }
    },
    TRADITIONAL {
        @Override
        String of(String text) {
            return text.codePoints().mapToObj(point -> OLD.getOrDefault(point, Character.toString(point))).collect(Collectors.joining());
        }
    };

    private static final Map<Integer, String> OLD = old();

    abstract String of(String text);

    private static Map<Integer, String> old() {
        Map<Integer, String> pairs = new HashMap<>();
        for (String line : GuardWords.lines("characters")) {
            int[] points = line.codePoints().toArray();
            for (int at = 0; at + 1 < points.length; at += 2) {
                pairs.putIfAbsent(points[at + 1], Character.toString(points[at]));
            }
        }
        return pairs;
    }
}
