package dev.afterflow.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The places this node has for jobs, running or waiting, and the instances whose exclusive job sits on one. */
class JobPlaces {

    /** A place held; given back once, however often it is asked. */
    final class Place {

        private final String instance;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Place(String instance) {
            this.instance = instance;
        }

        void giveBack() {
            if (held.compareAndSet(true, false)) {
                if (instance != null) {
                    instances.remove(instance);
                }
                places.release();
            }
        }
    }

    private final Semaphore places;
    private final Set<String> instances = ConcurrentHashMap.newKeySet();

    JobPlaces(int count) {
        places = new Semaphore(count);
    }

    /** A place, or null if there is none or an exclusive job of the same instance already has one; instance may be null. */
    Place take(String instance) {
        if (!places.tryAcquire()) {
            return null;
        }
        if (instance != null && !instances.add(instance)) {
            places.release();
            return null;
        }
        return new Place(instance);
    }

    int free() {
        return places.availablePermits();
    }
}
