package dev.afterflow.intake;

import java.util.List;

/** What became of each row of a delivery, in the order they came. */
public record Receipt(int accepted, int duplicate, int rejected, List<Line> rows) {

    /** ACCEPTED: stored now; DUPLICATE: known already, nothing changed; REJECTED: nothing stored. */
    public enum Result { ACCEPTED, DUPLICATE, REJECTED }

    /**
     * The answer for one row.
     *
     * @param row its place in the delivery, from 1
     * @param id the sender's id of it, null when it has none
     */
    public record Line(int row, String id, Result result, List<Fault> faults) {
    }

    /** Counts the lines. */
    public static Receipt of(List<Line> lines) {
        return new Receipt(count(lines, Result.ACCEPTED), count(lines, Result.DUPLICATE), count(lines, Result.REJECTED),
                List.copyOf(lines));
    }

    private static int count(List<Line> lines, Result result) {
        return (int) lines.stream().filter(line -> line.result() == result).count();
    }
}
