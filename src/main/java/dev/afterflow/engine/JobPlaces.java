package dev.afterflow.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The places this node has for jobs, running or waiting; exclusive jobs of one instance go one after the other. */
class JobPlaces {

    /** A place held; given back once, however often it is asked. */
    final class Place {

        private final String instance;
        private final AtomicBoolean held = new AtomicBoolean(true);
        private boolean gone;

        private Place(String instance) {
            this.instance = instance;
        }

        /** Starts the job of this place, or has it start when the one of the same instance before it is done. */
        void go(Runnable job) {
            gone = true;
            if (instance == null || isFirst(job)) {
                job.run();
            }
        }

        private boolean isFirst(Runnable job) {
            boolean[] first = new boolean[1];
            lines.compute(instance, (name, line) -> {
                first[0] = line == null;
                Deque<Runnable> now = first[0] ? new ArrayDeque<>() : line;
                if (!first[0]) {
                    now.add(job);
                }
                return now;
            });
            return first[0];
        }

        void giveBack() {
            if (held.compareAndSet(true, false)) {
                places.release();
                if (instance != null && gone) {
                    nextInLine();
                }
            }
        }

        private void nextInLine() {
            Runnable[] next = new Runnable[1];
            lines.computeIfPresent(instance, (name, line) -> {
                next[0] = line.poll();
                return next[0] == null ? null : line;
            });
            if (next[0] != null) {
                next[0].run();
            }
        }
    }

    private final Semaphore places;
    /** By instance with an exclusive job under way: those that wait for it. */
    private final Map<String, Deque<Runnable>> lines = new ConcurrentHashMap<>();

    JobPlaces(int count) {
        places = new Semaphore(count);
    }

    /** A place, or null if there is none; instance: whose exclusive jobs keep their order, or null. */
    Place take(String instance) {
        return places.tryAcquire() ? new Place(instance) : null;
    }

    int free() {
        return places.availablePermits();
    }
}
