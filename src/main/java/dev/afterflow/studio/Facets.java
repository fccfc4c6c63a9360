package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Compares what two versions say of one thing, facet by facet, and puts each difference into words. */
final class Facets {

    private static final int LONGEST = 160;

    private Facets() {
    }

    /**
     * One change for each facet that differs.
     *
     * @param words what a facet is called, by its path
     * @param shown a value as people read it
     */
    static List<Change> compare(String element, Said what, Map<String, String> before, Map<String, String> after,
                                java.util.function.Function<String, Said> words, BiFunction<String, String, Said> shown) {
        List<Change> changes = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String old = before.getOrDefault(path, "");
            String now = after.getOrDefault(path, "");
            if (!old.equals(now)) {
                Said facet = words.apply(path);
                changes.add(told(element, what, facet, old.isEmpty() ? null : shown.apply(path, old), now.isEmpty() ? null : shown.apply(path, now), new Said(old, now)));
            }
        }
        return changes;
    }

    /** @param raw the two values as they stand, for where only the other language differs */
    private static Change told(String element, Said what, Said facet, Said old, Said now, Said raw) {
        if (old == null) {
            return Change.changed(element, what.zh() + "：加上" + facet.zh() + " " + cut(now.zh()), what.en() + ": " + facet.en() + " added, " + cut(now.en()));
        }
        if (now == null) {
            return Change.changed(element, what.zh() + "：去掉" + facet.zh() + "，原为 " + cut(old.zh()), what.en() + ": " + facet.en() + " removed, was " + cut(old.en()));
        }
        String whole = cut(raw.zh()) + " → " + cut(raw.en());
        return Change.changed(element, what.zh() + "：" + facet.zh() + " " + (old.zh().equals(now.zh()) ? whole : cut(old.zh()) + " → " + cut(now.zh())),
                what.en() + ": " + facet.en() + " " + (old.en().equals(now.en()) ? whole : cut(old.en()) + " → " + cut(now.en())));
    }

    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Puts a value under a path that may be there already: the second one is {@code path#2}. */
    static void put(Map<String, String> facets, String path, String value) {
        String free = path;
        for (int n = 2; facets.containsKey(free); n++) {
            free = path + "#" + n;
        }
        facets.put(free, value);
    }

    static Map<String, String> none() {
        return new LinkedHashMap<>();
    }
}
