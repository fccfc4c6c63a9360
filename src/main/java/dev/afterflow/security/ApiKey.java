package dev.afterflow.security;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A machine's key.
 *
 * @param scopes for each scope such as {@code intake:orders} the shops it may be used for
 */
record ApiKey(long id, String name, boolean stale, Map<String, Set<String>> scopes) {

    /** The machine asking with this key for this scope: it sees the shops of that scope and no others. */
    Known asking(String scope) {
        Set<String> shops = scopes.getOrDefault(scope, Set.of());
        Who who = new Who(id, "key-" + id, name, Set.of(), shops, Set.of(), "zh-CN", Who.Kind.KEY);
        return new Known(who, shops.isEmpty() ? Set.of() : Set.of(scope));
    }

    /** Reads {@code lanting intake:orders,verde intake:orders}. */
    static Map<String, Set<String>> scopes(String written) {
        return Person.words(written).stream().map(pair -> pair.split(" "))
                .collect(Collectors.groupingBy(pair -> pair[1],
                        Collectors.mapping(pair -> pair[0], Collectors.toCollection(TreeSet::new))));
    }
}
