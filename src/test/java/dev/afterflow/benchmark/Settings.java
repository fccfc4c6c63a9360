package dev.afterflow.benchmark;

import java.util.Arrays;

/** What is measured how often: {@code -Dbenchmark.cases=…}, {@code .passes}, {@code .warm}, {@code .open}, {@code .lists}. */
record Settings(int cases, int passes, int warm, int[] open, int[] lists) {

    static Settings given() {
        return new Settings(Integer.getInteger("benchmark.cases", 600), Integer.getInteger("benchmark.passes", 3),
                Integer.getInteger("benchmark.warm", 1500), numbers("benchmark.open", "0,100000,500000"),
                numbers("benchmark.lists", "10000,200000,500000"));
    }

    private static int[] numbers(String name, String otherwise) {
        return Arrays.stream(System.getProperty(name, otherwise).split(",")).mapToInt(Integer::parseInt).toArray();
    }
}
