package dev.afterflow.security;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Prefixes for shops that tests open: four letters out of 456,976, so that two tests hardly ever meet. */
public final class Prefixes {

    private Prefixes() {
    }

    public static String fresh() {
        return ThreadLocalRandom.current().ints(4, 'A', 'Z' + 1).mapToObj(letter -> String.valueOf((char) letter)).collect(Collectors.joining());
    }
}
