package dev.afterflow.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings of this room, {@code afterflow.engine.*}.
 *
 * @param historyBoth also write the engine's own history tables, for shops that run Camunda's tools on them
 * @param node stable name of this node: its own job locks are released at start; empty for a new name at each start
 * @param threads job threads; 0 for twice the processors and one
 * @param queue jobs that may wait for a thread on this node before others are left to any node; 0 for twenty times the threads, which
 *              is done long before the locks of a killed node run out
 * @param deploy deploy the rule book at start
 */
@ConfigurationProperties("afterflow.engine")
record EngineSettings(@DefaultValue("false") boolean historyBoth, @DefaultValue("") String node,
                      @DefaultValue("0") int threads, @DefaultValue("0") int queue, @DefaultValue("true") boolean deploy) {

    private static final int QUEUE_PER_THREAD = 20;

    /** The node's stable name; on the embedded database there is only one node, so it needs no setting. */
    String nodeIn(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "embedded");
        return node.isEmpty() && url.equals("embedded") ? "embedded" : node;
    }

    int jobThreads() {
        return threads > 0 ? threads : 2 * Runtime.getRuntime().availableProcessors() + 1;
    }

    /** Jobs this node takes at a time, running and waiting. */
    int permits() {
        return jobThreads() + (queue > 0 ? queue : QUEUE_PER_THREAD * jobThreads());
    }
}
