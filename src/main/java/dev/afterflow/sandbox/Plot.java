package dev.afterflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One case of the demo on its way through its script.
 *
 * @param no makes everything else about it: the order, the words, how long people take
 * @param done the turns and tasks that were played, in order
 * @param played when each of them was really played; the first is the opening
 * @param told when each of them is said to have happened
 */
record Plot(int no, Script script, Storefront front, String orderId, String requestId, String caseNumber, List<String> done,
            List<Instant> played, List<Instant> told) {

    static final String END = "END";
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(22, 0);

    Random chance(String about) {
        return new Random(no * 7_919L + about.hashCode());
    }

    /** How often this was played already. */
    long times(String turnOrTask) {
        return done.stream().filter(turnOrTask::equals).count();
    }

    Plot opened(String number, Instant now, Instant said) {
        return new Plot(no, script, front, orderId, requestId, number, done, List.of(now), List.of(said));
    }

    Plot after(String turnOrTask, Instant now) {
        List<String> doneThen = new ArrayList<>(done);
        doneThen.add(turnOrTask);
        List<Instant> playedThen = new ArrayList<>(played);
        playedThen.add(now);
        List<Instant> toldThen = new ArrayList<>(told);
        toldThen.add(next(turnOrTask, now));
        return new Plot(no, script, front, orderId, requestId, caseNumber, List.copyOf(doneThen), List.copyOf(playedThen), List.copyOf(toldThen));
    }

    /** People take longer or shorter than usual and mostly work by day; nothing is told that has not come yet. */
    private Instant next(String turnOrTask, Instant now) {
        Instant before = told.get(told.size() - 1);
        if (turnOrTask.equals(END)) {
            return before.plus(Duration.between(played.get(played.size() - 1), now));
        }
        double stretch = Math.exp(chance("wait" + turnOrTask + done.size()).nextGaussian() * 0.7);
        Instant wanted = byDay(before.plusMillis((long) (Script.usual(turnOrTask).toMillis() * stretch)));
        Duration most = Duration.between(before, now).dividedBy(3);
        return wanted.isBefore(before.plus(most)) ? wanted : before.plus(most);
    }

    private Instant byDay(Instant wanted) {
        ZoneId zone = ZoneId.of(front.chinese() ? "Asia/Shanghai" : "America/Sao_Paulo");
        var there = wanted.atZone(zone);
        boolean night = there.toLocalTime().isBefore(OPENS) || there.toLocalTime().isAfter(CLOSES);
        return night ? wanted.plus(Duration.ofHours(11)) : wanted;
    }
}
