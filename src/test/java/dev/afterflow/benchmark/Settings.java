package dev.afterflow.benchmark;

import java.util.Arrays;
import java.util.Set;

/**
 * What is measured how often: {@code -Dbenchmark.cases=…}, {@code .passes}, {@code .warm}, {@code .open}, {@code .lists},
 * {@code .windows} (orders and cases), {@code .day} (events of a day); and of {@code engine,whole,lists,windows} what {@code .parts} names.
 */
record Settings(int cases, int passes, int warm, int[] open, int[] lists, int[] windows, int day, Set<String> parts) {

    static Settings given() {
        return new Settings(Integer.getInteger("benchmark.cases", 600), Integer.getInteger("benchmark.passes", 3),
                Integer.getInteger("benchmark.warm", 1500), numbers("benchmark.open", "0,100000,500000"),
                numbers("benchmark.lists", "10000,200000,500000"), numbers("benchmark.windows", "500000"), Integer.getInteger("benchmark.day", 20_000),
                Set.of(System.getProperty("benchmark.parts", "engine,whole,lists,windows").split(",")));
    }

    private static int[] numbers(String name, String otherwise) {
        return Arrays.stream(System.getProperty(name, otherwise).split(",")).mapToInt(Integer::parseInt).toArray();
    }
}
