package dev.afterflow.notifications;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Judges wording no rule foresaw by its likeness to examples of lawful and unlawful messages: a linear weighing of their
 * {@link Traits}, learned by least squares at the start from the examples beside the code, the same on every start. It never lets a
 * message go that a rule stopped; what it suspects a person of the legal team looks at.
 */
final class Judge {

    private static final int ROUNDS = 30;
    private static final double DAMPING = 0.01;
    /** Every text shows this: how the odds lean before a word is read. */
    private static final String ANY = "";
    private static final double LEAN = 0.3;
    /** A sentence alone says less than the whole: it must be plainer. */
    private static final double PART = 0.4;
    /** A number or a yes is like nothing. */
    private static final int SHORTEST = 3;
    /**
     * Chosen by the five folds of the examples, never by the sealed messages: of the unlawful ones that a judge had not seen, one in
     * twenty-five lies below the first and one in fifty below the second; one in two hundred is as plain as the third asks.
     */
    private static final double SUSPECT = -0.15;
    private static final double SUSPECT_NEAR_A_REVIEW = -0.3;
    private static final double PLAIN = -0.6;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Known> unlawful;
    private final double[] weights;

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
        traits.forEach(shown -> shown.keySet().forEach(trait -> places.putIfAbsent(trait, places.size())));
        places.put(ANY, places.size());
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
        Worst worst = worst(text);
        return worst.score() > (near ? SUSPECT_NEAR_A_REVIEW : SUSPECT) ? Optional.of(nearest(worst.text())) : Optional.empty();
    }

    /** The whole or the part that looks the least lawful, and how: below nought lawful, above it not. */
    private Worst worst(String text) {
        Worst worst = new Worst(text, text.strip().length() < SHORTEST ? -1 : score(text));
        for (String part : parts(text)) {
            double score = score(part) - PART;
            worst = score > worst.score() ? new Worst(part, score) : worst;
        }
        return worst;
    }

    /** As lawful as words can be, the whole and each part: what may go on even where a person would look otherwise. */
    boolean plain(String text) {
        return worst(text).score() < PLAIN;
    }

    double score(String text) {
        return weigh(vector(Traits.of(text)), weights);
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

    private record Worst(String text, double score) {
    }

    private record Known(Example example, Vector vector) {
    }

    private record Vector(int[] at, double[] value) {
    }

    /** Of length one; what no example showed only makes the known part shorter. */
    private Vector vector(Map<String, Double> traits) {
        double length = Math.sqrt(traits.values().stream().mapToDouble(value -> value * value).sum());
        List<String> known = traits.keySet().stream().filter(places::containsKey).toList();
        int[] at = new int[known.size() + 1];
        double[] value = new double[at.length];
        for (int i = 0; i < known.size(); i++) {
            at[i] = places.get(known.get(i));
            value[i] = traits.get(known.get(i)) / length;
        }
        at[known.size()] = places.get(ANY);
        value[known.size()] = LEAN;
        return new Vector(at, value);
    }

    private static double weigh(Vector vector, double[] weights) {
        double sum = 0;
        for (int i = 0; i < vector.at().length; i++) {
            sum += weights[vector.at()[i]] * vector.value()[i];
        }
        return sum;
    }

    /** The weights that miss the examples' judgements by the least squares, and are no larger than it takes: found step by step. */
    private void learn(List<Example> examples, List<Vector> vectors) {
        double[] missed = examples.stream().mapToDouble(example -> example.line() == null ? -1 : 1).toArray();
        double[] slope = gathered(vectors, missed, new double[weights.length], 0);
        double[] way = slope.clone();
        double steep = square(slope);
        for (int round = 0; round < ROUNDS && steep > 0; round++) {
            double[] moved = moved(vectors, way);
            double step = steep / (square(moved) + DAMPING * square(way));
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step * way[i];
            }
            for (int i = 0; i < missed.length; i++) {
                missed[i] -= step * moved[i];
            }
            slope = gathered(vectors, missed, weights, DAMPING);
            double now = square(slope);
            for (int i = 0; i < way.length; i++) {
                way[i] = slope[i] + now / steep * way[i];
            }
            steep = now;
        }
    }

    private static double[] moved(List<Vector> vectors, double[] way) {
        return vectors.stream().mapToDouble(vector -> weigh(vector, way)).toArray();
    }

    private static double[] gathered(List<Vector> vectors, double[] missed, double[] weights, double damping) {
        double[] sum = new double[weights.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = -damping * weights[i];
        }
        for (int i = 0; i < missed.length; i++) {
            Vector vector = vectors.get(i);
            for (int k = 0; k < vector.at().length; k++) {
                sum[vector.at()[k]] += missed[i] * vector.value()[k];
            }
        }
        return sum;
    }

    private static double square(double[] vector) {
        return Arrays.stream(vector).map(value -> value * value).sum();
    }

    private static final class Shipped {

        private static final Judge JUDGE = new Judge(examples());
    }
}
