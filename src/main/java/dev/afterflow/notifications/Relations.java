package dev.afterflow.notifications;

import dev.afterflow.notifications.Lexicon.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The concepts that a red line joins, in English and Portuguese: lawful apart, they weigh much against one sentence, or two in a row,
 * that speaks of them all and of nothing that excuses it; the agent reads which words they were.
 */
final class Relations {

    /** As many words apart as still belong to one thought. */
    private static final int NEAR = 8;
    private static final int NEXT_SENTENCE = 1000;
    private static final List<Relation> ALL = GuardWords.lines("relations").stream().map(Relation::read).toList();

    private Relations() {
    }

    /** What was joined, by which rule, and the words that did. */
    record Hit(String rule, RedLine line, String words) {
    }

    static List<Hit> in(List<List<Mention>> sentences) {
        List<Map<String, List<Mention>>> one = sentences.stream().map(Relations::byConcept).toList();
        List<Map<String, List<Mention>>> two = new ArrayList<>(one);
        for (int at = 0; at + 1 < sentences.size(); at++) {
            two.add(byConcept(joined(sentences.get(at), sentences.get(at + 1))));
        }
        return ALL.stream().flatMap(relation -> (relation.window() > 1 ? two : one).stream().flatMap(said -> relation.in(said).stream()).limit(1))
            .toList();
    }

    private static Map<String, List<Mention>> byConcept(List<Mention> mentions) {
        return mentions.stream().collect(Collectors.groupingBy(Mention::concept, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Mention> joined(List<Mention> first, List<Mention> next) {
        List<Mention> both = new ArrayList<>(first);
        next.forEach(each -> both.add(new Mention(each.concept(), each.words(), each.from() + NEXT_SENTENCE, each.to() + NEXT_SENTENCE)));
        return both;
    }

    /** Concepts one after the other within a few words, each one of several; mostly a single one. */
    private record Term(List<Set<String>> steps) {

        static Term read(String text) {
            return new Term(Arrays.stream(text.split(">")).map(step -> Set.of(step.split("/"))).toList());
        }

        Optional<String> in(Map<String, List<Mention>> said) {
            return after(null, 0, said);
        }

        private Optional<String> after(Mention before, int step, Map<String, List<Mention>> said) {
            for (String concept : steps.get(step)) {
                for (Mention next : said.getOrDefault(concept, List.of())) {
                    if (before == null || next.from() >= before.to() && next.from() - before.to() <= NEAR) {
                        Optional<String> rest = step + 1 == steps.size() ? Optional.of("") : after(next, step + 1, said);
                        if (rest.isPresent()) {
                            return Optional.of(next.words() + (rest.get().isEmpty() ? "" : " + " + rest.get()));
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** {@code all} must be spoken of, none of {@code excuses}; {@code window} is how many sentences are read together. */
    private record Relation(String rule, RedLine line, int window, List<Term> all, List<Term> excuses) {

        static Relation read(String text) {
            String[] part = text.split("\\|", -1);
            return new Relation(text, RedLine.valueOf(part[0].strip()), Integer.parseInt(part[1].strip()), terms(part[2]), terms(part[3]));
        }

        private static List<Term> terms(String text) {
            return text.isBlank() ? List.of() : Arrays.stream(text.strip().split(" +")).map(Term::read).toList();
        }

        Optional<Hit> in(Map<String, List<Mention>> said) {
            List<String> words = new ArrayList<>();
            for (Term term : all) {
                Optional<String> found = term.in(said);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                words.add(found.get());
            }
            return excuses.stream().anyMatch(term -> term.in(said).isPresent()) ? Optional.empty()
                : Optional.of(new Hit(rule, line, words.stream().distinct().collect(Collectors.joining(" + "))));
        }
    }
}
