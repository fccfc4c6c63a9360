package dev.afterflow.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of {@code security.person} with what belongs to it; lists come as comma-separated text in one select. */
record Person(long id, String login, String name, String password, String language, boolean everyShop, boolean demo,
              int epoch, boolean dismissed, String roles, String shops, String teams, boolean factor, String skills) {

    Who who() {
        return new Who(id, login, name, words(roles).stream().map(Role::valueOf).collect(Collectors.toSet()),
                words(shops), words(teams), language, Who.Kind.PERSON);
    }

    static Set<String> words(String commas) {
        return Arrays.stream(commas.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
