package dev.afterflow.notifications;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words by which one language speaks of each concept: whole words, beginnings of words, and words with a few others between. */
final class Lexicon {

    private static final int WIDEST_GAP = 4;
    private static final String GAP = "..";

    private final Node root = new Node();

    /** A concept spoken of by {@code words}, from the place {@code from} up to, not including, {@code to}. */
    record Mention(String concept, String words, int from, int to) {
    }

    private static final class Node {

        private final Map<String, Node> words = new HashMap<>();
        private final Map<String, Node> beginnings = new HashMap<>();
        private final List<String> concepts = new ArrayList<>();
        private Node gap;
    }

    private Lexicon() {
    }

    /** A line a concept: its name, a tab, its words with commas between. */
    static Lexicon read(String name) {
        Lexicon lexicon = new Lexicon();
        for (String line : GuardWords.lines(name)) {
            String[] pair = line.split("\t");
            for (String phrase : pair[1].split(",")) {
                lexicon.add(pair[0], phrase.strip());
            }
        }
        return lexicon;
    }

    List<Mention> mentions(List<String> words) {
        List<Mention> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            walk(root, words, from, from, found);
        }
        return found;
    }

    private void add(String concept, String phrase) {
        Node at = root;
        for (String part : phrase.split(" ")) {
            if (part.equals(GAP)) {
                at.gap = at.gap == null ? new Node() : at.gap;
                at = at.gap;
            } else if (part.endsWith("*")) {
                at = spelled(at, part);
            } else {
                for (String word : Speech.words(part)) {
                    at = at.words.computeIfAbsent(word, next -> new Node());
                }
            }
        }
        if (!at.concepts.contains(concept)) {
            at.concepts.add(concept);
        }
    }

    private static Node spelled(Node from, String beginning) {
        List<String> words = Speech.words(beginning.substring(0, beginning.length() - 1));
        Node at = from;
        for (String word : words.subList(0, words.size() - 1)) {
            at = at.words.computeIfAbsent(word, next -> new Node());
        }
        return at.beginnings.computeIfAbsent(words.get(words.size() - 1), next -> new Node());
    }

    private static void walk(Node node, List<String> words, int from, int at, List<Mention> found) {
        node.concepts.forEach(concept -> found.add(new Mention(concept, String.join(" ", words.subList(from, at)), from, at)));
        step(node, words, from, at, found);
        for (int skipped = 0; node.gap != null && skipped <= WIDEST_GAP; skipped++) {
            step(node.gap, words, from, at + skipped, found);
        }
    }

    private static void step(Node node, List<String> words, int from, int at, List<Mention> found) {
        if (at >= words.size()) {
            return;
        }
        String word = words.get(at);
        Node next = node.words.get(word);
        if (next != null) {
            walk(next, words, from, at + 1, found);
        }
        for (int length = 2; length <= word.length() && !node.beginnings.isEmpty(); length++) {
            Node begun = node.beginnings.get(word.substring(0, length));
            if (begun != null) {
                walk(begun, words, from, at + 1, found);
            }
        }
    }
}
