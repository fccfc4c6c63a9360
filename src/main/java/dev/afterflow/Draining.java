package dev.afterflow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A node told to stop says at once that it is not ready and goes on serving for a while, so that the address in front of it
 * sends nobody here any more before the doors close; {@code afterflow.drain} says how long.
 */
@Component
class Draining {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final ApplicationContext house;
    private final Duration time;

    Draining(ApplicationContext house, @Value("${afterflow.drain}") Duration time) {
        this.house = house;
        this.time = time;
    }

    @EventListener
    void stopping(ContextClosedEvent closing) throws InterruptedException {
        if (closing.getApplicationContext() == house && !time.isZero()) {
            LOG.info("This node takes nobody new and stops in {} s", time.toSeconds());
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
