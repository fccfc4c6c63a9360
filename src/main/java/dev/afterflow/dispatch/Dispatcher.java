package dev.afterflow.dispatch;

import dev.afterflow.database.Fence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims due rows lane by lane and gives each to its courier on a thread of its own. */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox outbox;
    private final DispatchSettings settings;
    private final Bell bell;
    private final CrashPoint crash;
    private final Map<String, Courier> couriers = new HashMap<>();
    private final Map<String, Semaphore> lanes = new HashMap<>();
    private final Set<String> inside = new HashSet<>();
    private ExecutorService carriers;
    private Thread loop;
    private volatile boolean running;

    Dispatcher(Outbox outbox, DispatchSettings settings, Bell bell, CrashPoint crash, List<Courier> couriers) {
        this.outbox = outbox;
        this.settings = settings;
        this.bell = bell;
        this.crash = crash;
        couriers.forEach(this::employ);
    }

    private void employ(Courier courier) {
        if (couriers.put(courier.kind(), courier) != null) {
            throw new IllegalStateException("Two couriers for " + courier.kind());
        }
        courier.lanes().forEach(lane -> lanes.put(lane, new Semaphore(settings.width())));
        if (courier.staysInside()) {
            inside.addAll(courier.lanes());
        }
    }

    @Override
    public void start() {
        running = true;
        carriers = Executors.newCachedThreadPool(task -> daemon(task, "dispatch-carrier"));
        loop = daemon(this::loop, "dispatch-loop");
        loop.start();
    }

    @Override
    public void stop() {
        running = false;
        loop.interrupt();
        carriers.shutdown();
        try {
            carriers.awaitTermination(settings.margin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void loop() {
        while (running) {
            try {
                if (!settings.frozen()) {
                    lanes.forEach(this::empty);
                }
                bell.await(settings.poll());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException databaseAway) {
                LOG.warn("The outbox cannot be read now: {}", databaseAway.toString());
                pause();
            }
        }
    }

    private void empty(String lane, Semaphore places) {
        int free = places.availablePermits();
        if (free == 0 || !running) {
            return;
        }
        for (Parcel parcel : outbox.claim(lane, free, inside.contains(lane))) {
            places.acquireUninterruptibly();
            carriers.execute(() -> {
                try {
                    carry(parcel);
                } finally {
                    places.release();
                    bell.ring();
                }
            });
        }
    }

    void carry(Parcel parcel) {
        try {
            crash.reached("claimed");
            Fence.within(List.of(parcel.shop()), () -> couriers.get(parcel.kind()).carry(parcel));
            outbox.giveBack(parcel, null);
        } catch (RuntimeException failed) {
            LOG.warn("{} {} failed at attempt {}: {}", parcel.kind(), parcel.ref(), parcel.attempt(), failed.toString());
            giveBack(parcel, failed);
        }
    }

    private void giveBack(Parcel parcel, RuntimeException failed) {
        try {
            outbox.giveBack(parcel, failed.getClass().getSimpleName());
        } catch (RuntimeException databaseAway) {
            LOG.warn("{} {} stays claimed until its lease ends: {}", parcel.kind(), parcel.ref(), databaseAway.toString());
        }
    }

    private void pause() {
        try {
            bell.await(settings.poll());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
