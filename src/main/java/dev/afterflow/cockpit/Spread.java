package dev.afterflow.cockpit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long something took, in seconds, of {@code n} cases: half were faster than {@code p50}, of twenty nineteen were faster
 * than {@code p95}; read from buckets of a fourth of a doubling, so right within a tenth. Null when there was none.
 */
record Spread(long n, Double p50, Double p95) {

    private static final double TO_A_DOUBLING = 4;

    /** From counts by bucket, as {@code cockpit.bucket} makes them. */
    static Spread of(Map<Integer, Long> buckets) {
        SortedMap<Integer, Long> sorted = new TreeMap<>(buckets);
        long n = sorted.values().stream().mapToLong(Long::longValue).sum();
        return n == 0 ? new Spread(0, null, null) : new Spread(n, at(sorted, Math.ceil(n * 0.5)), at(sorted, Math.ceil(n * 0.95)));
    }

    private static Double at(SortedMap<Integer, Long> sorted, double rank) {
        long passed = 0;
        for (Map.Entry<Integer, Long> bucket : sorted.entrySet()) {
            passed += bucket.getValue();
            if (passed >= rank) {
                return middle(bucket.getKey());
            }
        }
        return middle(sorted.lastKey());
    }

    /** The first bucket holds what was done at once. */
    private static double middle(int bucket) {
        return bucket == 0 ? 0 : Math.pow(2, (bucket + 0.5) / TO_A_DOUBLING);
    }
}
