package dev.afterflow.engine;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as models write them (ISO 8601). */
final class Durations {

    private static final Pattern CYCLE = Pattern.compile("R([0-9]{0,3})/(P[0-9A-Z.]+)");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,4}D");
    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);
    private static final int MOST_RETRIES = 10;

    private Durations() {
    }

    static boolean isDays(String text) {
        return DAYS.matcher(text).matches();
    }

    static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return isPeriod(text);
        }
    }

    static boolean isList(String text) {
        String[] parts = text.split(",", -1);
        return parts.length <= MOST_RETRIES && Arrays.stream(parts).allMatch(part -> isDuration(part.strip()));
    }

    /** What is wrong with a timer that fires again and again, or nothing. */
    static Optional<String> cycleWrong(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches() || !isDuration(cycle.group(2))) {
            return Optional.of("A cycle is written R3/PT1H or R/PT1H, without an expression");
        }
        boolean tooFast = !isPeriod(cycle.group(2)) && Duration.parse(cycle.group(2)).compareTo(SHORTEST_CYCLE) < 0;
        return tooFast ? Optional.of("A timer fires at most once a minute") : Optional.empty();
    }

    private static boolean isPeriod(String text) {
        try {
            return !Period.parse(text).isZero();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
