package dev.afterflow.benchmark;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Walks cases through the models in a closed loop, sixty-four in flight: what a commit makes possible is done next, told by
 * the commit itself and never asked for, so that no query of the driver's own is measured.
 */
final class Drive {

    private static final int WORKERS = 8;
    private static final int IN_FLIGHT = 64;
    private static final int PATIENCE_SECONDS = 300;
    private static final BlockingQueue<Runnable> READY = new LinkedBlockingQueue<>();
    private static final AtomicInteger DONE = new AtomicInteger();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static volatile ProcessEngine engine;
    private static volatile boolean leaveOpen;

    private Drive() {
    }

    static void with(ProcessEngine started) {
        engine = started;
        for (int worker = 0; worker < WORKERS; worker++) {
            Thread thread = new Thread(Drive::work, "driver-" + worker);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Walks so many cases to their end; with {@code open} they are left at their task instead. */
    static void run(int cases, boolean open) {
        DONE.set(0);
        leaveOpen = open;
        int started = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (DONE.get() < cases) {
            for (; started < cases && started - DONE.get() < IN_FLIGHT; started++) {
                String number = "B" + ProcessHandle.current().pid() + "-" + NAMES.incrementAndGet();
                READY.add(() -> engine.getRuntimeService().startProcessInstanceByKey("return-exchange", number, Map.of("goodsBack", false)));
            }
            Threads.rest(1);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only " + DONE.get() + " of " + cases + " cases ended");
            }
        }
    }

    /** A door was reached: it says its word, and after the commit the case goes on. */
    static void through(String name, DelegateExecution step, Consumer<DelegateExecution> door) {
        door.accept(step);
        String number = step.getProcessBusinessKey();
        if (name.equals(Doors.PARKED)) {
            afterCommit(() -> engine.getRuntimeService().createMessageCorrelation(Doors.NOTICE).processInstanceBusinessKey(number)
                    .processInstanceVariableEquals("effectNo", "R" + number).setVariable("refundPaid", true).correlate());
        } else if (name.equals(Doors.LAST)) {
            afterCommit(null);
        }
    }

    static void opened(DelegateTask task) {
        if (!task.getTaskDefinitionKey().equals(Doors.TASK)) {
            throw new IllegalStateException("Nobody here answers " + task.getTaskDefinitionKey());
        }
        String id = task.getId();
        afterCommit(leaveOpen ? null : () -> engine.getTaskService().complete(id, Doors.ANSWER));
    }

    private static void afterCommit(Runnable next) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (next == null) {
                    DONE.incrementAndGet();
                } else {
                    READY.add(next);
                }
            }
        });
    }

    private static void work() {
        while (true) {
            try {
                READY.take().run();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
