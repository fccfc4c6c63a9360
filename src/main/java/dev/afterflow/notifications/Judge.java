package dev.afterflow.notifications;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Judges wording no rule foresaw by its likeness to examples of lawful and unlawful messages: a linear weighing of their
 * {@link Traits}, learned at the start from the examples beside the code, the same on every start. It never lets a message go
 * that a rule stopped; what it suspects a person of the legal team looks at.
 */
final class Judge {

    private static final int ROUNDS = 40;
    private static final double STEP = 0.3;
    private static final double DAMPING = 1e-5;
    /** A sentence alone says less than the whole: it must be plainer. */
    private static final double PART = 0.9;
    /** A number or a yes is like nothing. */
    private static final int SHORTEST = 3;
    /** With nothing in it that a red line speaks of, a message must look unlawful; with it, far less than even odds is enough. */
    private static final double SUSPECT = 0;
    private static final double SUSPECT_AT_RISK = -1;
    private static final double SUSPECT_NEAR_A_REVIEW = -1.5;
    /** So far on the lawful side that no known unlawful message comes near it. */
    private static final double PLAIN = -2.5;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Known> unlawful;
    private final double[] weights;
    private double tilt;

    /** A message whose judgement is known; {@code line} is null for a lawful one. */
    record Example(RedLine line, String text) {
    }

    /** The example a suspect message is most like. */
    record Likeness(RedLine line, String example) {
    }

    Judge(List<Example> examples) {
        this(examples, Traits::of);
    }

    /** {@code reader} says what a text shows; what read it once may keep it for the next judge. */
    Judge(List<Example> examples, Function<String, Map<String, Double>> reader) {
        List<Map<String, Double>> traits = examples.stream().map(example -> reader.apply(example.text())).toList();
        traits.stream().flatMap(each -> each.keySet().stream()).collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
            .forEach(trait -> places.put(trait, places.size()));
        this.weights = new double[places.size()];
        List<Vector> vectors = traits.stream().map(this::vector).toList();
        this.unlawful = IntStream.range(0, examples.size()).filter(i -> examples.get(i).line() != null)
            .mapToObj(i -> new Known(examples.get(i), vectors.get(i))).toList();
        learn(examples, vectors);
    }

    /** Learned from the examples beside the code. */
    static Judge shipped() {
        return Shipped.JUDGE;
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        GuardWords.lines("examples-unlawful").stream().map(line -> line.split("\t"))
            .forEach(pair -> examples.add(new Example(RedLine.valueOf(pair[0]), pair[1])));
        GuardWords.lines("examples-lawful").forEach(line -> examples.add(new Example(null, line)));
        return examples;
    }

    /** What a suspect message is like; empty for one that may go. {@code near}: a review stands near by the data. */
    Optional<Likeness> suspects(String text, boolean near) {
        double bar = near ? SUSPECT_NEAR_A_REVIEW : Traits.risky(text) ? SUSPECT_AT_RISK : SUSPECT;
        if (text.strip().length() < SHORTEST) {
            return Optional.empty();
        }
        String worst = score(text) > bar ? text
            : parts(text).stream().filter(part -> score(part) > bar + PART).findFirst().orElse(null);
        return Optional.ofNullable(worst).map(this::nearest);
    }

    /** As lawful as words can be, the whole and each part: what may go on even where a person would look otherwise. */
    boolean plain(String text) {
        return score(text) < PLAIN && parts(text).stream().allMatch(part -> score(part) < PLAIN + PART);
    }

    double score(String text) {
        return weigh(vector(Traits.of(text)));
    }

    /** Each sentence of a longer message, and each with the next. */
    private static List<String> parts(String text) {
        List<String> sentences = Arrays.stream(text.split("(?<=[。！？!?;；\\n])|(?<=\\.)(?=\\s)")).map(String::strip)
            .filter(sentence -> sentence.length() > 3).toList();
        List<String> parts = new ArrayList<>();
        if (sentences.size() > 1) {
            parts.addAll(sentences);
            for (int at = 0; at + 1 < sentences.size() && sentences.size() > 2; at++) {
                parts.add(sentences.get(at) + sentences.get(at + 1));
            }
        }
        return parts;
    }

    private Likeness nearest(String text) {
        Vector asked = vector(Traits.of(text));
        Map<Integer, Double> values = new HashMap<>();
        for (int i = 0; i < asked.at().length; i++) {
            values.put(asked.at()[i], asked.value()[i]);
        }
        Example like = unlawful.stream().max(Comparator.comparingDouble(known -> likeness(values, known.vector()))).orElseThrow().example();
        return new Likeness(like.line(), like.text());
    }

    private static double likeness(Map<Integer, Double> asked, Vector known) {
        double sum = 0;
        for (int i = 0; i < known.at().length; i++) {
            sum += asked.getOrDefault(known.at()[i], 0d) * known.value()[i];
        }
        return sum;
    }

    private record Known(Example example, Vector vector) {
    }

    private record Vector(int[] at, double[] value) {
    }

    /** Of length one; what no example showed only makes the known part shorter. */
    private Vector vector(Map<String, Double> traits) {
        double length = Math.sqrt(traits.values().stream().mapToDouble(value -> value * value).sum());
        List<String> known = traits.keySet().stream().filter(places::containsKey).sorted().toList();
        return new Vector(known.stream().mapToInt(places::get).toArray(), known.stream().mapToDouble(trait -> traits.get(trait) / length).toArray());
    }

    private double weigh(Vector vector) {
        double sum = tilt;
        for (int i = 0; i < vector.at().length; i++) {
            sum += weights[vector.at()[i]] * vector.value()[i];
        }
        return sum;
    }

    private void learn(List<Example> examples, List<Vector> vectors) {
        double[] slopes = new double[weights.length + 1];
        Arrays.fill(slopes, 1e-4);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random same = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, same);
            order.forEach(i -> correct(vectors.get(i), examples.get(i).line() != null, slopes));
        }
    }

    private void correct(Vector vector, boolean wrong, double[] slopes) {
        double error = 1 / (1 + Math.exp(-weigh(vector))) - (wrong ? 1 : 0);
        for (int i = 0; i < vector.at().length; i++) {
            int at = vector.at()[i];
            double slope = error * vector.value()[i] + DAMPING * weights[at];
            slopes[at] += slope * slope;
            weights[at] -= STEP * slope / Math.sqrt(slopes[at]);
        }
        slopes[weights.length] += error * error;
        tilt -= STEP * error / Math.sqrt(slopes[weights.length]);
    }

    private static final class Shipped {

        private static final Judge JUDGE = new Judge(examples());
    }
}
