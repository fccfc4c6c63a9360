package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Plays many stories beside each other, a few hands at a time, and tells now and then what was played. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Theatre {

    private static final Logger LOG = LoggerFactory.getLogger(Theatre.class);
    private static final int AT_ONCE = 40;
    private static final Duration AGAIN = Duration.ofMillis(450);
    private static final Duration REST = Duration.ofSeconds(3);

    private final Plots plots;
    private final Player player;
    private final Clock clock;

    Theatre(Plots plots, Player player, Clock clock) {
        this.plots = plots;
        this.player = player;
        this.clock = clock;
    }

    /** A story that is looked at again at a moment; {@code since} it stands still. */
    private record Scene(Plot plot, Instant at, Instant since, boolean resting, Clock clock) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return at.compareTo(((Scene) other).at);
        }
    }

    /** Plays all of them to their ends with so many hands; returns when the last one is over, or when interrupted. */
    void play(List<Plot> stories, Casting casting, int hands) throws InterruptedException {
        DelayQueue<Scene> stage = new DelayQueue<>();
        AtomicInteger left = new AtomicInteger(stories.size());
        AtomicInteger next = new AtomicInteger();
        for (int first = 0; first < AT_ONCE && first < stories.size(); first++) {
            enter(stories.get(next.getAndIncrement()), stage);
        }
        Thread[] crew = new Thread[hands];
        for (int hand = 0; hand < hands; hand++) {
            crew[hand] = new Thread(() -> work(stage, stories, casting, left, next), "demo-story-" + hand);
            crew[hand].setDaemon(true);
            crew[hand].start();
        }
        for (Thread each : crew) {
            each.join();
        }
    }

    private void enter(Plot plot, DelayQueue<Scene> stage) {
        stage.add(new Scene(plot, clock.instant(), clock.instant(), false, clock));
    }

    private void work(DelayQueue<Scene> stage, List<Plot> stories, Casting casting, AtomicInteger left, AtomicInteger next) {
        try {
            while (left.get() > 0) {
                Scene scene = stage.poll(500, TimeUnit.MILLISECONDS);
                if (scene == null) {
                    continue;
                }
                Scene after = further(scene, casting);
                if (after != null) {
                    stage.add(after);
                } else {
                    left.decrementAndGet();
                    int who = next.getAndIncrement();
                    if (who < stories.size()) {
                        enter(stories.get(who), stage);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The scene as it goes on, or null when the story is over. */
    private Scene further(Scene scene, Casting casting) {
        Plot plot = scene.plot();
        try {
            if (scene.resting()) {
                return ended(plot, null);
            }
            if (plot.played().isEmpty()) {
                Plot opened = player.open(plot, casting);
                plots.keep(opened, "PLAYING", null);
                return again(opened, clock.instant(), AGAIN);
            }
            Player.Step step = player.step(plot);
            if (step.moved()) {
                plots.keep(step.plot(), "PLAYING", null);
                return again(step.plot(), clock.instant(), AGAIN);
            }
            return stands(scene, step);
        } catch (RuntimeException hindered) {
            return stands(scene, new Player.Step(plot, false, false, hindered.toString()));
        }
    }

    private Scene stands(Scene scene, Player.Step step) {
        boolean waited = Duration.between(scene.since(), clock.instant()).compareTo(Player.patience(scene.plot().script())) > 0;
        if (step.over() || waited && scene.plot().script().ends().equals("WAITS")) {
            return new Scene(scene.plot(), clock.instant().plus(REST), scene.since(), true, clock);
        }
        return waited ? ended(scene.plot(), step.note()) : again(scene.plot(), scene.since(), AGAIN.multipliedBy(2));
    }

    private Scene again(Plot plot, Instant since, Duration later) {
        return new Scene(plot, clock.instant().plus(later), since, false, clock);
    }

    private Scene ended(Plot plot, String note) {
        if (note != null) {
            LOG.debug("The demo's story {} ({}) was left where it is: {}", plot.no(), plot.script().name(), note);
        }
        boolean begun = !plot.played().isEmpty() && plot.caseNumber() != null;
        plots.keep(begun ? plot.after(Plot.END, clock.instant()) : plot, begun ? "PLAYED" : "GIVEN_UP", note);
        return null;
    }
}
