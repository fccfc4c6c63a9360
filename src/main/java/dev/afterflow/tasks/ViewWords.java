package dev.afterflow.tasks;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words an address of a list may hold, by screen; a saved view holds no other. */
final class ViewWords {

    static final Set<String> DESK = Stream.concat(Filter.WORDS.stream(), Stream.of("view", "sort")).collect(Collectors.toUnmodifiableSet());
    static final Set<String> CASES = Set.of("q", "state", "kind", "shop", "team", "priority", "least", "most", "currency", "tag", "overdue");

    private ViewWords() {
    }
}
