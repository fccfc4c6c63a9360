package dev.afterflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who do something at the same moment, each on a thread of their own. */
public final class AtOnce {

    private AtOnce() {
    }

    /** What each of them got, in their order; the first failure if one failed. */
    public static <T> List<T> all(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> work : threads.invokeAll(works)) {
                results.add(work.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
